/**
 * Handles the keys of a bulletin: Alt with an arrow key moves from sentence to sentence, with Shift from term to term;
 * Esc ends the highlight of a sentence.
 */
import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

interface Reading {
  article: RefObject<HTMLElement | null>;
  /** Ids in the order of the text. */
  passages: readonly string[];
  current: string | null;
  /** Whether Esc closes a card instead. */
  isCardOpen: boolean;
  onPassage(passage: string | null): void;
}

const STEPS: Record<string, 1 | -1> = { ArrowDown: 1, ArrowUp: -1 };

/** Listens on the document until the component is removed. */
export function useReadingKeys({ article, passages, current, isCardOpen, onPassage }: Reading): void {
  // A passive effect could run after the next key, which would still see the card open.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.metaKey) return;
      const by = STEPS[event.key];
      if (event.key === 'Escape' && !isCardOpen && current !== null) onPassage(null);
      else if (!event.altKey || !by) return;
      else if (event.shiftKey) focusTerm(article.current, by);
      else onPassage(stepFrom(passages, current, by));
      event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [article, passages, current, isCardOpen, onPassage]);
}

/** Stays at the ends. Without a current passage, the first or the last. */
function stepFrom(passages: readonly string[], current: string | null, by: 1 | -1): string | null {
  const at = current === null ? -1 : passages.indexOf(current);
  const next = at < 0 ? (by === 1 ? 0 : passages.length - 1) : at + by;
  return passages[Math.min(passages.length - 1, Math.max(0, next))] ?? null;
}

/** Focuses the next term after the focused element, in document order. */
function focusTerm(article: HTMLElement | null, by: 1 | -1): void {
  const terms = [...(article?.querySelectorAll<HTMLElement>('.passage .term') ?? [])];
  const from = document.activeElement;
  const isAfter = (term: HTMLElement) =>
    from !== null && Boolean(from.compareDocumentPosition(term) & Node.DOCUMENT_POSITION_FOLLOWING);
  const isBefore = (term: HTMLElement) =>
    from !== null && Boolean(from.compareDocumentPosition(term) & Node.DOCUMENT_POSITION_PRECEDING);
  const next = by === 1 ? terms.find((term) => term !== from && isAfter(term)) : terms.findLast(isBefore);
  next?.focus();
  next?.scrollIntoView?.({ block: 'nearest' });
}
