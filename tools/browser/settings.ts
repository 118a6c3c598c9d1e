/** Stores what a reader sets, without the options page. */
import type { Page } from 'puppeteer-core';
import { pageSettingsOf, type SettingValues, settingsOf } from '../../entrypoints/shared/settings/settings';
import { until } from './wait';

/** The part of the extension API used here, which the page's types do not declare. */
interface Api {
  storage: {
    local: { get(keys: string[] | null): Promise<Record<string, unknown>>; set(items: object): Promise<void> };
  };
}

/** Cards that open after a rest longer than any that a busy machine gives a moving pointer. */
export const SLOW_CARD = { 'card.restMs': 1500 } satisfies SettingValues;

/**
 * Stores settings by key, which open pages follow and new ones start with. What was set before is removed; its records stay,
 * without a value, because syncing would fill an emptied store again. The settings of pages are stored in the same change, as
 * the product does; without records, the background would replace them when it starts.
 * @param muted waits until pages are told of so many muted entries. A muted term that no pack has counts for none.
 */
export async function storeSettings(extensionPage: Page, values: SettingValues = {}, muted = 0): Promise<void> {
  const page = pageSettingsOf(settingsOf(new Map(Object.entries(values))), []);
  await extensionPage.evaluate(
    async (given) => {
      const { browser, chrome } = globalThis as { browser?: Api; chrome?: Api }; // An extension page has one of them.
      const local = (browser ?? chrome)?.storage.local;
      await navigator.locks.request('settings', async () => {
        const items = Object.entries((await local?.get(null)) ?? {}) as [string, { t: number }][]; // Records, if their key says so.
        const before = items.filter(([key]) => key.startsWith('set/'));
        const t = Math.max(Date.now(), ...before.map(([, record]) => record.t + 1));
        const removed = before.map(([key, record]) => [key, { ...record, v: null, t }] as const);
        const stored = Object.entries(given.values).map(
          ([key, v]) => [`set/${key}`, { v, t, device: 'test' }] as const,
        );
        await local?.set({ ...Object.fromEntries([...removed, ...stored]), page: given.page });
      });
    },
    { values, page },
  );
  await until(`${muted} muted entries in pages`, () =>
    extensionPage.evaluate(async (count) => {
      const { browser, chrome } = globalThis as { browser?: Api; chrome?: Api }; // As above.
      const { mutedEntries } = ((await (browser ?? chrome)?.storage.local.get(['mutedEntries'])) ?? {}) as {
        mutedEntries?: { entries: unknown[] }; // Written by the background.
      };
      return (mutedEntries?.entries ?? []).length === count;
    }, muted),
  );
}
