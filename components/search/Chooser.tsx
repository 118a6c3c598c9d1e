/** A search field with a list of choices, as a combobox: the field keeps the focus, keys move through the list. */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Entry } from '../../glossary/library/library';
import type { PassageResult } from '../../glossary/search/passages';
import { EmphasisedText, type TextRange } from '../EmphasisedText';
import { kindName } from '../entry-kind';
import { useTranslate } from '../i18n';
import { PassageGroup } from './PassageGroup';
import { useComposition } from './use-composition';

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
  query: string;
  choices: readonly Choice[];
  /** Listed after the choices. */
  passages: readonly PassageResult[];
  /** Accessible name of the list. */
  listLabel: string;
  /** Whether Enter chooses the first choice before the reader moves through the list. */
  isFirstActive: boolean;
  /** Whether the choices of the query are not loaded yet. Enter then chooses the first once they are. */
  isWaiting?: boolean;
  /** Not called while an input method composes. */
  onQuery(query: string): void;
  onChoose(entry: Entry): void;
  onChoosePassage(passage: PassageResult): void;
  /** Down arrow without choices. */
  onDown?(): void;
  /** Esc in an empty field. */
  onLeave(): void;
  /** Between the field and the list. */
  children?: ComponentChildren;
}

/** Per key, the next index from the current one (-1: none) and the length of the list. */
const MOVES: Record<string, (at: number, length: number) => number> = {
  ArrowDown: (at, length) => (at + 1) % length,
  ArrowUp: (at, length) => (at <= 0 ? length - 1 : at - 1),
  PageDown: (at, length) => Math.min(length - 1, at + 5),
  PageUp: (at) => Math.max(0, at - 5),
};

/** Takes the focus when it is mounted. Esc clears the field, then leaves. */
export function Chooser(props: Props) {
  const { query, choices, passages, listLabel, isFirstActive, isWaiting, onDown, onLeave, children } = props;
  const t = useTranslate();
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  const [moved, setMoved] = useState<{ of: string; at: number } | null>(null);
  const [isAwaited, setIsAwaited] = useState(false);
  const active = moved?.of === query ? moved.at : isFirstActive ? 0 : -1;
  const optionId = (index: number) => `${listId}-${index}`;
  const count = choices.length + passages.length;
  const hasActive = active >= 0 && active < count;
  useLayoutEffect(() => field.current?.focus(), []);
  /** @returns whether there is a line `i`. */
  const choose = (i: number) => {
    const [choice, passage] = [choices[i], passages[i - choices.length]];
    if (choice) props.onChoose(choice.entry);
    else if (passage) props.onChoosePassage(passage);
    return Boolean(choice ?? passage);
  };
  useEffect(() => {
    if (!isAwaited || isWaiting) return;
    setIsAwaited(false);
    if (isFirstActive) choose(0);
  }, [isAwaited, isWaiting]);

  const onQuery = (next: string) => {
    setIsAwaited(false);
    props.onQuery(next);
  };
  const onEnter = () => {
    if (!choose(active)) setIsAwaited(isWaiting === true);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const move = MOVES[event.key];
    if (move && count > 0) setMoved({ of: query, at: move(active, count) });
    else if (event.key === 'ArrowDown' && onDown) onDown();
    else if (event.key === 'Enter') onEnter();
    else if (event.key === 'Escape') {
      if (query === '') onLeave();
      else onQuery('');
    } else return;
    event.preventDefault();
  };
  return (
    <>
      <input
        ref={field}
        class="search-field"
        type="text"
        role="combobox"
        aria-label={t('search_label')}
        aria-expanded={count > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={hasActive ? optionId(active) : undefined}
        placeholder={t('search_placeholder')}
        autocomplete="off"
        spellcheck={false}
        maxLength={200}
        {...useComposition(query, onQuery)}
        onKeyDown={onKeyDown}
      />
      {children}
      <div id={listId} role="listbox" aria-label={listLabel} class="choices" hidden={count === 0}>
        {choices.map((choice, i) => (
          <ChoiceLine
            key={choice.entry.id}
            id={optionId(i)}
            choice={choice}
            isActive={i === active}
            onChoose={() => choose(i)}
          />
        ))}
        {passages.length > 0 && (
          <PassageGroup
            passages={passages}
            active={active - choices.length}
            optionId={(i) => optionId(choices.length + i)}
            onChoose={props.onChoosePassage}
          />
        )}
      </div>
    </>
  );
}

interface LineProps {
  id: string;
  choice: Choice;
  isActive: boolean;
  onChoose(): void;
}

function ChoiceLine({ id, choice, isActive, onChoose }: LineProps) {
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
        {detail ? <EmphasisedText text={detail.text} ranges={detail.ranges} /> : entry.short}
      </p>
    </div>
  );
}
