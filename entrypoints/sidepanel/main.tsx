/**
 * The side panel (sidebar in Firefox): terms of the front tab's page. `?tab=` names another tab, if the panel is opened as a
 * page.
 */
import { computed, signal } from '@preact/signals';
import { render } from 'preact';
import browser from 'webextension-polyfill';
import { I18n, type Translate } from '../../components/i18n';
import { type MuteOutcome, PagePanel, type PanelPage } from '../../components/panel/PagePanel';
import { copyOf } from '../../glossary/book/footnotes';
import type { Entry, Library } from '../../glossary/library/library';
import { createSearch } from '../../glossary/search/search';
import { exportEntries, lossesOfEntries } from '../shared/export-terms';
import { followLanguage } from '../shared/language/follow-language';
import { interfaceLanguage, loadWords, translate } from '../shared/language/translate';
import { loadLibrary } from '../shared/library';
import { loadReadings } from '../shared/packaged-data';
import { bulletinPath, GLOSSARY_PATH, glossaryPath } from '../shared/page-paths';
import { refusalOf } from '../shared/result';
import { settingsChanges, settingsStore, watchSettings } from '../shared/settings/reader-settings';
import { elementValue } from '../shared/settings/settings';
import { today } from '../shared/today';
import { type FollowedTab, followTab } from './follow-tab';
import { memoisedByContent, PanelLibrary } from './panel-library';

await loadWords();
const muted = signal<readonly string[]>([]);
const readings = await loadReadings();
/** Bundled and added packs, and of imported ones the muted terms; those of the page are read with it. */
const glossary = new PanelLibrary(
  memoisedByContent(() => loadLibrary(interfaceLanguage(), readings, undefined, { names: muted.value })),
);
const entries = computed(() => glossary.library.value?.entries ?? []);
/** With the terms of the page; null until they are read, and on a page that cannot be read. */
const pageLibrary = signal<Library | null>(null);
/** Those of other edited packs only if they have a term on the page. */
const bulletins = computed(() => (pageLibrary.value ?? glossary.library.value)?.bulletins ?? []);
const page = signal<PanelPage>({ name: 'loading' });
/** Index of the entry that the reader points at, or pointed at last; null for none on this page. */
const pointed = signal<number | null>(null);
const words = signal<Translate>(translate);
/** Over the terms of the page, by which these are filtered. */
const search = computed(() => {
  const shown = page.value.name === 'read' ? page.value.terms.map(({ entry }) => entry) : [];
  return createSearch({ entries: shown, variants: glossary.library.value?.variants ?? '', bulletins: [] }, readings);
});

const given = Number(new URLSearchParams(location.search).get('tab'));
/** Null until the library is loaded. */
let tab: FollowedTab | null = null;

function Panel() {
  return (
    <I18n.Provider value={words.value}>
      <PagePanel
        page={shownPage()}
        pointed={pointed.value}
        passageHref={bulletinPath}
        onOpenPassage={(bulletin, passage) => void browser.tabs.create({ url: bulletinPath(bulletin, passage) })}
        failure={glossary.failure.value}
        bulletins={bulletins.value}
        muted={entries.value.filter(({ id }) => muted.value.includes(id))}
        find={(query) => search.value.find(query, Number.POSITIVE_INFINITY).map(({ entry }) => entry)}
        entryHref={glossaryPath}
        bookHref={GLOSSARY_PATH}
        onShowMention={(entry, nth) => tab?.goTo({ entry: entry.index, nth })}
        onMute={mute}
        copy={(some, style) => navigator.clipboard.writeText(copyOf(some, bulletins.value, style, today()))}
        onExport={(some, format) => exportEntries(some, bulletins.value, format)}
        describeLosses={async (some, format) => lossesOfEntries(some, bulletins.value, format)}
        onRetry={() => void (glossary.failure.value ? updateTerms() : tab?.readAgain())}
      />
    </I18n.Provider>
  );
}

/** The page without muted terms, before the page itself reports the change. */
function shownPage(): PanelPage {
  const { value } = page;
  if (value.name !== 'read') return value;
  return { name: 'read', terms: value.terms.filter(({ entry }) => !muted.value.includes(entry.id)) };
}

/** Updates the library after changes of terms or language. */
async function updateTerms(): Promise<void> {
  const library = await glossary.update();
  if (!library) return;
  if (tab) tab.readAgain();
  else tab = followTab(Number.isInteger(given) && given > 0 ? given : null, () => libraryOf, { onPage, onPointed });
}

/** The library with the terms at these indexes. */
async function libraryOf(indexes: readonly number[]): Promise<Library> {
  const library = await loadLibrary(interfaceLanguage(), readings, undefined, { entries: indexes });
  pageLibrary.value = library;
  return library;
}

function onPointed(entry: number): void {
  pointed.value = entry;
}

function onPage(state: PanelPage): void {
  page.value = state;
  if (state.name !== 'read') pointed.value = null;
}

function nameDocument(): void {
  document.title = `${translate('popup_page_terms')} · ${translate('extension_name')}`;
}

async function mute(entry: Entry, isMuted: boolean): Promise<MuteOutcome> {
  const result = await settingsChanges.change(elementValue('muted', entry.id, isMuted));
  return result.ok ? 'done' : refusalOf(result.error);
}

document.documentElement.lang = interfaceLanguage();
nameDocument();
const app = document.getElementById('app');
if (app) render(<Panel />, app);
const lifetime = new AbortController();
addEventListener('pagehide', () => lifetime.abort(), { once: true });
followLanguage((other) => {
  words.value = other;
  nameDocument();
  void updateTerms();
}, lifetime.signal);
void updateTerms();
watchSettings(({ settings }) => {
  muted.value = settings.muted;
  void updateTerms();
}, lifetime.signal);
muted.value = await settingsStore.read().then(
  ({ settings }) => settings.muted,
  // If settings cannot be read, nothing is muted.
  () => [],
);
