/** Owns a text of ours with its terms marked, each a button that asks for its card, and some of it emphasised. */
import type { ComponentChild } from 'preact';
import type { Mention } from '../glossary/pack/finder-data';
import { visibleText } from '../glossary/visible-text';
import type { TextRange } from './EmphasisedText';

/** How the reader asked for a term's card. */
export type ChosenBy = 'key' | 'click';

export interface TermEvents {
  /** By a trusted click, or by Enter or Space. */
  onChoose(mention: Mention, term: HTMLElement, by: ChosenBy): void;
  /** The pointer moves on the term. */
  onPoint?(mention: Mention, term: HTMLElement, event: PointerEvent): void;
  /** The pointer left the term. */
  onUnpoint?(): void;
}

interface Props extends TermEvents {
  text: string;
  /** Sorted and disjoint, offsets in `text`. */
  mentions: readonly Mention[];
  /** A part that stands out; terms that reach into it are not marked. */
  emphasis?: TextRange | null;
  /** The number of the footnote a mention has in print; undefined for one without. */
  noteOf?(mention: Mention): number | undefined;
}

export function MarkedText({ text, mentions, emphasis = null, noteOf, ...events }: Props) {
  let at = 0;
  const pieces: ComponentChild[] = [];
  const add = (start: number, end: number, piece: ComponentChild) => {
    pieces.push(visibleText(text.slice(at, start)), piece);
    at = end;
  };
  const addEmphasis = (limit: number) => {
    if (!emphasis || emphasis[0] < at || emphasis[0] >= limit) return;
    add(...emphasis, <mark key="emphasis">{visibleText(text.slice(...emphasis))}</mark>);
  };
  for (const mention of mentions) {
    const { start, end } = mention;
    if (emphasis && start < emphasis[1] && emphasis[0] < end) continue;
    addEmphasis(start);
    const shown = visibleText(text.slice(start, end));
    add(start, end, <Term key={start} mention={mention} text={shown} note={noteOf?.(mention)} {...events} />);
  }
  addEmphasis(text.length);
  return (
    <>
      {pieces}
      {visibleText(text.slice(at))}
    </>
  );
}

type TermProps = { mention: Mention; text: string; note: number | undefined } & TermEvents;

function Term({ mention, text, note, onChoose, onPoint, onUnpoint }: TermProps) {
  return (
    // A <button> could neither be selected with the text around it nor broken across lines.
    // biome-ignore lint/a11y/useSemanticElements: see above.
    <span
      class="term"
      data-note={note}
      role="button"
      tabIndex={0}
      aria-haspopup="dialog"
      onClick={(event) => onChoose(mention, event.currentTarget, 'click')}
      onKeyDown={(event) => {
        if ((event.key !== 'Enter' && event.key !== ' ') || event.isComposing) return;
        event.preventDefault();
        onChoose(mention, event.currentTarget, 'key');
      }}
      onPointerMove={onPoint && ((event) => onPoint(mention, event.currentTarget, event))}
      onPointerLeave={onUnpoint}
    >
      {text}
    </span>
  );
}
