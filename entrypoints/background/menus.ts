/** The context menu of a selection: searches for it, or adds it as a term of the reader's own. */
import browser, { type Menus, type Tabs } from 'webextension-polyfill';
import { truncate } from '../../glossary/truncate';
import { loadWords, translate } from '../shared/language/translate';
import { storeLookedUp } from '../shared/looked-up';
import { optionalApis } from '../shared/optional-apis';
import { addTermPath, glossarySelectionPath } from '../shared/page-paths';
import { selectedIn } from './selected-text';

const LOOK_UP = 'look-up';
const ADD_TERM = 'add-term';
/** Longest selection that is taken over, in UTF-16 units: far more than a headword may have, which the form tells. */
const MAX_TERM = 500;

/** Creates the menu. Call it after installation and updates. */
export async function makeMenus(): Promise<void> {
  const { contextMenus } = optionalApis;
  if (!contextMenus) return;
  await loadWords();
  await contextMenus.removeAll();
  for (const [id, title] of titles()) contextMenus.create({ id, contexts: ['selection'], title });
}

/** Sets the titles in the current language, if the menu exists. */
export async function renameMenus(): Promise<void> {
  await Promise.allSettled(titles().map(([id, title]) => optionalApis.contextMenus?.update(id, { title })));
}

function titles(): [string, string][] {
  return [
    [LOOK_UP, translate('menu_look_up', '%s')],
    [ADD_TERM, translate('menu_add_term', '%s')],
  ];
}

/** Call it at each start of the worker, synchronously: clicks wake the worker. */
export function listenToMenus(): void {
  optionalApis.contextMenus?.onClicked.addListener((info, tab) => void chosen(info, tab));
}

async function chosen(
  { menuItemId, selectionText = '', frameId = 0 }: Menus.OnClickData,
  tab?: Tabs.Tab,
): Promise<void> {
  const selection = selectionText.trim();
  if (menuItemId === ADD_TERM) await open(addTermPath(tab?.incognito ? '' : truncate(selection, MAX_TERM)), tab);
  if (menuItemId !== LOOK_UP || selection === '') return;
  const selected =
    tab?.id === undefined || tab.id < 0
      ? { text: selection, start: 0, end: selection.length }
      : await selectedIn(tab.id, frameId, selection);
  const id = await storeLookedUp({ ...selected, isPrivate: tab?.incognito === true });
  await open(glossarySelectionPath(id), tab);
}

async function open(path: string, tab: Tabs.Tab | undefined): Promise<void> {
  await browser.tabs.create({
    url: browser.runtime.getURL(path),
    // From a private window, the page may open in another window, where positions differ.
    ...(tab?.id !== undefined && tab.id >= 0 && !tab.incognito ? { index: tab.index + 1, openerTabId: tab.id } : {}),
  });
}
