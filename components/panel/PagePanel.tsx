/** Owns the side panel: the terms of the page beside it, in its order or by bulletin, and what can be done with them. */
import { useState } from 'preact/hooks';
import type { FootnoteStyle } from '../../glossary/book/footnotes';
import type { Entry } from '../../glossary/library/library';
import type { Bulletin } from '../../glossary/pack/pack';
import { CopyButtons } from '../card/CopyButtons';
import { type MessageKey, useTranslate } from '../i18n';
import { ShownDate } from '../ShownDate';
import { useComposed } from '../search/use-composed';
import { shownNumber } from '../shown-number';
import { MutedTerms } from './MutedTerms';
import { type PanelTerm, TermList } from './TermList';

/** What is known of the page beside the panel. */
export type PanelPage =
  /** `failed`: the browser did not tell. */
  | { name: 'loading' | 'off' | 'paused' | 'failed' }
  /** It cannot be read, and why. */
  | { name: 'barred'; by: keyof typeof BARS }
  | { name: 'read'; terms: readonly PanelTerm[] };

/** What could not be loaded: the whole glossary, or what the reader changed of their own terms since. */
const FAILURES = {
  glossary: 'popup_search_failed',
  terms: 'panel_terms_failed',
} as const satisfies Record<string, MessageKey>;

interface Props {
  page: PanelPage;
  /** Null where all is there. */
  failure: keyof typeof FAILURES | null;
  bulletins: readonly Bulletin[];
  muted: readonly Entry[];
  /** The entries a query finds, the best first. */
  find(query: string): readonly Entry[];
  entryHref(entry: string): string;
  bookHref: string;
  /** Brings the mention (from 0) into view. */
  onGo(entry: Entry, nth: number): void;
  onMute(entry: Entry, isMuted: boolean): Promise<MuteOutcome>;
  copy(entries: readonly Entry[], style: FootnoteStyle): Promise<void>;
  /** Tries once more what failed. */
  onRetry(): void;
}

/** Terms that quote no bulletin, by the kind of their pack. */
const UNQUOTED = [
  { kind: 'user', name: 'term_user' },
  { kind: 'policy', name: 'term_policy' },
] as const;

const REFUSALS = {
  failed: 'panel_mute_failed',
  private: 'private_not_saved',
  locked: 'reach_locked',
} as const satisfies Record<string, MessageKey>;

/** What became of muting: in a private window nothing is kept, and an organisation may have locked it. */
export type MuteOutcome = 'done' | keyof typeof REFUSALS;

const MESSAGES: Record<Exclude<PanelPage['name'], 'read' | 'barred'>, MessageKey> = {
  loading: 'popup_page_loading',
  off: 'popup_page_off',
  paused: 'popup_page_paused',
  failed: 'panel_page_failed',
};

const BARS = {
  browser: 'panel_barred_browser',
  store: 'panel_barred_store',
  files: 'popup_barred_files',
  permission: 'popup_barred_permission',
  early: 'popup_barred_early',
} as const satisfies Record<string, MessageKey>;

export function PagePanel(props: Props) {
  const t = useTranslate();
  const { page, failure, bulletins, muted, find, entryHref, bookHref } = props;
  const [query, setQuery] = useState('');
  const field = useComposed(query, setQuery);
  const [isByBulletin, setIsByBulletin] = useState(false);
  const [outcome, setOutcome] = useState<MuteOutcome>('done');
  const terms = page.name === 'read' ? page.terms : [];
  const shown = matching(terms, query, find);
  const mute = (entry: Entry, isMuted: boolean) => {
    setOutcome('done');
    void props.onMute(entry, isMuted).then(setOutcome, () => setOutcome('failed'));
  };
  const list = (key: string, label: string, some: readonly PanelTerm[]) => (
    <TermList
      key={key}
      label={label}
      terms={some}
      entryHref={entryHref}
      onGo={props.onGo}
      onMute={(entry) => mute(entry, true)}
    />
  );
  return (
    <main class="panel">
      <header class="panel-head">
        <h1>{t('popup_page_terms')}</h1>
        <a href={bookHref} target="_blank" rel="noopener">
          {t('book_title')}
        </a>
      </header>
      {terms.length > 0 && (
        <div class="panel-tools">
          <input
            type="search"
            class="search-field"
            aria-label={t('panel_filter')}
            placeholder={t('panel_filter')}
            {...field}
          />
          <fieldset class="panel-order">
            <legend class="visually-hidden">{t('panel_order')}</legend>
            <button type="button" aria-pressed={!isByBulletin} onClick={() => setIsByBulletin(false)}>
              {t('panel_by_place')}
            </button>
            <button type="button" aria-pressed={isByBulletin} onClick={() => setIsByBulletin(true)}>
              {t('panel_by_bulletin')}
            </button>
          </fieldset>
        </div>
      )}
      <p class="panel-message" role="status">
        {failure !== 'glossary' && messageOf(t, page, { terms, shown, query })}
      </p>
      {failure && (
        <p class="panel-message" role="alert">
          {t(FAILURES[failure])}
        </p>
      )}
      {(failure || page.name === 'failed') && (
        <button type="button" class="panel-retry" onClick={props.onRetry}>
          {t('options_retry')}
        </button>
      )}
      {outcome !== 'done' && (
        <p class="panel-message" role="alert">
          {t(REFUSALS[outcome])}
        </p>
      )}
      {isByBulletin ? (
        <>
          {bulletins.map(({ id, title, titleScript, date }) => {
            const quoted = shown.filter(({ entry }) => entry.evidence.some(({ bulletin }) => bulletin === id));
            if (quoted.length === 0) return null;
            return (
              <section key={id} aria-labelledby={`panel-${id}`}>
                <h2 id={`panel-${id}`}>
                  <span lang={titleScript}>{title}</span> <ShownDate date={date} />
                </h2>
                {list(id, title, quoted)}
              </section>
            );
          })}
          {UNQUOTED.map(({ kind, name }) => {
            const unquoted = shown.filter(({ entry }) => entry.evidence.length === 0 && entry.pack.kind === kind);
            if (unquoted.length === 0) return null;
            return (
              <section key={kind} aria-labelledby={`panel-${kind}`}>
                <h2 id={`panel-${kind}`}>{t(name)}</h2>
                {list(kind, t(name), unquoted)}
              </section>
            );
          })}
        </>
      ) : (
        list('page', t('popup_page_terms'), shown)
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
      <MutedTerms entries={muted} onUnmute={(entry) => mute(entry, false)} />
    </main>
  );
}

/** In the order of the page, whatever the query thinks of them. */
function matching(terms: readonly PanelTerm[], query: string, find: Props['find']): readonly PanelTerm[] {
  if (query.trim() === '') return terms;
  const found = new Set(find(query).map(({ id }) => id));
  return terms.filter(({ entry }) => found.has(entry.id));
}

function messageOf(
  t: ReturnType<typeof useTranslate>,
  page: PanelPage,
  { terms, shown, query }: { terms: readonly PanelTerm[]; shown: readonly PanelTerm[]; query: string },
): string {
  if (page.name === 'barred') return t(BARS[page.by]);
  if (page.name !== 'read') return t(MESSAGES[page.name]);
  if (terms.length === 0) return t('popup_page_empty');
  if (shown.length === 0) return t('search_none', query.trim());
  const mentions = shown.reduce((sum, { count }) => sum + count, 0);
  return t(
    'panel_count',
    t('panel_terms', shownNumber(t, shown.length)),
    t('panel_mentions', shownNumber(t, mentions)),
  );
}
