/** Names places where rejoining lines is a guess: Latin words at a line end, and tables. */
import type { Found } from './byline';
import type { Line } from './lines';

/** A place in the received file that an editor should look at. */
export interface Remark {
  line: number;
  message: string;
}

/** Columns of a table: tabs, or wide gaps between short cells. */
const COLUMNS = /\S(?:\t+| {3,}|\u3000{2,})\S.*(?:\t+| {3,}|\u3000{2,})\S/u;

/** Guesses in the texts of bulletins, by line. */
export function remarksOn(found: readonly Found[]): Remark[] {
  return found.flatMap(({ body }) => [...joinedWords(body), ...tables(body)]).sort((a, b) => a.line - b.line);
}

/** A line break may be inside a Latin word or between two. */
function joinedWords(body: readonly Line[]): Remark[] {
  const lines = body.filter(({ text }) => text !== '');
  return lines.flatMap(({ text, number }, i) => {
    const [before] = /[A-Za-z]+$/.exec(text) ?? [];
    const [after] = /^[A-Za-z]+/.exec(lines[i + 1]?.text ?? '') ?? [];
    return before && after
      ? [{ line: number, message: `“${before}” and “${after}” of the next line are joined with a space` }]
      : [];
  });
}

function tables(body: readonly Line[]): Remark[] {
  const first = body.find(({ text }, i) => COLUMNS.test(text) && COLUMNS.test(body[i + 1]?.text ?? ''));
  return first
    ? [{ line: first.number, message: 'a table seems to begin here; its cells are joined to one paragraph' }]
    : [];
}
