/** Lists the senses of a form, the most likely first, each with its reason. */
import { visibleText } from '../../glossary/visible-text';
import { kindName } from '../entry-kind';
import { useTranslate } from '../i18n';
import type { ShownEntry } from './shown-entry';
import { type ShowText, unsearchable } from './UnsearchableText';

interface Props {
  entries: readonly ShownEntry[];
  shown: ShownEntry;
  /** How the words of a sense are rendered. */
  showOf(item: ShownEntry): ShowText;
  onChoose(index: number): void;
}

/** A button per sense shows its entry. */
export function EntrySenses({ entries, shown, showOf, onChoose }: Props) {
  const t = useTranslate();
  return (
    <nav class="senses" aria-label={t('card_senses')}>
      <ol>
        {entries.map((item, i) => (
          <li key={item.entry.id}>
            <button
              type="button"
              lang={item.entry.script}
              aria-label={showOf(item) === unsearchable ? visibleText(item.entry.headword) : undefined}
              aria-current={item === shown ? 'true' : undefined}
              onClick={() => onChoose(i)}
            >
              {showOf(item)(item.entry.headword)}
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
