/**
 * Owns that what the browser shows of ours outside our own pages speaks the language the reader chose: the menu on a
 * selection, the name of the toolbar button, the address bar, and the words our scripts in open pages have.
 */
import browser from 'webextension-polyfill';
import { interfaceLanguage, loadWords, translate } from '../shared/language/translate';
import { watchSettings } from '../shared/settings/reader-settings';
import { renameMenus } from './menus';
import { describeOmnibox } from './omnibox';
import { tellWords } from './tell-words';

/** In storage.session: the language open pages were told last. */
const TOLD_KEY = 'language-told';

/** To be called once, when the worker starts: the listeners wake it later. */
export function keepLanguage(): void {
  // One at a time: what is said last was read last.
  const keep = () => void navigator.locks.request('language', speak).catch(() => null);
  watchSettings(keep, new AbortController().signal);
  // The browser's own language, or the organisation's word, may be another since it was closed.
  browser.runtime.onStartup.addListener(keep);
  keep();
}

async function speak(): Promise<void> {
  const words = await loadWords();
  describeOmnibox();
  const title = translate('extension_name');
  await Promise.allSettled([
    renameMenus(),
    browser.action.setTitle({ title }),
    // Firefox's list beside the page; Chromium takes the extension's name for it.
    browser.sidebarAction?.setTitle({ title }),
  ]);
  const language = interfaceLanguage();
  // Kept for the session: the worker may have been ended since.
  const { [TOLD_KEY]: told } = await browser.storage.session.get(TOLD_KEY);
  if (told === language) return;
  await browser.storage.session.set({ [TOLD_KEY]: language });
  // Nobody was told anything before: whoever has words has these.
  if (told !== undefined) await tellWords(words);
}
