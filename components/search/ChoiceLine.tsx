/** One entry in a list of search results. */
import { useEffect, useRef } from 'preact/hooks';
import type { Entry } from '../../glossary/library/library';
import { summaryOf } from '../../glossary/pack/summary-of';
import { DeprecatedNote } from '../card/TermDetails';
import { EmphasisedText, type TextRange } from '../EmphasisedText';
import { kindName } from '../entry-kind';
import { useTranslate } from '../i18n';

/** A line of the list. Ranges are in the text beside them. */
export interface Choice {
  entry: Entry;
  /** The form that matched; shown if it is not the headword. */
  form: string;
  ranges: readonly TextRange[];
  /** Another text that matched, shown in place of the definition; null for none. */
  detail: { text: string; ranges: readonly TextRange[] } | null;
}

interface Props {
  id: string;
  choice: Choice;
  isActive: boolean;
  onChoose(): void;
}

/** Scrolls into view when it becomes active. */
export function ChoiceLine({ id, choice, isActive, onChoose }: Props) {
  const t = useTranslate();
  const { entry, form, ranges, detail } = choice;
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) line.current?.scrollIntoView?.({ block: 'nearest' });
  }, [isActive]);
  const isHeadword = form === entry.headword;
  return (
    // The field keeps the focus and handles the keys (aria-activedescendant).
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above.
    // biome-ignore lint/a11y/useFocusableInteractive: see above.
    <div ref={line} id={id} role="option" aria-selected={isActive} class="choice" onClick={onChoose}>
      <p class="choice-head">
        <span class="choice-headword" lang={entry.script}>
          <EmphasisedText text={entry.headword} ranges={isHeadword ? ranges : []} />
        </span>
        <span class="choice-side">{kindName(t, entry)}</span>
      </p>
      {!isHeadword && (
        <p class="choice-form" lang={entry.script}>
          <EmphasisedText text={form} ranges={ranges} />
        </p>
      )}
      <p class="choice-text" lang={entry.script}>
        {detail ? <EmphasisedText text={detail.text} ranges={detail.ranges} /> : summaryOf(entry)}
      </p>
      {entry.status === 'deprecated' && <DeprecatedNote entry={entry} />}
    </div>
  );
}
