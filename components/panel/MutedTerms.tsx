/** Lists muted terms, folded; each has a button that unmutes it. */
import type { Entry } from '../../glossary/library/library';
import { formatNumber } from '../format';
import { useTranslate } from '../i18n';

interface Props {
  entries: readonly Entry[];
  onUnmute(entry: Entry): void;
}

/** Renders nothing without entries. */
export function MutedTerms({ entries, onUnmute }: Props) {
  const t = useTranslate();
  if (entries.length === 0) return null;
  return (
    <details class="panel-muted">
      <summary>{t('panel_muted', formatNumber(t, entries.length))}</summary>
      <ul>
        {entries.map((entry) => (
          <li key={entry.id}>
            <span lang={entry.script}>{entry.headword}</span>
            <button type="button" aria-label={t('panel_unmute_name', entry.headword)} onClick={() => onUnmute(entry)}>
              {t('panel_unmute')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
