/** Lists terms of the page; each has buttons that show its mentions, and one that mutes it. */
import { useState } from 'preact/hooks';
import type { Entry } from '../../glossary/library/library';
import { summaryOf } from '../../glossary/pack/summary-of';
import { DeprecatedNote, hasDetails, TermDetails } from '../card/TermDetails';
import { kindName, toneOf } from '../entry-kind';
import { formatNumber } from '../format';
import { useTranslate } from '../i18n';

/** An entry that the page mentions. */
export interface PanelTerm {
  entry: Entry;
  /** Mentions on the page, at least 1. */
  count: number;
}

/** Addresses and events of a list of terms. */
export interface TermEvents {
  entryHref(entry: string): string;
  /** @param nth from 0, less than the term's `count`. */
  onShowMention(entry: Entry, nth: number): void;
  onMute(entry: Entry): void;
}

interface Props extends TermEvents {
  label: string;
  terms: readonly PanelTerm[];
}

/** Renders nothing without terms. */
export function TermList({ label, terms, ...events }: Props) {
  if (terms.length === 0) return null;
  return (
    <ol class="panel-terms" aria-label={label}>
      {terms.map((term) => (
        <Term key={term.entry.id} term={term} {...events} />
      ))}
    </ol>
  );
}

function Term({ term: { entry, count }, entryHref, onShowMention, onMute }: TermEvents & { term: PanelTerm }) {
  const t = useTranslate();
  return (
    <li>
      <p class="panel-term">
        <a href={entryHref(entry.id)} target="_blank" rel="noopener" lang={entry.script}>
          {entry.headword}
        </a>
        <span class={`category-name ${toneOf(entry)}`}>{kindName(t, entry)}</span>
      </p>
      <p class="panel-short" lang={entry.script}>
        {summaryOf(entry)}
      </p>
      {entry.status === 'deprecated' && <DeprecatedNote entry={entry} />}
      {hasDetails(entry) && (
        <details class="panel-details">
          <summary>{t('panel_details')}</summary>
          <TermDetails entry={entry} />
        </details>
      )}
      <p class="panel-actions">
        <MentionButtons name={entry.headword} count={count} onShow={(nth) => onShowMention(entry, nth)} />
        <button
          type="button"
          class="panel-mute"
          aria-label={t('panel_mute_name', entry.headword)}
          onClick={() => onMute(entry)}
        >
          {t('panel_mute')}
        </button>
      </p>
    </li>
  );
}

/** Steps through the mentions, round at the ends. */
function MentionButtons({ name, count, onShow }: { name: string; count: number; onShow(nth: number): void }) {
  const t = useTranslate();
  // -1: none shown yet.
  const [current, setCurrent] = useState(-1);
  const show = (nth: number) => {
    const next = (nth + count) % count;
    setCurrent(next);
    onShow(next);
  };
  return (
    <>
      {count > 1 && (
        <button
          type="button"
          aria-label={t('panel_previous', name)}
          onClick={() => show(current < 0 ? count - 1 : current - 1)}
        >
          ↑
        </button>
      )}
      <button type="button" aria-label={t('panel_next', name)} onClick={() => show(current + 1)}>
        ↓
      </button>
      <span class="panel-at">
        {current < 0
          ? t('popup_page_terms_count', formatNumber(t, count))
          : t('panel_at', formatNumber(t, current + 1), formatNumber(t, count))}
      </span>
    </>
  );
}
