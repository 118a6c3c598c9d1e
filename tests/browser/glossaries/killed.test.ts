/**
 * The browser is killed while it imports, and the background is ended while it updates a followed pack: whenever that
 * happens, the old pack is there or the new one, whole.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LaunchOptions, Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { type Driver, launchChromium, launchFirefox, leadToLoopback } from '../../../tools/browser/driver';
import { enterOn, pressOn, typeIn } from '../../../tools/browser/elements';
import { untilAccepted } from '../../../tools/browser/wait';
import { isLong, report } from '../../long-runs';
import { endBackground } from '../harness/end-background';
import { pasteList } from '../harness/paste-list';
import { makeDue } from './following';
import { SITE_HOST, servePublishedSite } from './published-site';

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
  await pasteList(page, Array.from({ length: terms }, (_, i) => `词条第${i}号\t释义`).join('\n'));
  await page.waitForSelector('.wizard .is-main:enabled');
}

const save = (page: Page) => pressOn(page, '.wizard .is-main').catch(() => null);

/** Ends all processes of a browser at once. */
async function kill({ browser, close }: Driver): Promise<void> {
  browser.process()?.kill('SIGKILL');
  await close().catch(() => null);
}

/** In Firefox an extension that a driver installs is temporary: its database would go with it. */
const KEEP_DATABASE = { 'extensions.webextensions.keepStorageOnUninstall': true };

const BROWSERS: [name: Driver['name'], launch: (options: LaunchOptions) => Promise<Driver>][] = [
  ['chromium', launchChromium],
  ['firefox', (options) => launchFirefox({ ...options, extraPrefsFirefox: KEEP_DATABASE })],
];

it.runIf(isLong).for(BROWSERS)(
  '%s is killed at 50 moments of an import',
  { timeout: LONG_MS },
  async ([name, launch]) => {
    const profile = mkdtempSync(join(tmpdir(), 'pangzhu-profile-'));
    const start = async () => {
      const started = await launch({ userDataDir: profile });
      await started.install();
      return started;
    };
    let driver = await start();
    try {
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
        driver = await start();
        page = await driver.openExtensionPage('glossaries.html');
        await page.waitForSelector('.pack:has(time)');
        const now = await stored(page);
        expect([[count], [next]], `killed after ${at} ms`).toContainEqual(now.said);
        expect(now, `killed after ${at} ms`).toEqual({ said: now.said, there: now.said[0], hasTables: true });
        if (now.said[0] === count) kept++;
        count = now.said[0] ?? 0;
      }
      report(`imports that the end of ${name} cut off, of ${ROUNDS}`, String(kept));
    } finally {
      await kill(driver);
      rmSync(profile, { recursive: true, force: true });
    }
  },
);

it.runIf(isLong)(
  'the background is ended at 50 moments of an update, in Chromium, and makes it up',
  { timeout: LONG_MS },
  async () => {
    const rows = (count: number) => Array.from({ length: count }, (_, i) => [`词条第${i}号`, '释义'] as const);
    const site = await servePublishedSite(rows(TERMS));
    const driver = await launchChromium(leadToLoopback('chromium', [SITE_HOST]));
    try {
      await driver.install();
      const page = await driver.openExtensionPage('glossaries.html');
      await typeIn(page, '.follow form input', site.address);
      await enterOn(page, '.follow form button');
      await enterOn(page, '.follow-found .is-main');
      const untilThere = (terms: number) =>
        untilAccepted(
          `${terms} terms`,
          () => stored(page),
          ({ said }) => said[0] === terms,
        );
      await untilThere(TERMS);
      await site.publish(rows(TERMS + 1));
      const began = performance.now();
      await makeDue(page);
      await untilThere(TERMS + 1);
      const updateMs = performance.now() - began;
      let cutOff = 0;
      for (let count = TERMS + 1; count <= TERMS + ROUNDS; count++) {
        await site.publish(rows(count + 1));
        await makeDue(page);
        const at = updateMs * 1.5 * Math.random();
        await new Promise((resolve) => setTimeout(resolve, at));
        await endBackground(driver);
        const now = await stored(page);
        expect([[count], [count + 1]], `ended after ${at} ms`).toContainEqual(now.said);
        expect(now, `ended after ${at} ms`).toEqual({ said: now.said, there: now.said[0], hasTables: true });
        if (now.said[0] === count) cutOff++;
        // As at the next day.
        await makeDue(page);
        await untilThere(count + 1);
      }
      report(`updates that the end of the background cut off, of ${ROUNDS}`, String(cutOff));
    } finally {
      await driver.close();
      await site.close();
    }
  },
);
