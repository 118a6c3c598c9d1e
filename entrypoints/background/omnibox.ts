/** Owns searching the glossary from the address bar, by the keyword of the manifest. */

import readings from 'virtual:pangzhu/readings';
import browser from 'webextension-polyfill';
import type { ReaderPack } from '../../glossary/pack/pack';
import { createSearch, type Search } from '../../glossary/search/search';
import { interfaceLanguage, loadWords, translate } from '../shared/language/translate';
import { glossaryPath, glossarySearchPath } from '../shared/paths/glossary-path';
import { loadPack } from '../shared/reader-pack';
import { suggestionOf } from './suggestion';

/** As many as address bars show. */
const MOST = 6;
/** Tells what was chosen from what was only typed. */
const CHOSEN = 'pangzhu:entry:';

let made: { pack: ReaderPack; search: Search } | null = null;

/** To be called at every start of the worker, at once: the browser wakes it by what is typed. */
export function listenToOmnibox(): void {
  // Firefox for Android has no such field.
  if (!browser.omnibox) return;
  browser.omnibox.onInputChanged.addListener((text, suggest) => void suggestFor(text, suggest));
  browser.omnibox.onInputEntered.addListener((text, disposition) => void entered(text, disposition));
}

/** Says what the field is for, in the words that hold now. */
export function describeOmnibox(): void {
  browser.omnibox?.setDefaultSuggestion({ description: translate('omnibox_default') });
}

async function suggestFor(
  text: string,
  suggest: (list: { content: string; description: string }[]) => void,
): Promise<void> {
  await loadWords();
  const pack = await loadPack(interfaceLanguage(), readings);
  if (made?.pack !== pack) made = { pack, search: createSearch(pack, readings) };
  const found = made.search.find(text, MOST);
  suggest(
    found.map((result) => ({
      content: CHOSEN + result.entry.id,
      description: suggestionOf(result, { isMarkup: import.meta.env.CHROME }),
    })),
  );
}

async function entered(text: string, disposition: string): Promise<void> {
  const path = text.startsWith(CHOSEN) ? glossaryPath(text.slice(CHOSEN.length)) : glossarySearchPath(text.trim());
  const url = browser.runtime.getURL(path);
  if (disposition === 'currentTab') await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
}
