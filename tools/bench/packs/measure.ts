/** Measures imported packs of several sizes in Chromium: their import, the book with them, and what tabs pay for them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { readGlossary } from '../../../glossary/cli/read-glossary';
import { compileGlossary } from '../../../glossary/editor/compile';
import { type Driver, launchChromium } from '../../browser/driver';
import { servePages } from '../../browser/server';
import { Bench } from '../page/bench-browser';
import { PageMaker } from '../page/made-pages';
import { measureFirstMark, measurePrefilter } from '../page/measure-changes';
import { least } from '../page/measure-marking';
import type { Measured } from '../result';
import { dictionaryOf, rareWords } from './dictionary';

/** Terms of the pack. */
const SIZES = [0, 1_000, 20_000, 100_000];
/** Words of the smallest pack on the page with terms. */
const WORDS_ON_PAGE = 20;
/** Aims at 20,000 terms: the prefilter's time as a multiple of that without packs, and the added memory of a tab in bytes. */
const MAX_PREFILTER = 1.3;
const MAX_MEMORY = 2_000_000;
/** Memory differs by megabytes between openings of one page. */
const ROUNDS = 7;
/** Longest import and longest start of the search, in ms. */
const PATIENCE_MS = 300_000;

/** Takes minutes. Needs a build. */
export async function measurePacks(): Promise<Measured[]> {
  const maker = new PageMaker(compileGlossary(readGlossary()));
  const words = rareWords(Math.max(...SIZES));
  const server = await servePages();
  server.put('no-term', maker.giant(0));
  const shown = `<p>${words.slice(0, WORDS_ON_PAGE).join('，')}</p>`;
  server.put('terms', maker.giant(300).replace('<h1>', `${shown}<h1>`));
  const measured: Measured[] = [];
  const without: Record<string, number> = {};
  try {
    for (const size of SIZES) {
      for (const row of await measureWith(words.slice(0, size), server.origin, maker.forms)) {
        if (size === 0) without[row.name] = row.value;
        const name = `packs of ${size} terms, ${row.name}`;
        // Printed immediately, because a run takes minutes.
        console.log(name, row.value.toPrecision(3), row.unit);
        measured.push({ ...row, name, limit: limitOf(row, size, without) });
      }
    }
    return measured;
  } finally {
    await server.close();
  }
}

function limitOf({ name }: Measured, size: number, without: Record<string, number>): number | null {
  if (size !== 20_000) return null;
  if (name.includes('prefilter')) return MAX_PREFILTER * (without[name] ?? Number.NaN);
  return name === MEMORY ? MAX_MEMORY + (without[name] ?? 0) : null;
}

const MEMORY = 'a page with terms, memory';

async function measureWith(words: readonly string[], origin: string, forms: readonly string[]): Promise<Measured[]> {
  const driver = await launchChromium();
  try {
    const bench = await Bench.start(driver, origin, forms);
    const imported = words.length > 0 ? await measureImport(driver, words) : [];
    const prefilter = await measurePrefilter(bench, 'no-term');
    const first = await measureFirstMark(bench, 'terms');
    const marked = await least(bench, 'terms', () => bench.setMarking(true), ROUNDS);
    return [
      ...imported,
      ms('the book, until the search is ready', await searchReady(driver)),
      ms('a page without a term, prefilter', prefilter.value),
      ms('a page with terms, until the first mark', first.value),
      ms('a page with terms, main thread', marked.task),
      { name: MEMORY, value: marked.memory, unit: 'bytes', limit: null, peers: {} },
    ];
  } finally {
    await driver.close();
  }
}

function ms(name: string, value: number): Measured {
  return { name, value, unit: 'ms', limit: null, peers: {} };
}

/** The import as a reader does it: the file until its terms are counted, then until the pack is in the list. */
async function measureImport(driver: Driver, words: readonly string[]): Promise<Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'pangzhu-'));
  const file = join(folder, 'cedict.u8');
  writeFileSync(file, dictionaryOf(words));
  const page = await driver.openExtensionPage('glossaries.html');
  try {
    const field = await page.waitForSelector('.import-start input[type=file]');
    const read = await timeOf(
      page,
      '.import-outcome',
      () => (field as ElementHandle<HTMLInputElement>).uploadFile(file), // The selector names an input.
    );
    // Imported packs alone have a date. They are listed once pages have their data.
    const save = await timeOf(page, '.pack:has(time)', () =>
      page.evaluate(() => document.querySelector<HTMLElement>('.wizard .is-main')?.click()),
    );
    return [ms('reading the file', read), ms('compiling and saving', save)];
  } finally {
    await page.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds from `begin` until an element is there. */
async function timeOf(page: Page, selector: string, begin: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await begin();
  await page.waitForSelector(selector, { timeout: PATIENCE_MS });
  return performance.now() - from;
}

/** Milliseconds since the book was opened at its search until that answers. */
async function searchReady(driver: Driver): Promise<number> {
  const page = await driver.openExtensionPage('glossary-browser.html#/search/');
  const isReady = () => document.querySelector('.book-search [role=status]')?.textContent === '';
  await page.waitForFunction(isReady, { timeout: PATIENCE_MS });
  const value = await page.evaluate(() => performance.now());
  await page.close();
  return value;
}
