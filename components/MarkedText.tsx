/** Text with marked terms, each a button for its card or a link, and with an optional emphasised part. */
import type { ComponentChild } from 'preact';
import type { Mention } from '../glossary/pack/finder-data';
import { visibleText } from '../glossary/visible-text';
import type { TextRange } from './EmphasisedText';

/** How the reader chose a term. */
export type ChosenBy = 'key' | 'click';

/** Events of a marked term. Include clicks made by scripts. */
export interface TermEvents {
  /** Click, Enter or Space. */
  onChoose(mention: Mention, term: HTMLElement, by: ChosenBy): void;
  /** The pointer moves over the term. */
  onPoint?(mention: Mention, term: HTMLElement, event: PointerEvent): void;
  /** The pointer left the term. */
  onUnpoint?(): void;
}

/** The behaviour of a marked term: it reports to its owner, or it is a link. */
export type TermAction = TermEvents | { hrefOf(mention: Mention): string };

type Props = TermAction & {
  text: string;
  /** Sorted and disjoint, with offsets in `text`. */
  mentions: readonly Mention[];
  /** Emphasised part; terms that overlap it are not marked. */
  emphasis?: TextRange | null;
  /** How pieces of the text are rendered; by default as they are. */
  show?(text: string): ComponentChild;
  /** Number of the footnote of a mention in print; undefined for none. */
  noteOf?: ((mention: Mention) => number | undefined) | undefined;
};

/** Invisible characters of `text` are shown (`visibleText`). */
export function MarkedText({ text, mentions, emphasis = null, show = visibleText, noteOf, ...action }: Props) {
  let at = 0;
  const pieces: ComponentChild[] = [];
  const add = (start: number, end: number, piece: ComponentChild) => {
    if (start > at) pieces.push(show(text.slice(at, start)));
    pieces.push(piece);
    at = end;
  };
  const addEmphasis = (limit: number) => {
    if (!emphasis || emphasis[0] < at || emphasis[0] >= limit) return;
    add(...emphasis, <mark key="emphasis">{show(text.slice(...emphasis))}</mark>);
  };
  for (const mention of mentions) {
    const { start, end } = mention;
    if (emphasis && start < emphasis[1] && emphasis[0] < end) continue;
    addEmphasis(start);
    const term = { text: show(text.slice(start, end)), note: noteOf?.(mention) };
    const piece =
      'hrefOf' in action ? (
        <a key={start} class="term" data-note={term.note} href={action.hrefOf(mention)}>
          {term.text}
        </a>
      ) : (
        <Term key={start} mention={mention} {...term} {...action} />
      );
    add(start, end, piece);
  }
  addEmphasis(text.length);
  return (
    <>
      {pieces}
      {at < text.length && show(text.slice(at))}
    </>
  );
}

type TermProps = { mention: Mention; text: ComponentChild; note: number | undefined } & TermEvents;

function Term({ mention, text, note, onChoose, onPoint, onUnpoint }: TermProps) {
  return (
    // A <button> cannot be selected with the text around it, nor break across lines.
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
