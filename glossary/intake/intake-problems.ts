/** Finds the problems that prevent the intake of a text. */
import type { Problem } from '../editor/problem';
import type { Found } from './byline';
import { isBareDate, wrongDateOf } from './byline';
import { endsSentence, type Line } from './lines';

/** A problem in the received file. */
export type IntakeProblem = Omit<Problem, 'file'>;

/** In UTF-16 units: longer leftover lines are text, not remarks. */
const MAX_REMARK = 60;
const CORRECT = 'Correct it in a copy of the file, and say so in the note of the edition.';
const WAY = 'A bulletin ends, or begins under its title, with who signed and a date: 中国科协机关党委 [2021-06-01].';

/** All problems, sorted by line; empty if the text can be added. */
export function problemsOf(
  lines: readonly Line[],
  found: readonly Found[],
  leftOver: readonly Line[],
): IntakeProblem[] {
  const problems = [
    ...wrongDates(lines),
    ...unsignedDates(lines, found),
    ...withoutText(found),
    ...strayText(leftOver, found),
  ];
  if (problems.length === 0 && found.length === 0) {
    const last = lines.findLast(({ text }) => text !== '');
    const message = `there is no date of a bulletin; the last line is “${shortened(last?.text ?? '')}”`;
    return [{ line: last?.number ?? 1, message, advice: WAY }];
  }
  return problems.sort((a, b) => a.line - b.line);
}

function wrongDates(lines: readonly Line[]): IntakeProblem[] {
  return lines.flatMap(({ number, text }) => {
    const date = wrongDateOf(text);
    return date === null ? [] : [{ line: number, message: `“${date}” is no date`, advice: CORRECT }];
  });
}

/** A date alone on a line, without a signer, so that two bulletins would become one. */
function unsignedDates(lines: readonly Line[], found: readonly Found[]): IntakeProblem[] {
  const isSigned = (i: number) => found.some(({ byline }) => i >= byline.start && i < byline.end);
  return lines.flatMap(({ number, text }, i) =>
    isBareDate(lines, i) && wrongDateOf(text) === null && !isSigned(i)
      ? [{ line: number, message: 'there is a date, and nobody who signed', advice: WAY }]
      : [],
  );
}

function withoutText(found: readonly Found[]): IntakeProblem[] {
  return found
    .filter(({ body }) => body.length === 0)
    .map(({ byline, lines: [line] }) => ({
      line,
      message: `the bulletin signed “${byline.signer}” on ${byline.date} has no text`,
      advice: 'Put its text above the name, or take name and date out.',
    }));
}

function strayText(leftOver: readonly Line[], found: readonly Found[]): IntakeProblem[] {
  const stray =
    found.length === 0 ? undefined : leftOver.find(({ text }) => endsSentence(text) && text.length > MAX_REMARK);
  if (!stray) return [];
  const message = 'the text from here on belongs to no bulletin: there is no name and date after it';
  return [{ line: stray.number, message, advice: 'Add who signed and the date, or take the text out.' }];
}

function shortened(text: string): string {
  return text.length > MAX_REMARK ? `${text.slice(0, MAX_REMARK)}…` : text;
}
