/** Lists the senses of a form, the most likely first, each with its reason. */
import { visibleText } from '../../glossary/visible-text';
import { kindName } from '../entry-kind';
import { useTranslate } from '../i18n';
import type { ShownEntry } from './shown-entry';

interface Props {
  entries: readonly ShownEntry[];
  shown: ShownEntry;
  onChoose(index: number): void;
}

/** A button per sense shows its entry. */
export function EntrySenses({ entries, shown, onChoose }: Props) {
  const t = useTranslate();
  return (
    <nav class="senses" aria-label={t('card_senses')}>
      <ol>
        {entries.map((item, i) => (
          <li key={item.entry.id}>
            <button
              type="button"
              lang={item.entry.script}
              aria-current={item === shown ? 'true' : undefined}
              onClick={() => onChoose(i)}
            >
              {visibleText(item.entry.headword)}
            </button>{' '}
            <small>
              {kindName(t, item.entry)} · {visibleText(item.reason ?? t('reason_form'))}
            </small>
          </li>
        ))}
      </ol>
    </nav>
  );
}
