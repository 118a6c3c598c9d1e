/** Splits text that comes in pieces into lines with their numbers. */
import type { Place } from './contract';

/** In UTF-16 units: above any line a list may hold. */
export const MAX_LINE = 1_000_000;

/** A line without its end. */
export interface Line {
  /** 1-based. */
  number: number;
  text: string;
  /** The line is longer than `MAX_LINE`, `text` is its beginning. */
  isCut: boolean;
}

/** The lines of `pieces`, those of one piece at a time. Lines end with `\n`. */
export async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<Line[], void> {
  let rest = '';
  let isCut = false;
  let number = 0;
  const finish = (text: string): Line => ({ number: ++number, text, isCut });
  for await (const piece of pieces) {
    const parts = piece.split('\n');
    const lines: Line[] = [];
    for (const [i, part] of parts.entries()) {
      if (isCut) rest = rest.slice(0, MAX_LINE);
      else rest += part;
      if (rest.length > MAX_LINE) isCut = true;
      if (i === parts.length - 1) break;
      lines.push(finish(rest));
      rest = '';
      isCut = false;
    }
    yield lines;
  }
  if (rest !== '') yield [finish(isCut ? rest.slice(0, MAX_LINE) : rest)];
}

/** The place of a whole line. */
export function atLine(line: number, where = ''): Place {
  return { line, where };
}
