/** Owns terms as they are listed in the side panel, each with the way to its mentions. */
import { useState } from 'preact/hooks';
import type { Entry } from '../../glossary/library/library';
import { kindName, toneOf } from '../entry-kind';
import { useTranslate } from '../i18n';
import { shownNumber } from '../shown-number';

export interface PanelTerm {
  entry: Entry;
  /** Mentions on the page, at least 1. */
  count: number;
}

interface Props {
  label: string;
  terms: readonly PanelTerm[];
  entryHref(entry: string): string;
  onGo(entry: Entry, nth: number): void;
  onMute(entry: Entry): void;
}

export function TermList({ label, terms, ...rest }: Props) {
  if (terms.length === 0) return null;
  return (
    <ol class="panel-terms" aria-label={label}>
      {terms.map((term) => (
        <Term key={term.entry.id} term={term} {...rest} />
      ))}
    </ol>
  );
}

function Term({
  term: { entry, count },
  entryHref,
  onGo,
  onMute,
}: { term: PanelTerm } & Pick<Props, 'entryHref' | 'onGo' | 'onMute'>) {
  const t = useTranslate();
  // -1: the reader has not gone to any yet.
  const [at, setAt] = useState(-1);
  const go = (nth: number) => {
    const next = (nth + count) % count;
    setAt(next);
    onGo(entry, next);
  };
  const name = entry.headword;
  return (
    <li>
      <p class="panel-term">
        <a href={entryHref(entry.id)} target="_blank" rel="noopener" lang={entry.script}>
          {name}
        </a>
        <span class={`category-name ${toneOf(entry)}`}>{kindName(t, entry)}</span>
      </p>
      <p class="panel-short" lang={entry.script}>
        {entry.short}
      </p>
      <p class="panel-actions">
        {count > 1 && (
          <button type="button" aria-label={t('panel_previous', name)} onClick={() => go(at < 0 ? count - 1 : at - 1)}>
            ↑
          </button>
        )}
        <button type="button" aria-label={t('panel_next', name)} onClick={() => go(at + 1)}>
          ↓
        </button>
        <span class="panel-at">
          {at < 0
            ? t('popup_page_terms_count', shownNumber(t, count))
            : t('panel_at', shownNumber(t, at + 1), shownNumber(t, count))}
        </span>
        <button type="button" class="panel-mute" aria-label={t('panel_mute_name', name)} onClick={() => onMute(entry)}>
          {t('panel_mute')}
        </button>
      </p>
    </li>
  );
}
