/** A search field with a list of choices, as a combobox: the field keeps the focus, keys move through the list. */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Entry } from '../../glossary/library/library';
import { isCut, MAX_QUERY } from '../../glossary/search/fold-query';
import type { PassageResult } from '../../glossary/search/passages';
import { formatNumber } from '../format';
import { useTranslate } from '../i18n';
import type { Choice } from './ChoiceLine';
import { ChoiceList } from './ChoiceList';
import { useComposition } from './use-composition';

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
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const move = MOVES[event.key];
    if (move && count > 0) setMoved({ of: query, at: move(active, count) });
    else if (event.key === 'ArrowDown' && onDown) onDown();
    else if (event.key === 'Enter') setIsAwaited(!choose(active) && isWaiting === true);
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
        {...useComposition(query, onQuery)}
        onKeyDown={onKeyDown}
      />
      {isCut(query) && <CutNote />}
      {children}
      <ChoiceList
        id={listId}
        label={listLabel}
        choices={choices}
        passages={passages}
        active={active}
        optionId={optionId}
        onChoose={choose}
      />
    </>
  );
}

/** Says that a query is longer than what is searched for. */
function CutNote() {
  const t = useTranslate();
  return (
    <p class="search-cut" role="status">
      {t('search_cut', formatNumber(t, MAX_QUERY))}
    </p>
  );
}
