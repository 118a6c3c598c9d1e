/** The result of an import before it is saved: terms added and changed, and rows refused, with place and reason. */
import { visibleText } from '../../glossary/visible-text';
import { formatNumber } from '../format';
import { useTranslate } from '../i18n';
import { placeText, reasonText } from './file-words';
import type { ReadFile } from './wizard-state';

interface Props {
  read: ReadFile;
  onSaveRefused(): void;
}

/** Rows of a list that are shown; all can be saved. */
const SHOWN = 100;

/** Lists without a row are left out. */
export function ImportOutcome({ read, onSaveRefused }: Props) {
  const t = useTranslate();
  const { changes, refused, refusedCount, merged, mergedCount, notices } = read;
  return (
    <div class="import-outcome">
      <p role="status">
        <strong>{read.count === 0 ? t('import_none') : t('import_count', formatNumber(t, read.count))}</strong>{' '}
        {changes &&
          t(
            'import_changes',
            formatNumber(t, changes.added),
            formatNumber(t, changes.changed),
            formatNumber(t, changes.gone),
            formatNumber(t, changes.same),
          )}{' '}
        {mergedCount > 0 && t('import_merged', formatNumber(t, mergedCount))}{' '}
        {refusedCount > 0 && t('import_refused', formatNumber(t, refusedCount))}
      </p>
      {changes &&
        (['added', 'changed', 'gone'] as const).map((kind) => <Examples key={kind} kind={kind} changes={changes} />)}
      {mergedCount > 0 && (
        <details>
          <summary>{t('import_merged_list')}</summary>
          <ul>
            {merged.slice(0, SHOWN).map(({ place, headword }) => (
              <li key={`${place.line} ${place.where} ${headword}`}>
                {placeText(t, place)} {visibleText(headword)}
              </li>
            ))}
          </ul>
        </details>
      )}
      {notices.length > 0 && (
        <details>
          <summary>{t('import_notices')}</summary>
          <ul>
            {notices.map(({ place, reason, count }) => (
              <li key={reason.code}>
                {placeText(t, place)} {reasonText(t, reason)} <small>× {formatNumber(t, count)}</small>
              </li>
            ))}
          </ul>
        </details>
      )}
      {refusedCount > 0 && (
        <details open>
          <summary>{t('import_refused_list')}</summary>
          <ul>
            {refused.slice(0, SHOWN).map(({ place, reason, raw }) => (
              <li key={`${place.line} ${place.where} ${raw}`}>
                <strong>{placeText(t, place)}</strong> {reasonText(t, reason)}{' '}
                <small>{visibleText(raw.slice(0, 80))}</small>
              </li>
            ))}
          </ul>
          {refused.length > SHOWN && <p>{t('import_refused_more', formatNumber(t, refused.length - SHOWN))}</p>}
          <button type="button" onClick={onSaveRefused}>
            {t('import_refused_save')}
          </button>
        </details>
      )}
    </div>
  );
}

interface ExamplesProps {
  kind: 'added' | 'changed' | 'gone';
  changes: NonNullable<ReadFile['changes']>;
}

function Examples({ kind, changes }: ExamplesProps) {
  const t = useTranslate();
  const examples = changes.examples[kind];
  if (examples.length === 0) return null;
  return (
    <details>
      <summary>{t(`import_${kind}_list`, formatNumber(t, changes[kind]))}</summary>
      <p>
        {examples.map(visibleText).join('、')}
        {changes[kind] > examples.length ? '…' : ''}
      </p>
    </details>
  );
}
