/**
 * Measures the start of the toolbar popup over a page with terms: time to the first paint, to the first text, and to the
 * terms of the page. Its peer is a popup without style and script, measured in turns.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Driver, launchChromium } from '../../browser/driver';
import { marksOf, untilMarked } from '../../browser/marks';
import { servePages } from '../../browser/server';
import { untilSteady } from '../../browser/wait';
import type { Measured } from '../result';
import { OUTPUT } from '../run-bundled';
import { quantileOf } from '../timing';

const OPENINGS = 25;
/** Budget: perceived as immediate. */
const AIM_MS = 100;

const FILE = join(OUTPUT, 'chrome-mv3/popup.html');
const BARE = '<!doctype html><meta charset="utf-8"><title>旁注</title><p>旁注</p>';
/** Time without a change of the marks after which all are there, in ms. */
const STEADY_MS = 500;
/** Time before the driver queries a popup, because queries slow it down. */
const REST_MS = 400;

/** Names of the measured paints in the results. */
const PAINTS = { first: 'the first paint', words: 'the first words', terms: 'the terms of the page' } as const;

/** Times in ms since the popup began to load. `terms` is NaN if the document has none. */
type Paints = Record<keyof typeof PAINTS, number>;

/** Needs a build. Replaces the built popup's page during the measurement, and restores it. */
export async function measurePopup(): Promise<Measured[]> {
  const [server, driver] = await Promise.all([servePages(), launchChromium()]);
  const whole = readFileSync(FILE, 'utf8');
  try {
    await driver.install();
    const page = await driver.newPage();
    await page.goto(`${server.origin}/news.html`);
    await untilMarked(page);
    await untilSteady('all marks', STEADY_MS, () => marksOf(page));
    const open = (document: string) => paintsOf(driver, page, document);
    const popups: Paints[] = [];
    const bare: number[] = [];
    for (let i = 0; i < OPENINGS; i++) {
      popups.push(await open(whole));
      bare.push((await open(BARE)).words);
    }
    return (['first', 'words', 'terms'] as const).flatMap((key) =>
      rowsOf(
        PAINTS[key],
        popups.map((paints) => paints[key]),
        bare,
      ),
    );
  } finally {
    writeFileSync(FILE, whole);
    await driver.close();
    await server.close();
  }
}

/** Opens the popup once with `document` as its page. */
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
    median: (all: readonly number[]) => quantileOf(all, 0.5),
    '95th percentile': (all: readonly number[]) => quantileOf(all, 0.95),
  };
  return Object.entries(stats).map(([name, stat]) => ({
    name: `popup, ${what}, ${name}`,
    value: stat(values) ?? Number.NaN,
    unit: 'ms',
    limit: AIM_MS,
    peers: { 'a bare page': stat(bare) ?? Number.NaN },
  }));
}

/** Runs in the popup. Waits for paints that have not happened yet. */
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
