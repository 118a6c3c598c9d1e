/** Searches the glossary from the address bar, after the keyword of the manifest. */
import browser from 'webextension-polyfill';
import type { Library } from '../../glossary/library/library';
import type { Readings } from '../../glossary/search/homophones';
import { creatingSearch, type Search } from '../../glossary/search/search';
import { interfaceLanguage, loadWords, translate } from '../shared/language/translate';
import { loadLibrary } from '../shared/library';
import { optionalApis } from '../shared/optional-apis';
import { loadReadings } from '../shared/packaged-data';
import { inSlices, LIBRARY_SLICE_MS } from '../shared/page/slices';
import { contentOf, enteredName, enteredPath, suggestionOf } from './suggestion';

/** Number of suggestions that address bars show. */
const MOST = 6;

let made: { library: Library; search: Promise<Search> } | null = null;

/** Call it at each start of the worker, synchronously: input wakes the worker. */
export function listenToOmnibox(): void {
  // Firefox for Android has no omnibox.
  optionalApis.omnibox?.onInputChanged.addListener((text, suggest) => void suggestFor(text, suggest));
  optionalApis.omnibox?.onInputEntered.addListener((text, disposition) => void entered(text, disposition));
}

/** Sets the default suggestion in the current language. */
export function describeOmnibox(): void {
  optionalApis.omnibox?.setDefaultSuggestion({ description: translate('omnibox_default') });
}

async function suggestFor(
  text: string,
  suggest: (list: { content: string; description: string }[]) => void,
): Promise<void> {
  await loadWords();
  const readings = await loadReadings();
  const library = await loadLibrary(interfaceLanguage(), readings);
  if (made?.library !== library) made = { library, search: preparedSearch(library, readings) };
  const found = (await made.search).find(text, MOST);
  suggest(
    found.map((result) => ({
      content: contentOf(result),
      description: suggestionOf(result, { isMarkup: import.meta.env.CHROME }),
    })),
  );
}

/** Made and prepared in slices, so that the worker answers tabs meanwhile: seconds for a hundred thousand terms. */
async function preparedSearch(library: Library, readings: Readings): Promise<Search> {
  const search = await inSlices(creatingSearch(library, readings), LIBRARY_SLICE_MS);
  await inSlices(search.preparing(), LIBRARY_SLICE_MS);
  return search;
}

async function entered(text: string, disposition: string): Promise<void> {
  // Chromium opens extension pages in ordinary windows, which record their address; Firefox opens them in the private one.
  const name = enteredName(text);
  const [library, isPrivate] = await Promise.all([
    loadLibrary(interfaceLanguage(), '', undefined, { names: name === null ? [] : [name] }),
    import.meta.env.CHROME && browser.windows.getLastFocused().then(({ incognito }) => incognito),
  ]);
  const url = browser.runtime.getURL(enteredPath(text, library, isPrivate));
  if (disposition === 'currentTab' && !isPrivate) await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
}
