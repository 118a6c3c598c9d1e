/** Shortens a long sentence to the part that matched. */
import type { TextRange } from '../EmphasisedText';

/** In UTF-16 units: about three lines of a narrow list. */
const MAX_LENGTH = 90;
/** Length of the text kept before the first match, in UTF-16 units. */
const BEFORE = 20;

/** @param ranges sorted, disjoint, half-open. @returns the part with the ranges in it; “…” replaces omitted text. */
export function excerptOf(text: string, ranges: readonly TextRange[]): { text: string; ranges: TextRange[] } {
  if (text.length <= MAX_LENGTH) return { text, ranges: [...ranges] };
  const first = ranges[0]?.[0] ?? 0;
  const start = Math.max(0, Math.min(first - BEFORE, text.length - MAX_LENGTH));
  const end = start + MAX_LENGTH;
  const before = start > 0 ? '…' : '';
  const shift = before.length - start;
  return {
    text: `${before}${text.slice(start, end)}${end < text.length ? '…' : ''}`,
    ranges: ranges
      .filter(([from, to]) => from >= start && to <= end)
      .map(([from, to]): TextRange => [from + shift, to + shift]),
  };
}
