/** Owns how marks look. The rules are inserted for one frame, under names only that frame's script knows. */
import type { MarksLook } from '../settings/page-settings';

/** Names of a document's two highlights. */
export interface HighlightNames {
  /** All mentions. */
  mention: string;
  /** The one in hand. */
  current: string;
}

/**
 * In Chromium every element inherits the root's highlights: a rule that named no element would give each one of its
 * own, which on a page of 30,000 elements took 20 MB and twice the time. Firefox inherits nothing.
 * What is inherited is computed at the root, so that only `currentColor` itself and percentages follow the text.
 */
const ORIGIN = import.meta.env.FIREFOX ? '' : ':root';

/** Of neither black nor white, so that each is seen on light and on dark ground. As `rgb()` takes them. */
const COLOURS: Record<Exclude<MarksLook['colour'], 'text'>, string> = {
  blue: '59 125 216',
  green: '46 145 72',
  amber: '185 119 14',
  red: '210 73 58',
};
/** What is between text and ground, whichever of them is dark: a wash cannot take the text's own colour. */
const GREY = '128 128 128';

/** By strength: the thickness of a line, in per cent of the text's size, and the density of a wash, from 0 to 1. */
const STRENGTHS: Record<MarksLook['strength'], { line: number; wash: number }> = {
  1: { line: 5, wash: 0.16 },
  2: { line: 8, wash: 0.26 },
  3: { line: 13, wash: 0.4 },
};

/** The rules for one look; the mention in hand gets a wash as well. Screen only: Chromium would print highlights. */
export function marksStyle({ mention, current }: HighlightNames, look: MarksLook): string {
  const { line, wash } = STRENGTHS[look.strength];
  const colour = look.colour === 'text' ? 'currentColor' : `rgb(${COLOURS[look.colour]})`;
  const ground = look.colour === 'text' ? GREY : COLOURS[look.colour];
  const usual =
    look.style === 'wash'
      ? `background-color: rgb(${ground} / ${wash});`
      : `text-decoration: underline ${look.style} ${colour} ${line}%;`;
  const mentions = look.show === 'always' ? `${ORIGIN}::highlight(${mention}) { ${usual} }` : '';
  return `@media screen {
  ${mentions}
  ${ORIGIN}::highlight(${current}) { text-decoration: underline solid ${colour} ${line + 1}%; background-color: rgb(197 125 46 / 0.16); }
}`;
}
