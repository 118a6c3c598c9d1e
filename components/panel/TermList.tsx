/** Owns terms as they are listed in the side panel, each with the way to its mentions. */
import { useState } from 'preact/hooks';
import type { AnyEntry } from '../../glossary/pack/pack';
import { formatNumber } from '../format';
import { useTranslate } from '../i18n';

export interface PanelTerm {
  entry: AnyEntry;
  /** Mentions on the page, at least 1. */
  count: number;
}

interface Props {
  label: string;
  terms: readonly PanelTerm[];
  entryHref(entry: string): string;
  onGo(entry: AnyEntry, nth: number): void;
  onMute(entry: AnyEntry): void;
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
        <span class={`category-name tone-${entry.category}`}>{t(`category_${entry.category}`)}</span>
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
            ? t('popup_page_terms_count', formatNumber(t, count))
            : t('panel_at', formatNumber(t, at + 1), formatNumber(t, count))}
        </span>
        <button type="button" class="panel-mute" aria-label={t('panel_mute_name', name)} onClick={() => onMute(entry)}>
          {t('panel_mute')}
        </button>
      </p>
    </li>
  );
}
