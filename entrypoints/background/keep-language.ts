/**
 * Applies the chosen language outside extension pages: to the context menu, the toolbar button, the address bar, and the
 * messages of scripts in open pages.
 */
import browser from 'webextension-polyfill';
import { interfaceLanguage, loadWords, translate } from '../shared/language/translate';
import { optionalApis } from '../shared/optional-apis';
import { watchSettings } from '../shared/settings/reader-settings';
import { renameMenus } from './menus';
import { describeOmnibox } from './omnibox';
import { updateWords } from './update-words';

/** In storage.session: the language that open pages received last. */
const SENT_KEY = 'language-sent';

/** Call it at each start of the worker, synchronously: its listeners wake the worker. */
export function keepLanguage(): void {
  // One at a time, so that the last change is applied last.
  const keep = () => void navigator.locks.request('language', applyLanguage).catch(() => null);
  watchSettings(keep, new AbortController().signal);
  // The browser's language or the policy may have changed while it was closed.
  browser.runtime.onStartup.addListener(keep);
  keep();
}

async function applyLanguage(): Promise<void> {
  const words = await loadWords();
  describeOmnibox();
  const title = translate('extension_name');
  await Promise.allSettled([
    renameMenus(),
    browser.action.setTitle({ title }),
    // Firefox's sidebar; Chromium's side panel has the extension's name.
    optionalApis.sidebarAction?.setTitle({ title }),
  ]);
  const language = interfaceLanguage();
  // Stored for the session, because the worker may have been ended meanwhile.
  const { [SENT_KEY]: sent } = await browser.storage.session.get(SENT_KEY);
  if (sent === language) return;
  await browser.storage.session.set({ [SENT_KEY]: language });
  // Without an earlier language, scripts with messages have these.
  if (sent !== undefined) await updateWords(words);
}
