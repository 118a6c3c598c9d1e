/** The last group of search results: sentences of the bulletins that have the words, each leading to its place. */
import { useEffect, useId, useRef } from 'preact/hooks';
import type { PassageResult } from '../../glossary/search/passages';
import { EmphasisedText } from '../EmphasisedText';
import { formatDate } from '../format';
import { useTranslate } from '../i18n';
import { excerptOf } from './excerpt';

interface Props {
  /** At least one. */
  passages: readonly PassageResult[];
  /** Index of the active one; another number for none. */
  active: number;
  /** Id of the element of passage `i`. */
  optionId(i: number): string;
  onChoose(passage: PassageResult): void;
}

/** To be used in a listbox. */
export function PassageGroup({ passages, active, optionId, onChoose }: Props) {
  const t = useTranslate();
  const headingId = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset may not be in a listbox, a group of options may.
    <div role="group" aria-labelledby={headingId} class="choice-group">
      <p id={headingId} class="choice-heading">
        {t('search_in_bulletins')}
      </p>
      {passages.map((passage, i) => (
        <PassageLine
          key={`${passage.bulletin.id}/${passage.passage}/${passage.text}`}
          id={optionId(i)}
          result={passage}
          isActive={i === active}
          onChoose={() => onChoose(passage)}
        />
      ))}
    </div>
  );
}

interface LineProps {
  id: string;
  result: PassageResult;
  isActive: boolean;
  onChoose(): void;
}

function PassageLine({ id, result, isActive, onChoose }: LineProps) {
  const t = useTranslate();
  const { bulletin, text, ranges } = result;
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) line.current?.scrollIntoView?.({ block: 'nearest' });
  }, [isActive]);
  const excerpt = excerptOf(text, ranges);
  return (
    // The field keeps the focus and handles the keys (aria-activedescendant).
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above.
    // biome-ignore lint/a11y/useFocusableInteractive: see above.
    <div ref={line} id={id} role="option" aria-selected={isActive} class="choice" onClick={onChoose}>
      <p class="choice-passage" lang="zh-Hans">
        <EmphasisedText text={excerpt.text} ranges={excerpt.ranges} />
      </p>
      <p class="choice-side">
        {text !== bulletin.title && <span lang={bulletin.titleScript}>{bulletin.title} · </span>}
        {formatDate(t, bulletin.date)}
      </p>
    </div>
  );
}
