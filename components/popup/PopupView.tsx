/** The toolbar popup: search, terms of the page, one entry at a time, and switches for where terms are marked. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Entry } from '../../glossary/library/library';
import type { Search } from '../../glossary/search/search';
import { EntryCard } from '../card/EntryCard';
import type { Source } from '../card/shown-entry';
import { type ExportEvents, ExportTerms } from '../ExportTerms';
import { type MessageKey, type Translate, useTranslate } from '../i18n';
import type { ShownShortcut } from '../ShortcutList';
import { Chooser } from '../search/Chooser';
import { searchChoices } from '../search/search-choices';
import { CommandKeys } from './CommandKeys';
import { PageActions, type PageEvents, type PageState } from './PageActions';
import { type PageTerm, PageTerms } from './PageTerms';
import { Problem, type ScopeEvents, type ScopeState, ScopeSwitches } from './ScopeSwitches';

/** Actions of the reader. */
export interface PopupEvents extends ScopeEvents, PageEvents, ExportEvents {
  onOpenPassage(bulletin: string, passage: string): void;
  onOpenEntry(entry: Entry): void;
  onOpen(place: Place): void;
  onShowMention(term: PageTerm, nth: number): void;
  onMute(entry: Entry, isMuted: boolean): void;
  /** Loads the glossary again. */
  onRetry(): void;
  onChangeKeys(): void;
  onLeave(): void;
}

/** Pages that the popup opens. */
export type Place = 'panel' | 'glossary' | 'bulletins' | 'packs' | 'options';
const PLACES: readonly Place[] = ['panel', 'glossary', 'bulletins', 'packs', 'options'];

interface Props {
  page: PageState;
  scope: ScopeState;
  /** Null until it is loaded; a query typed before is answered then. */
  search: Search | null;
  /** Whether the glossary could not be loaded. */
  hasFailed: boolean;
  sourcesOf(entry: Entry): readonly Source[];
  passageHref(bulletin: string, passage: string): string;
  /** Whether the browser has a side panel. */
  hasPanel: boolean;
  shortcuts: readonly ShownShortcut[];
  /** A line about an update; null for none. */
  news: string | null;
  on: PopupEvents;
}

const PAGE_MESSAGES: Record<'loading' | 'off' | 'paused', MessageKey> = {
  loading: 'popup_page_loading',
  off: 'popup_page_off',
  paused: 'popup_page_paused',
};

/** An open entry replaces the rest, and goes back to it with the query kept. */
export function PopupView(props: Props) {
  const t = useTranslate();
  const { page, search, hasFailed, on } = props;
  const [query, setQuery] = useState('');
  const [shown, setShown] = useState<Entry | null>(null);
  const list = useRef<HTMLUListElement>(null);
  if (shown) return <EntryPage entry={shown} {...props} onBack={() => setShown(null)} />;
  const isAsked = query.trim() !== '';
  const found = isAsked && search ? searchChoices(search, query, t) : null;
  const terms = isAsked || page.name !== 'read' ? [] : page.terms;
  const unmuted = terms.flatMap(({ entry, isMuted }) => (isMuted ? [] : [entry]));
  return (
    <main class="popup">
      <h1 class="visually-hidden">{t('extension_name')}</h1>
      <Chooser
        query={query}
        choices={found?.choices ?? []}
        passages={found?.passages ?? []}
        listLabel={found?.message ?? ''}
        isFirstActive={found?.isNearest === false}
        isWaiting={isAsked && !search}
        onQuery={setQuery}
        onChoose={setShown}
        onChoosePassage={({ bulletin, passage }) => on.onOpenPassage(bulletin.id, passage)}
        onDown={() => list.current?.querySelector('button')?.focus()}
        onLeave={on.onLeave}
      >
        <p class="popup-message" role="status">
          {hasFailed && t('popup_search_failed')}
          {!hasFailed && (isAsked ? (found?.message ?? t('popup_search_loading')) : describePage(t, page))}
        </p>
      </Chooser>
      {hasFailed && (
        <p class="popup-choices">
          <button type="button" class="popup-way" onClick={on.onRetry}>
            {t('options_retry')}
          </button>
        </p>
      )}
      {!isAsked && <PageActions page={page} isLocked={props.scope.areSitesLocked} on={on} />}
      {terms.length > 0 && (
        <PageTerms terms={terms} list={list} onChoose={setShown} onShowMention={on.onShowMention} onMute={on.onMute} />
      )}
      {unmuted.length > 0 && <ExportTerms entries={unmuted} {...on} />}
      <Foot {...props} />
    </main>
  );
}

/** Text of the status line, which screen readers announce when it changes. */
function describePage(t: Translate, page: PageState): string {
  if (page.name === 'restricted') return t(`popup_restricted_${page.reason}`);
  if (page.name !== 'read') return t(PAGE_MESSAGES[page.name]);
  return page.terms.length > 0 ? '' : t('popup_page_empty');
}

function Foot({ scope, hasPanel, shortcuts, news, on }: Props) {
  const t = useTranslate();
  return (
    <footer class="popup-foot">
      <ScopeSwitches {...scope} on={on} />
      <nav class="popup-places" aria-label={t('popup_places')}>
        {PLACES.filter((place) => place !== 'panel' || hasPanel).map((place) => (
          <button type="button" key={place} onClick={() => on.onOpen(place)}>
            {t(`popup_place_${place}`)}
          </button>
        ))}
      </nav>
      <CommandKeys shortcuts={shortcuts} onChange={on.onChangeKeys} />
      {news !== null && <p class="popup-news">{news}</p>}
    </footer>
  );
}

function EntryPage({ entry, onBack, on, ...props }: Props & { entry: Entry; onBack(): void }) {
  const t = useTranslate();
  const back = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => back.current?.focus(), []);
  return (
    <main
      class="popup popup-entry"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onBack();
      }}
    >
      <h1 class="visually-hidden">{t('extension_name')}</h1>
      <p class="popup-ways">
        <button ref={back} type="button" class="popup-back" onClick={onBack}>
          ← {t('popup_back')}
        </button>
        <button type="button" class="popup-back" onClick={() => on.onOpenEntry(entry)}>
          {t(entry.pack.kind === 'user' ? 'own_edit' : 'popup_open_entry')}
        </button>
      </p>
      <Problem problem={props.scope.problem} />
      <EntryCard
        entries={[{ entry, sources: props.sourcesOf(entry), reason: null }]}
        passageHref={props.passageHref}
        onOpenPassage={on.onOpenPassage}
      />
    </main>
  );
}
