/** Stores settings of pages as the background does, without the options page. */
import type { Page } from 'puppeteer-core';
import type { CardSettings } from '../../entrypoints/shared/settings/page-settings';

/** The part of the extension API used here, which the page's types do not declare. */
interface Api {
  storage: { local: { set(items: object): Promise<void>; remove(key: string): Promise<void> } };
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
export const SLOW_CARD: CardSettings = { opensBy: 'hover', restMs: 1500 };
