/** Stores settings of pages as the background does, without the options page. */
import type { Page } from 'puppeteer-core';
import type { CardSettings } from '../../entrypoints/shared/settings/page-settings';
import { until } from './wait';

/** The part of the extension API used here, which the page's types do not declare. */
interface Api {
  storage: {
    local: {
      get(keys: string | string[] | null): Promise<Record<string, unknown>>;
      set(items: object): Promise<void>;
      remove(key: string): Promise<void>;
    };
  };
}

/**
 * Stores settings that open pages follow and new ones start with.
 * @param settings fields of `PageSettings`, valid or not; missing ones are the usual. Null for the usual ones only.
 */
export function storePageSettings(extensionPage: Page, settings: object | null): Promise<void> {
  return extensionPage.evaluate(async (value) => {
    const { browser, chrome } = globalThis as { browser?: Api; chrome?: Api }; // An extension page has one of them.
    const local = (browser ?? chrome)?.storage.local;
    await (value === null ? local?.remove('page') : local?.set({ page: { v: 1, ...value } }));
  }, settings);
}

/** Cards that open after a rest longer than any that a busy machine gives a moving pointer. */
export const SLOW_CARD: CardSettings = { opensBy: 'hover', restMs: 1500, textSize: 'usual' };

/**
 * Removes what the reader has set, as the options page does, and waits until pages have the defaults. An emptied store would
 * be filled again by syncing.
 */
export async function forgetSettings(extensionPage: Page): Promise<void> {
  await extensionPage.evaluate(async () => {
    const { browser, chrome } = globalThis as { browser?: Api; chrome?: Api }; // An extension page has one of them.
    const local = (browser ?? chrome)?.storage.local;
    await navigator.locks.request('settings', async () => {
      const items = Object.entries((await local?.get(null)) ?? {}) as [string, { t: number }][]; // Records, if their key says so.
      const records = items.filter(([key]) => key.startsWith('set/'));
      const t = Math.max(Date.now(), ...records.map(([, record]) => record.t + 1));
      await local?.set(Object.fromEntries(records.map(([key, record]) => [key, { ...record, v: null, t }])));
    });
  });
  await until('the usual settings in pages', () =>
    extensionPage.evaluate(async () => {
      type StoredForPages = { page?: { sites: { rules: unknown[] } }; mutedEntries?: { entries: unknown[] } };
      const { browser, chrome } = globalThis as { browser?: Api; chrome?: Api }; // As above.
      const stored: StoredForPages = (await (browser ?? chrome)?.storage.local.get(['page', 'mutedEntries'])) ?? {};
      return stored.page?.sites.rules.length === 0 && (stored.mutedEntries?.entries ?? []).length === 0;
    }),
  );
}
