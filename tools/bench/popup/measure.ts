/**
 * Measures how soon the toolbar popup is there, over a page with terms: from its start to the first paint, to the first
 * paint of words, and to that of the terms of the page, which is all the reader opened it for. Beside it, in turns, a page
 * without style and script in its place.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Driver, launchChromium } from '../../browser/driver';
import { settledMarks } from '../../browser/marks';
import { servePages } from '../../browser/server';
import type { Measured } from '../result';
import { OUTPUT } from '../run-bundled';

const OPENINGS = 25;
/** Nobody waits for what is there by then, in ms. */
const AIM_MS = 100;

const FILE = join(OUTPUT, 'chrome-mv3/popup.html');
const BARE = '<!doctype html><meta charset="utf-8"><title>旁注</title><p>旁注</p>';
/** A popup is left alone for so long before it is asked: a driver's questions take from its time. In ms. */
const REST_MS = 400;

interface Paints {
  /** Anything, as the document has it. */
  first: number;
  words: number;
  /** NaN where there are none. */
  terms: number;
}

/** Needs a build. */
export async function measurePopup(): Promise<Measured[]> {
  const [server, driver] = await Promise.all([servePages(), launchChromium()]);
  const whole = readFileSync(FILE, 'utf8');
  try {
    await driver.install();
    const page = await driver.newPage();
    await page.goto(`${server.origin}/news.html`);
    await settledMarks(page);
    const open = (document: string) => paintsOf(driver, page, document);
    const popups: Paints[] = [];
    const bare: number[] = [];
    for (let i = 0; i < OPENINGS; i++) {
      popups.push(await open(whole));
      bare.push((await open(BARE)).words);
    }
    return [
      ...rowsOf(
        'the first paint',
        popups.map(({ first }) => first),
        bare,
      ),
      ...rowsOf(
        'the first words',
        popups.map(({ words }) => words),
        bare,
      ),
      ...rowsOf(
        'the terms of the page',
        popups.map(({ terms }) => terms),
        bare,
      ),
    ];
  } finally {
    writeFileSync(FILE, whole);
    await driver.close();
    await server.close();
  }
}

/** @param document what is in the place of the popup's page. */
async function paintsOf(driver: Driver, page: Parameters<Driver['openPopup']>[0], document: string): Promise<Paints> {
  writeFileSync(FILE, document);
  const popup = await driver.startPopup(page);
  await new Promise((resolve) => setTimeout(resolve, REST_MS));
  const paints = await popup.evaluate(readPaints, document !== BARE);
  await popup.close();
  return paints;
}

function rowsOf(what: string, values: readonly number[], bare: readonly number[]): Measured[] {
  const stats = {
    'the first time': (all: readonly number[]) => all[0],
    median: shareOf(0.5),
    '95th percentile': shareOf(0.95),
  };
  return Object.entries(stats).map(([name, stat]) => ({
    name: `popup, ${what}, ${name}`,
    value: stat(values) ?? Number.NaN,
    unit: 'ms',
    limit: AIM_MS,
    peers: { 'a bare page': stat(bare) ?? Number.NaN },
  }));
}

function shareOf(share: number): (values: readonly number[]) => number | undefined {
  return (values) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))];
}

/** Runs in the popup. In ms since it began to load; waits for the paints if they were not yet. */
async function readPaints(hasTerms: boolean): Promise<Paints> {
  const paintOf = (type: string, isOne: (entry: PerformanceEntry) => boolean) =>
    new Promise<number>((resolve) => {
      new PerformanceObserver((list, observer) => {
        const entry = list.getEntries().find(isOne);
        if (!entry) return;
        observer.disconnect();
        resolve(entry.startTime || (entry as PerformanceEntry & { renderTime: number }).renderTime); // Of an element.
      }).observe({ type, buffered: true });
    });
  return {
    first: await paintOf('paint', ({ name }) => name === 'first-paint'),
    words: await paintOf('paint', ({ name }) => name === 'first-contentful-paint'),
    terms: hasTerms ? await paintOf('element', () => true) : Number.NaN,
  };
}
