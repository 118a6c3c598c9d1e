/**
 * Owns bringing what pages need of the terms that were added, the reader's own and their organisation's, up to date:
 * compiled here, since the table of spellings is larger than all that pages carry.
 */
import browser from 'webextension-polyfill';
import { settingsStore, watchSettings } from '../shared/settings/reader-settings';
import { keepTables } from './keep-tables';

/** To be called once, when the worker starts: the listeners wake it later. */
export function keepOwnTerms(): void {
  const keep = (isAnew: boolean) => {
    // One at a time: what is written last was read last.
    const kept = navigator.locks.request('own-terms', async () => {
      const { foundTerms } = await settingsStore.read();
      await keepTables(browser.storage.local, foundTerms, isAnew);
    });
    // What fails now (a full disk) is tried again with the next change or start; pages keep what they have.
    void kept.catch(() => null);
  };
  watchSettings(() => keep(false), new AbortController().signal);
  // Another version may compile the same terms to something else.
  browser.runtime.onInstalled.addListener(() => keep(true));
  keep(false);
}
