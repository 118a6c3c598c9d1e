/** The side panel: lists the terms of the page beside it, in page order or by bulletin. */
import { useState } from 'preact/hooks';
import type { CopyStyle } from '../../glossary/book/footnotes';
import type { Entry } from '../../glossary/library/library';
import type { Bulletin } from '../../glossary/pack/pack';
import { CopyButtons } from '../card/CopyButtons';
import { EntryCard } from '../card/EntryCard';
import type { PassageLink } from '../card/EntryQuotation';
import { type ExportEvents, ExportTerms } from '../ExportTerms';
import { formatNumber } from '../format';
import { type MessageKey, type Translate, useTranslate } from '../i18n';
import { MutedTerms } from './MutedTerms';
import { PanelTools } from './PanelTools';
import { TermGroups } from './TermGroups';
import { type PanelTerm, type TermEvents, TermList } from './TermList';

/** State of the page beside the panel. `failed`: the browser did not say which page it is. */
export type PanelPage =
  | { name: 'loading' | 'off' | 'paused' | 'failed' }
  /** The page cannot be read. */
  | { name: 'restricted'; reason: keyof typeof RESTRICTIONS }
  | { name: 'read'; terms: readonly PanelTerm[] };

/** Not loaded: the whole glossary, or only the latest changes of the reader's own terms. */
const FAILURES = {
  glossary: 'popup_search_failed',
  terms: 'panel_terms_failed',
} as const satisfies Record<string, MessageKey>;

interface Props
  extends Pick<TermEvents, 'entryHref' | 'onShowMention'>,
    ExportEvents,
    Pick<PassageLink, 'passageHref' | 'onOpenPassage'> {
  page: PanelPage;
  /** Index of the entry that the reader points at in the page; null for none. */
  pointed: number | null;
  /** Null if all is loaded. */
  failure: keyof typeof FAILURES | null;
  bulletins: readonly Bulletin[];
  muted: readonly Entry[];
  /** Entries that match a query, in any order. */
  find(query: string): readonly Entry[];
  bookHref: string;
  onMute(entry: Entry, isMuted: boolean): Promise<MuteOutcome>;
  copy(entries: readonly Entry[], style: CopyStyle): Promise<void>;
  /** Loads again what failed. */
  onRetry(): void;
}

const REFUSALS = {
  failed: 'panel_mute_failed',
  private: 'private_not_saved',
  locked: 'scope_locked',
} as const satisfies Record<string, MessageKey>;

/** Result of muting. Private windows save nothing; an organisation may lock the setting. */
export type MuteOutcome = 'done' | keyof typeof REFUSALS;

const MESSAGES: Record<Exclude<PanelPage['name'], 'read' | 'restricted'>, MessageKey> = {
  loading: 'popup_page_loading',
  off: 'popup_page_off',
  paused: 'popup_page_paused',
  failed: 'panel_page_failed',
};

const RESTRICTIONS = {
  browser: 'panel_restricted_browser',
  store: 'panel_restricted_store',
  files: 'popup_restricted_files',
  permission: 'popup_restricted_permission',
  early: 'popup_restricted_early',
} as const satisfies Record<string, MessageKey>;

/** Keeps the filter and the order while `page` changes. A rejected `onMute` counts as `failed`. */
export function PagePanel(props: Props) {
  const t = useTranslate();
  const { page, failure, bulletins, muted, find, entryHref, bookHref, onShowMention } = props;
  const [query, setQuery] = useState('');
  const [isByBulletin, setIsByBulletin] = useState(false);
  const [outcome, setOutcome] = useState<MuteOutcome>('done');
  const terms = page.name === 'read' ? page.terms : [];
  const pointed = terms.find(({ entry }) => entry.index === props.pointed)?.entry;
  const shown = matching(terms, query, find);
  const mute = (entry: Entry, isMuted: boolean) => {
    setOutcome('done');
    void props.onMute(entry, isMuted).then(setOutcome, () => setOutcome('failed'));
  };
  const events: TermEvents = { entryHref, onShowMention, onMute: (entry) => mute(entry, true) };
  return (
    <main class="panel">
      <header class="panel-head">
        <h1>{t('popup_page_terms')}</h1>
        <a href={bookHref} target="_blank" rel="noopener">
          {t('book_title')}
        </a>
      </header>
      {terms.length > 0 && (
        <PanelTools query={query} isByBulletin={isByBulletin} onQuery={setQuery} onOrder={setIsByBulletin} />
      )}
      <p class="panel-message" role="status">
        {failure !== 'glossary' && describePage(t, page, shown, query)}
      </p>
      {failure && <Alert message={FAILURES[failure]} />}
      {(failure || page.name === 'failed') && (
        <button type="button" class="panel-retry" onClick={props.onRetry}>
          {t('options_retry')}
        </button>
      )}
      {outcome !== 'done' && <Alert message={REFUSALS[outcome]} />}
      {isByBulletin ? (
        <TermGroups terms={shown} bulletins={bulletins} {...events} />
      ) : (
        <TermList label={t('popup_page_terms')} terms={shown} {...events} />
      )}
      {shown.length > 0 && (
        <CopyButtons
          copy={(style) =>
            props.copy(
              shown.map(({ entry }) => entry),
              style,
            )
          }
        />
      )}
      {shown.length > 0 && <ExportTerms {...props} entries={shown.map(({ entry }) => entry)} />}
      <MutedTerms entries={muted} onUnmute={(entry) => mute(entry, false)} />
      {pointed && (
        <aside class="panel-pointed">
          <EntryCard
            key={pointed.id}
            entries={[{ entry: pointed, sources: bulletins, reason: null }]}
            passageHref={props.passageHref}
            onOpenPassage={props.onOpenPassage}
          />
        </aside>
      )}
    </main>
  );
}

function Alert({ message }: { message: MessageKey }) {
  const t = useTranslate();
  return (
    <p class="panel-message" role="alert">
      {t(message)}
    </p>
  );
}

/** In page order, whatever the rank of the matches. */
function matching(terms: readonly PanelTerm[], query: string, find: Props['find']): readonly PanelTerm[] {
  if (query.trim() === '') return terms;
  const found = new Set(find(query).map(({ id }) => id));
  return terms.filter(({ entry }) => found.has(entry.id));
}

function describePage(t: Translate, page: PanelPage, shown: readonly PanelTerm[], query: string): string {
  if (page.name === 'restricted') return t(RESTRICTIONS[page.reason]);
  if (page.name !== 'read') return t(MESSAGES[page.name]);
  if (page.terms.length === 0) return t('popup_page_empty');
  if (shown.length === 0) return t('search_none', query.trim());
  const mentions = shown.reduce((sum, { count }) => sum + count, 0);
  return t(
    'panel_count',
    t('panel_terms', formatNumber(t, shown.length)),
    t('panel_mentions', formatNumber(t, mentions)),
  );
}
