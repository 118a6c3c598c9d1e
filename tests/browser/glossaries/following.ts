/** Readers follow a published glossary through three revisions. Described once and run in each browser. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enterOn, typeIn } from '../../../tools/browser/elements';
import { untilMarksAre } from '../../../tools/browser/marks';
import { until, untilAccepted } from '../../../tools/browser/wait';
import { faultsOf } from '../harness/axe';
import type { BrowserFixture } from '../harness/browser-fixture';
import { type PublishedSite, servePublishedSite } from './published-site';

/** The part of the extension API used here, which the page's types do not declare. */
interface Api {
  alarms: { getAll(): Promise<{ name: string }[]>; create(name: string, when: object): Promise<void> };
}

const FIRST = Array.from({ length: 40 }, (_, i) => [`鹀鸟${i}号`, `第${i}种`] as const);
const SECOND = [...FIRST.slice(1), ['白腹锦鸡', '新的一种'] as const];
const THIRD = [...SECOND, ['绿孔雀', '又一种'] as const];

const alarms = (page: Page) =>
  page.evaluate(() => {
    const { browser, chrome } = globalThis as { browser?: Api; chrome?: Api }; // An extension page has one of them.
    return (browser ?? chrome)?.alarms.getAll().then((all) => all.map(({ name }) => name));
  });

/** Whether the last check of the followed pack failed. */
const hasProblem = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<boolean>((resolve) => {
        const opening = indexedDB.open('packs');
        opening.onsuccess = () => {
          const all = opening.result.transaction('packs').objectStore('packs').getAll();
          all.onsuccess = () => {
            opening.result.close();
            resolve(all.result.some(({ followed }) => followed?.problem));
          };
        };
      }),
  );

/** Makes the followed pack due, and lets the background know. */
export const makeDue = (page: Page) =>
  page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await answer(indexedDB.open('packs'));
    const packs = database.transaction('packs', 'readwrite').objectStore('packs');
    for (const record of await answer(packs.getAll())) {
      if (record.followed) await answer(packs.put({ ...record, followed: { ...record.followed, dueMs: 0 } }));
    }
    database.close();
    const { browser, chrome } = globalThis as { browser?: Api; chrome?: Api }; // As above.
    await (browser ?? chrome)?.alarms.create('follow', { when: Date.now() });
  });

/** Registers the tests in the browser of a fixture, which finds the site under its public name. */
export function describeFollowing(fixture: BrowserFixture): void {
  let site: PublishedSite;
  beforeAll(async () => {
    site = await servePublishedSite(FIRST);
  });
  afterAll(() => site.close());

  const textOf = (page: Page, selector: string) =>
    page.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? '', selector);
  const shows = (page: Page, selector: string, what: RegExp) =>
    until(`${what} in ${selector}`, async () => what.test(await textOf(page, selector)));
  /** The server notes a request after it has answered. */
  const untilRequested = (count: number) =>
    untilAccepted(
      `${count} requests`,
      async () => site.requests(),
      ({ length }) => length === count,
    );
  // By key: the message about the last action may lie over what a click would hit.
  const press = enterOn;
  const pageWith = async (text: string) => fixture.openSource(`<!doctype html><meta charset="utf-8"><p>${text}</p>`);

  describe('a reader who follows nothing', () => {
    it('makes no request, and wakes nothing', async () => {
      const page = await pageWith('中国科协');
      await untilMarksAre(page, ['中国科协']);
      const glossaries = await fixture.driver.openExtensionPage('glossaries.html');
      await glossaries.waitForSelector('.packs');
      const asked = await glossaries.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
      const own = fixture.driver.extensionUrl('');
      expect(asked.filter((name) => !name.startsWith(own))).toEqual([]);
      expect(await alarms(glossaries)).toEqual([]);
      expect(site.requests().join()).toBe('');
      await glossaries.close();
    });
  });

  describe('a published glossary', () => {
    it('is followed through a revision by a delta, one without, and a broken one, which changes nothing', async () => {
      const page = await pageWith('鹀鸟0号、鹀鸟7号、白腹锦鸡与绿孔雀');
      const glossaries = await fixture.driver.openExtensionPage('glossaries.html');
      await glossaries.waitForSelector('.follow form input');
      await typeIn(glossaries, '.follow form input', site.address);
      await press(glossaries, '.follow form button');
      await shows(glossaries, '.follow-found', /鸟类名词.*words\.example.*CC-BY-4\.0/s);
      await untilRequested(1);
      expect(await textOf(glossaries, '.packs')).not.toContain('鸟类名词');
      expect(await faultsOf(glossaries)).toEqual([]);
      await press(glossaries, '.follow-found .is-main');
      await shows(glossaries, '.packs', /鸟类名词/);
      await page.bringToFront();
      await untilMarksAre(page, ['鹀鸟0号', '鹀鸟7号']);
      await until('the alarm', async () => (await alarms(glossaries))?.join() === 'follow');
      await untilRequested(2);

      await site.publish(SECOND);
      await glossaries.bringToFront();
      await press(glossaries, '.followed button');
      await shows(glossaries, '.follow-changes summary', /2/);
      await press(glossaries, '.follow-changes summary');
      await glossaries.waitForSelector('.follow-changes ins');
      expect(await faultsOf(glossaries)).toEqual([]);
      await page.bringToFront();
      await untilMarksAre(page, ['鹀鸟7号', '白腹锦鸡']);
      await untilRequested(4);

      await site.publish(THIRD);
      site.removeDeltas();
      await makeDue(glossaries);
      await untilMarksAre(page, ['鹀鸟7号', '白腹锦鸡', '绿孔雀']);
      await glossaries.bringToFront();
      await shows(glossaries, '.follow-changes summary', /1/);

      // Of another length: the server's `ETag` is the time in seconds, and the length.
      site.spoil((latest) => `${latest.replace(/"sig":"../, '"sig":"AA')}\n`);
      const asked = site.requests().length;
      await makeDue(glossaries);
      await until('the broken revision, to be asked for', async () => site.requests().length > asked);
      await until('the problem, to be stored', () => hasProblem(glossaries));
      await glossaries.close();
      const again = await fixture.driver.openExtensionPage('glossaries.html');
      await shows(again, '.followed .options-fault', /./);
      await page.bringToFront();
      await untilMarksAre(page, ['鹀鸟7号', '白腹锦鸡', '绿孔雀']);

      await again.bringToFront();
      await press(again, '.pack:has(.followed) > details:last-of-type > summary');
      await again.waitForSelector('.pack:has(.followed) > details > p:last-child > button');
      await press(again, '.pack:has(.followed) > details > p:last-child > button');
      await until('the pack, to be gone', async () => (await again.$('.followed')) === null);
      expect(await until('the alarm, to be gone', async () => (await alarms(again))?.length === 0)).toBe(true);
      await page.bringToFront();
      await untilMarksAre(page, []);
      await again.close();
    });

    it('is not followed by plain http, in a private network, or where another key has signed', async () => {
      const glossaries = await fixture.driver.openExtensionPage('glossaries.html');
      const field = await glossaries.waitForSelector('.follow form input');
      const before = site.requests().length;
      const faults: string[] = [];
      const { port } = new URL(site.address);
      const wrong = `${new URL(site.address).origin}/latest.json#k=${'A'.repeat(43)}`;
      for (const address of [`http://127.0.0.1:${port}/`, `https://127.0.0.1:${port}/`, 'https://localhost/', wrong]) {
        await field?.evaluate((input) => Object.assign(input, { value: '' }));
        await field?.type(address);
        const last = faults.at(-1) ?? '';
        await press(glossaries, '.follow form button');
        const isNew = async () => {
          const text = await textOf(glossaries, '#follow-fault');
          return text !== '' && (text !== last || address === 'https://localhost/') ? text : null;
        };
        faults.push(await until('the fault', isNew));
      }
      expect(new Set(faults).size).toBe(3);
      await untilRequested(before + 1);
      await glossaries.close();
    });
  });
}
