/** The browser is killed while it imports: whenever that happens, the old pack is there or the new one, whole. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { type Driver, launchChromium } from '../../../tools/browser/driver';
import { until } from '../../../tools/browser/wait';
import { isLong, report } from '../../long-runs';

const ROUNDS = 50;
/** The most that fifty starts of a browser may take. */
const LONG_MS = 1_800_000;
/** Terms of the first pack; each later one has one more, by which it is known. */
const TERMS = 5000;

/** The packs in the database: how many terms each says it has, how many are there, and whether its tables are. */
const stored = (page: Page) =>
  page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await answer(indexedDB.open('packs'));
    const stores = database.transaction(['packs', 'terms', 'tables']);
    const records = await answer(stores.objectStore('packs').getAll());
    const chunks: unknown[][] = await answer(stores.objectStore('terms').getAll());
    const tables = await answer(stores.objectStore('tables').getAllKeys());
    database.close();
    return {
      said: records.map(({ count }) => count as number),
      there: chunks.reduce((sum, chunk) => sum + chunk.length, 0),
      hasTables: records.every(({ generation }) => tables.includes(generation)) && tables.length === records.length,
    };
  });

async function ready(page: Page, terms: number): Promise<void> {
  await page.waitForSelector('.import-start textarea');
  const list = Array.from({ length: terms }, (_, i) => `词条第${i}号\t释义`).join('\n');
  await page.evaluate((text) => {
    const field = document.querySelector<HTMLTextAreaElement>('.import-start textarea');
    if (field) field.value = text;
    document.querySelector<HTMLElement>('.import-start details button')?.click();
  }, list);
  await page.waitForSelector('.wizard .is-main:enabled');
}

const save = (page: Page) =>
  page.evaluate(() => document.querySelector<HTMLElement>('.wizard .is-main')?.click()).catch(() => null);

/** Ends all processes of a browser at once. */
async function kill({ browser, close }: Driver): Promise<void> {
  browser.process()?.kill('SIGKILL');
  await close().catch(() => null);
}

it.runIf(isLong)('the browser is killed at 50 moments of an import', { timeout: LONG_MS }, async () => {
  const profile = mkdtempSync(join(tmpdir(), 'pangzhu-profile-'));
  let driver = await launchChromium({ userDataDir: profile });
  try {
    await driver.install();
    const address = driver.extensionUrl('glossaries.html');
    let page = await driver.openExtensionPage('glossaries.html');
    await ready(page, TERMS);
    const began = performance.now();
    await save(page);
    await page.waitForSelector('.pack:has(time)');
    const importMs = performance.now() - began;
    let count = TERMS;
    let kept = 0;
    for (let round = 1; round <= ROUNDS; round++) {
      const next = TERMS + round;
      await ready(page, next);
      void save(page);
      const at = importMs * 1.5 * Math.random();
      await new Promise((resolve) => setTimeout(resolve, at));
      await kill(driver);
      driver = await launchChromium({ userDataDir: profile });
      await driver.update();
      page = await driver.newPage();
      await until('the page', () =>
        page.goto(address).then(
          () => true,
          () => false,
        ),
      );
      // The extension is installed anew, and its welcome page hides ours.
      await until('the welcome page', async () =>
        (await driver.browser.pages()).find((one) => one.url().endsWith('/welcome.html')),
      );
      await page.bringToFront();
      await page.waitForSelector('.pack:has(time)');
      const now = await stored(page);
      expect([[count], [next]], `killed after ${at} ms`).toContainEqual(now.said);
      expect(now, `killed after ${at} ms`).toEqual({ said: now.said, there: now.said[0], hasTables: true });
      if (now.said[0] === count) kept++;
      count = now.said[0] ?? 0;
    }
    report('imports that the end of the browser cut off, of 50', String(kept));
  } finally {
    await kill(driver);
    rmSync(profile, { recursive: true, force: true });
  }
});
