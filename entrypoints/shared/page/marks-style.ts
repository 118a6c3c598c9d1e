/** Writes the style rules of marks. They are inserted for one frame, under names that only that frame's script knows. */
import type { MarksLook } from '../settings/page-settings';

/** Names of a document's two highlights. */
export interface HighlightNames {
  /** All mentions. */
  mention: string;
  /** The current mention: the one whose card is open, or that the reader walked to by key. */
  current: string;
}

/**
 * In Chromium every element inherits the root's highlight styles. A rule without `:root` would create a style for each
 * element, which took 20 MB and twice the time on a page of 30,000 elements. Firefox inherits none.
 * Inherited values are computed at the root: only `currentColor` itself and percentages follow the text.
 */
const ORIGIN = import.meta.env.FIREFOX ? '' : ':root';

/** Arguments of `rgb()`. Each is visible on a light and on a dark background. */
const COLOURS: Record<Exclude<MarksLook['colour'], 'text'>, string> = {
  blue: '59 125 216',
  green: '46 145 72',
  amber: '185 119 14',
  red: '210 73 58',
};
/** Between text and background, whichever is dark: a wash in the text's own colour would hide the text. */
const GREY = '128 128 128';

/** By strength: the thickness of a line in per cent of the font size, and the opacity of a wash from 0 to 1. */
const STRENGTHS: Record<MarksLook['strength'], { line: number; wash: number }> = {
  1: { line: 5, wash: 0.16 },
  2: { line: 8, wash: 0.26 },
  3: { line: 13, wash: 0.4 },
};

/** The rules for one look; the current mention gets a wash as well. Screen only: Chromium would print highlights. */
export function marksStyle({ mention, current }: HighlightNames, look: MarksLook): string {
  const { line, wash } = STRENGTHS[look.strength];
  const colour = look.colour === 'text' ? 'currentColor' : `rgb(${COLOURS[look.colour]})`;
  const washColour = look.colour === 'text' ? GREY : COLOURS[look.colour];
  const mentionStyle =
    look.style === 'wash'
      ? `background-color: rgb(${washColour} / ${wash});`
      : `text-decoration: underline ${look.style} ${colour} ${line}%;`;
  const mentions = look.show === 'always' ? `${ORIGIN}::highlight(${mention}) { ${mentionStyle} }` : '';
  return `@media screen {
  ${mentions}
  ${ORIGIN}::highlight(${current}) { text-decoration: underline solid ${colour} ${line + 1}%; background-color: rgb(197 125 46 / 0.16); }
}`;
}
