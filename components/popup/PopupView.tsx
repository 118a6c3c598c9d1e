/** Owns the toolbar popup: the terms of the page, search, one entry at a time, and where terms are marked. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Entry } from '../../glossary/library/library';
import type { Search } from '../../glossary/search/search';
import { EntryCard } from '../card/EntryCard';
import type { Source } from '../card/shown-entry';
import { type MessageKey, useTranslate } from '../i18n';
import type { ShownShortcut } from '../ShortcutList';
import { Chooser } from '../search/Chooser';
import { searchChoices } from '../search/search-choices';
import { CommandKeys } from './CommandKeys';
import { type PageTerm, PageTerms } from './PageTerms';
import { Problem, Reach, type ReachEvents, type ReachState } from './Reach';

/** Why a page cannot be read: the browser's own, the store's, a local file, without permission, or opened before us. */
export const BARS = ['browser', 'store', 'files', 'permission', 'early'] as const;

/** What is known of the page in the tab. */
export type PageState =
  | { name: 'loading' | 'off' | 'paused' }
  | { name: 'barred'; by: (typeof BARS)[number] }
  | {
      name: 'read';
      terms: readonly PageTerm[];
      /** Why only the page as it is, is marked: by rules it would be off, or the browser keeps us out. Or null. */
      onlyBy: 'rules' | 'permission' | null;
      /** Whether it embeds pages of other sites that the browser keeps us out of. */
      hasFramesKeptOut: boolean;
    };

export interface PopupEvents extends ReachEvents {
  onOpenPassage(bulletin: string, passage: string): void;
  onOpenEntry(entry: Entry): void;
  onOpen(place: Place): void;
  onGo(term: PageTerm, nth: number): void;
  onMute(entry: Entry, isMuted: boolean): void;
  /** Marks the page as it is, whatever holds for its site. */
  onMarkPage(): void;
  /** Asks the browser for leave to read this page's site. */
  onAskPermission(): void;
  onReload(): void;
  /** Tries once more to load the glossary. */
  onRetry(): void;
  onChangeKeys(): void;
  onLeave(): void;
}

/** Where the popup leads. */
export type Place = 'panel' | 'glossary' | 'bulletins' | 'options';
const PLACES: readonly Place[] = ['panel', 'glossary', 'bulletins', 'options'];

interface Props {
  page: PageState;
  reach: ReachState;
  /** Null until it is loaded: what is typed before is answered then. */
  search: Search | null;
  /** Whether the glossary could not be loaded. */
  hasFailed: boolean;
  sourcesOf(entry: Entry): readonly Source[];
  passageHref(bulletin: string, passage: string): string;
  /** What the reader can do by key. */
  shortcuts: readonly ShownShortcut[];
  /** A line about what is new, after an update; or null. */
  news: string | null;
  on: PopupEvents;
}

const PAGE_MESSAGES: Record<'loading' | 'off' | 'paused', MessageKey> = {
  loading: 'popup_page_loading',
  off: 'popup_page_off',
  paused: 'popup_page_paused',
};

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
  return (
    <main class="popup">
      <h1 class="visually-hidden">{t('extension_name')}</h1>
      <Chooser
        query={query}
        choices={found?.choices ?? []}
        listLabel={found?.message ?? ''}
        isFirstAtHand={found?.isNearest === false}
        isWaiting={isAsked && !search}
        onQuery={setQuery}
        onChoose={setShown}
        onDown={() => list.current?.querySelector('button')?.focus()}
        onLeave={on.onLeave}
      >
        <p class="popup-message" role="status">
          {hasFailed && t('popup_search_failed')}
          {!hasFailed && (isAsked ? (found?.message ?? t('popup_search_loading')) : pageMessage(t, page))}
        </p>
      </Chooser>
      {hasFailed && (
        <p class="popup-choices">
          <button type="button" class="popup-way" onClick={on.onRetry}>
            {t('options_retry')}
          </button>
        </p>
      )}
      {!isAsked && <Ways page={page} isLocked={props.reach.areSitesLocked} on={on} />}
      {terms.length > 0 && (
        <PageTerms terms={terms} list={list} onChoose={setShown} onGo={on.onGo} onMute={on.onMute} />
      )}
      <Foot {...props} />
    </main>
  );
}

/** What the status line says; it is read out when it changes. */
function pageMessage(t: ReturnType<typeof useTranslate>, page: PageState): string {
  if (page.name === 'barred') return t(`popup_barred_${page.by}`);
  if (page.name !== 'read') return t(PAGE_MESSAGES[page.name]);
  return page.terms.length > 0 ? '' : t('popup_page_empty');
}

/** What the reader can do about a page that is not marked, or only as it is. */
function Ways({ page, isLocked, on }: { page: PageState; isLocked: boolean; on: PopupEvents }) {
  const t = useTranslate();
  const ways = waysOf(page, isLocked);
  const acts = { mark: on.onMarkPage, permission: on.onAskPermission, reload: on.onReload };
  return (
    <>
      {page.name === 'read' && page.onlyBy !== null && <p class="popup-message">{t(`popup_only_${page.onlyBy}`)}</p>}
      {page.name === 'read' && page.hasFramesKeptOut && <p class="popup-message">{t('popup_frames_kept_out')}</p>}
      {ways.length > 0 && (
        <p class="popup-choices">
          {ways.map((way) => (
            <button type="button" key={way} class="popup-way" onClick={acts[way]}>
              {t(`popup_way_${way}`)}
            </button>
          ))}
        </p>
      )}
    </>
  );
}

/** The likeliest first. */
function waysOf(page: PageState, isLocked: boolean): ('mark' | 'permission' | 'reload')[] {
  if (page.name === 'off') return isLocked ? [] : ['mark'];
  if (page.name === 'read') return page.onlyBy === 'permission' ? ['permission'] : [];
  if (page.name !== 'barred') return [];
  if (page.by === 'permission') return ['mark', 'permission'];
  return page.by === 'early' ? ['mark', 'reload'] : [];
}

function Foot({ reach, shortcuts, news, on }: Props) {
  const t = useTranslate();
  return (
    <footer class="popup-foot">
      <Reach {...reach} on={on} />
      <nav class="popup-places" aria-label={t('popup_places')}>
        {PLACES.map((place) => (
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
  useEffect(() => back.current?.focus(), []);
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
      <Problem problem={props.reach.problem} />
      <EntryCard
        entries={[{ entry, sources: props.sourcesOf(entry), reason: null }]}
        passageHref={props.passageHref}
        onOpenPassage={on.onOpenPassage}
      />
    </main>
  );
}
