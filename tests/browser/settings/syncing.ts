/** Settings are synced between devices by `storage.sync`. Described once and run in each browser. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { untilMarksAre } from '../../../tools/browser/marks';
import { until } from '../../../tools/browser/wait';
import type { BrowserFixture } from '../harness/browser-fixture';

interface SettingsFixture {
  fixture: BrowserFixture;
  openOptions(path?: string): Promise<Page>;
  choose(options: Page, section: string, index: number): Promise<void>;
  stored(): Promise<Record<string, unknown>>;
}

/** The part of the extension API used here. */
type Api = {
  storage: { sync: { get(keys: null): Promise<Record<string, unknown>>; set(items: object): Promise<void> } };
};
type ApiGlobal = { browser?: Api; chrome?: Api };

interface Packed {
  r: Record<string, { v: unknown; t: number; device: string }>;
}

/** Registers the tests. */
export function describeSyncing({ fixture, openOptions, choose, stored }: SettingsFixture): void {
  /** Records sent to other devices, by key. */
  const sent = async () => {
    const items = await fixture.extensionPage.evaluate(async () => {
      const { browser, chrome } = globalThis as ApiGlobal; // An extension page has one of them.
      return (await (browser ?? chrome)?.storage.sync.get(null)) ?? {};
    });
    return Object.assign({}, ...Object.values(items as Record<string, Packed>).map(({ r }) => r)) as Packed['r'];
  };
  /** Stores items like the browser does when they arrive from another device. */
  const arrive = (items: Record<string, Packed & { n: number }>) =>
    fixture.extensionPage.evaluate(async (given) => {
      const { browser, chrome } = globalThis as ApiGlobal; // As above.
      await (browser ?? chrome)?.storage.sync.set(JSON.parse(given));
    }, JSON.stringify(items));

  describe('syncing', () => {
    it('sends changes, and applies changes of other devices in open pages', async () => {
      const page = await fixture.openSource('<!doctype html><p>中国科协与科创中国。</p>');
      expect(await untilMarksAre(page, ['中国科协', '科创中国'])).toEqual(['中国科协', '科创中国']);
      const options = await openOptions();
      await choose(options, 'look', 3);
      const mine = await until('the change on its way', async () => (await sent())['marks.style']);
      expect(mine).toMatchObject({ v: 'wavy', device: (await stored()).settingsDevice });

      const theirs = { v: 'solid', t: mine.t + 1, device: 'other' };
      const muted = { v: true, t: mine.t, device: 'other' };
      // Under the name that version 0.1.0 gave the entry.
      await arrive({ records0: { n: 1, r: { 'marks.style': theirs, 'muted/cast': muted } } });
      await page.bringToFront();
      expect(await untilMarksAre(page, ['科创中国'])).toEqual(['科创中国']);
      expect(await stored()).toMatchObject({ 'set/marks.style': theirs, 'set/muted/bundled/cast': muted });
      await until('the options to follow', () =>
        options.evaluate(() => document.querySelectorAll<HTMLInputElement>('#look input[type=radio]')[1]?.checked),
      );

      // Items of a device without our records: the records are sent to it.
      await choose(options, 'look', 2);
      await until('the next change on its way', async () => (await sent())['marks.style']?.v === 'dashed');
      await arrive({ records0: { n: 1, r: { badge: { v: false, t: mine.t, device: 'other' } } } });
      await until('both on their way', async () => {
        const { badge, 'marks.style': style, 'muted/bundled/cast': cast } = await sent();
        return badge?.v === false && style?.v === 'dashed' && cast?.v === true;
      });
    });
  });
}
