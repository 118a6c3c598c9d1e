/** Owns what stands in the way of taking a text, each with its line and what to do. */

import type { Found } from './byline';
import { endsWithUnreadDate, isBareDate, wrongDateOf } from './byline';
import { endsSentence, type Line } from './lines';

/** What of the file cannot be taken. */
export interface Obstacle {
  /** 1-based. */
  line: number;
  message: string;
  advice: string;
}

/** What is left over and longer than this is text, not a remark. In characters. */
const MAX_REMARK = 60;
const CORRECT = 'Correct it in a copy of the file, and say so in the note of the edition.';
const WAY = 'A bulletin ends, or begins under its title, with who signed and a date: 中国科协机关党委 [2021-06-01].';

/** All obstacles, in the order of their lines. */
export function obstaclesOf(lines: readonly Line[], found: readonly Found[], leftOver: readonly Line[]): Obstacle[] {
  const obstacles = [
    ...wrongDates(lines),
    ...unreadDates(lines),
    ...unsignedDates(lines, found),
    ...withoutText(found),
    ...strayText(leftOver, found),
  ];
  if (obstacles.length === 0 && found.length === 0) {
    return [{ line: lines.length, message: 'there is no date of a bulletin', advice: WAY }];
  }
  return obstacles.sort((a, b) => a.line - b.line);
}

function wrongDates(lines: readonly Line[]): Obstacle[] {
  return lines.flatMap(({ number, text }) => {
    const date = wrongDateOf(text);
    return date === null ? [] : [{ line: number, message: `“${date}” is no date`, advice: CORRECT }];
  });
}

/** Two bulletins would become one. */
function unreadDates(lines: readonly Line[]): Obstacle[] {
  const message = 'a date is written in digits other than 0 to 9';
  return lines.flatMap(({ number, text }) =>
    endsWithUnreadDate(text) ? [{ line: number, message, advice: CORRECT }] : [],
  );
}

/** A date on a line of its own that nobody signed: two bulletins would become one. */
function unsignedDates(lines: readonly Line[], found: readonly Found[]): Obstacle[] {
  const isSigned = (i: number) => found.some(({ byline }) => i >= byline.start && i < byline.end);
  return lines.flatMap(({ number, text }, i) =>
    isBareDate(lines, i) && wrongDateOf(text) === null && !isSigned(i)
      ? [{ line: number, message: 'there is a date, and nobody who signed', advice: WAY }]
      : [],
  );
}

function withoutText(found: readonly Found[]): Obstacle[] {
  return found
    .filter(({ body }) => body.length === 0)
    .map(({ byline, lines: [line] }) => ({
      line,
      message: `the bulletin signed “${byline.signer}” on ${byline.date} has no text`,
      advice: 'Put its text above the name, or take name and date out.',
    }));
}

function strayText(leftOver: readonly Line[], found: readonly Found[]): Obstacle[] {
  const stray =
    found.length === 0 ? undefined : leftOver.find(({ text }) => endsSentence(text) && text.length > MAX_REMARK);
  if (!stray) return [];
  const message = 'the text from here on belongs to no bulletin: there is no name and date after it';
  return [{ line: stray.number, message, advice: 'Add who signed and the date, or take the text out.' }];
}
