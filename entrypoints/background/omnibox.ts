/** Owns searching the glossary from the address bar, by the keyword of the manifest. */

import browser from 'webextension-polyfill';
import type { Library } from '../../glossary/library/library';
import { createSearch, type Search } from '../../glossary/search/search';
import { interfaceLanguage, loadWords, translate } from '../shared/language/translate';
import { loadLibrary } from '../shared/library';
import { loadReadings } from '../shared/packaged-data';
import { contentOf, enteredPath, suggestionOf } from './suggestion';

/** As many as address bars show. */
const MOST = 6;

let made: { library: Library; search: Search } | null = null;

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
  const readings = await loadReadings();
  const library = await loadLibrary(interfaceLanguage(), readings);
  if (made?.library !== library) made = { library, search: createSearch(library, readings) };
  const found = made.search.find(text, MOST);
  suggest(
    found.map((result) => ({
      content: contentOf(result),
      description: suggestionOf(result, { isMarkup: import.meta.env.CHROME }),
    })),
  );
}

async function entered(text: string, disposition: string): Promise<void> {
  // In Chromium our pages open in ordinary windows only; Firefox keeps nothing of a private one.
  const [library, isPrivate] = await Promise.all([
    loadLibrary(interfaceLanguage()),
    import.meta.env.CHROME && browser.windows.getLastFocused().then(({ incognito }) => incognito),
  ]);
  const url = browser.runtime.getURL(enteredPath(text, library, isPrivate));
  if (disposition === 'currentTab' && !isPrivate) await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
}
