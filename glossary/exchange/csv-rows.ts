/** Reads the rows of a table of text: CSV, TSV, and pasted lines. */
import Papa from 'papaparse';
import { PACK_LIMITS } from '../pack/plain-term';
import type { ByteSource, Choices, Separator } from './contract';
import { decodeSource, readSample } from './encoding';
import { DIRECTIVE, guessSeparator } from './separator';
import { columnName } from './table-cells';
import type { TableRow } from './table-rows';
import { MAX_LINE } from './text-lines';

/** A quoted cell with more lines than this was never closed. */
const MAX_CELL_LINES = 500;
/** After this many quotation marks that are not closed they are read as text: the file does not quote cells. */
const MAX_OPEN_QUOTES = 20;

/** Begins the line that has Anki's header. */
export const COLUMNS_DIRECTIVE = '#columns:';

/** The rows of a table of text, those without text left out. */
export async function* readCsvRows(
  source: ByteSource,
  { encoding, separator }: Pick<Choices, 'encoding' | 'separator'>,
): AsyncGenerator<readonly TableRow[], void> {
  const sample = await readSample(source, encoding);
  const reader = new CsvReader(separator ?? guessSeparator(sample.text));
  for await (const piece of decodeSource(source, sample.encoding)) yield reader.push(piece);
  yield reader.end();
}

/** Reads rows from text that comes in pieces, and goes on in the next line after a quotation mark that is not closed. */
class CsvReader {
  readonly #separator: Separator;
  #pending = '';
  /** Of the first line in `#pending`, 1-based. */
  #line = 1;
  #openQuotes = 0;
  #isSkipping = false;
  #isBeforeRows = true;

  constructor(separator: Separator) {
    this.#separator = separator;
  }

  push(piece: string): TableRow[] {
    this.#pending += piece;
    const rows = [...this.#skip(), ...this.#read(false)];
    if (this.#pending.length > MAX_LINE) rows.push(...this.#giveUp());
    return rows;
  }

  end(): TableRow[] {
    return [...this.#skip(), ...this.#read(true)];
  }

  /** Drops the rest of a line that was refused for its length. */
  #skip(): TableRow[] {
    if (!this.#isSkipping) return [];
    const end = this.#pending.indexOf('\n');
    this.#pending = end < 0 ? '' : this.#pending.slice(end + 1);
    if (end >= 0) {
      this.#isSkipping = false;
      this.#line++;
    }
    return [];
  }

  /** A record longer than any may be: its first line is refused, and reading goes on in the next. */
  #giveUp(): TableRow[] {
    const end = this.#pending.indexOf('\n');
    if (end >= 0) return [this.#refuseLine('quote-not-closed'), ...this.#read(false)];
    const row = this.#row(this.#line, [this.#pending.slice(0, 500)], 'line-too-long');
    this.#pending = '';
    this.#isSkipping = true;
    return [row];
  }

  #read(isEnd: boolean): TableRow[] {
    const rows: TableRow[] = [];
    while (this.#pending !== '') {
      const fastMode = this.#openQuotes >= MAX_OPEN_QUOTES ? { fastMode: true } : {};
      const parser = new Papa.Parser({ delimiter: this.#separator, newline: '\n', ...fastMode });
      const result: Papa.ParseResult<string[]> = parser.parse(this.#pending, 0, !isEnd);
      const runaway = firstRunaway(result);
      const good = runaway < 0 ? result.data : result.data.slice(0, runaway);
      const start = this.#line;
      for (const cells of good) {
        const row = this.#afterDirectives(cells);
        if (row.some((cell) => cell.trim() !== '')) rows.push(this.#row(this.#line, row));
        this.#line += linesOfRow(cells);
      }
      this.#pending =
        runaway < 0
          ? this.#pending.slice(isEnd ? this.#pending.length : result.meta.cursor)
          : afterLines(this.#pending, this.#line - start);
      if (runaway < 0) break;
      rows.push(this.#refuseLine('quote-not-closed'));
    }
    return rows;
  }

  /** Lines before the first row may say how to read the file; Anki's `#columns:` is the header. */
  #afterDirectives(cells: readonly string[]): readonly string[] {
    const [first = '', ...rest] = cells;
    if (!this.#isBeforeRows || first === '') return cells;
    const isColumns = first.startsWith(COLUMNS_DIRECTIVE);
    this.#isBeforeRows = !isColumns && DIRECTIVE.test(first);
    if (isColumns) return [first.slice(COLUMNS_DIRECTIVE.length), ...rest];
    return this.#isBeforeRows ? [] : cells;
  }

  #refuseLine(code: 'quote-not-closed'): TableRow {
    this.#openQuotes++;
    const end = this.#pending.indexOf('\n');
    const line = end < 0 ? this.#pending : this.#pending.slice(0, end);
    this.#pending = end < 0 ? '' : this.#pending.slice(end + 1);
    return this.#row(this.#line++, line.slice(0, MAX_LINE).split(this.#separator), code);
  }

  #row(line: number, cells: readonly string[], code?: 'quote-not-closed' | 'line-too-long'): TableRow {
    if (code) return { line, cells, refused: { where: '', reason: { code, value: '' } } };
    const long = cells.findIndex((cell) => cell.length > MAX_CELL);
    if (long < 0) return { line, cells, refused: null };
    const reason = { code: 'text-too-long', value: `${cells[long]?.length} > ${PACK_LIMITS.text}` } as const;
    return { line, cells: cells.map((cell) => cell.slice(0, 500)), refused: { where: columnName(long), reason } };
  }
}

/** Above every limit of a field: what is longer need not go through the table to be refused. */
const MAX_CELL = 4 * PACK_LIMITS.text;

/**
 * The first row that goes on into lines that are rows of their own: its quotation mark is never closed, or closed by the
 * mark that opens a later cell. -1 if there is none.
 */
function firstRunaway({ data, errors }: Papa.ParseResult<string[]>): number {
  const open = errors.some(({ code }) => code === 'MissingQuotes') ? data.length - 1 : -1;
  const invalid = new Set(errors.filter(({ code }) => code === 'InvalidQuotes').map(({ row }) => row));
  return data.findIndex(
    (cells, i) => i === open || (invalid.has(i) && linesOfRow(cells) > 1) || hasTooManyLines(cells),
  );
}

function hasTooManyLines(cells: readonly string[]): boolean {
  return cells.some(
    (cell) => cell.length > MAX_CELL_LINES && cell.split('\n', MAX_CELL_LINES + 1).length > MAX_CELL_LINES,
  );
}

function linesOfRow(cells: readonly string[]): number {
  let lines = 1;
  for (const cell of cells) for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) lines++;
  return lines;
}

function afterLines(text: string, lines: number): string {
  let at = 0;
  for (let i = 0; i < lines; i++) at = text.indexOf('\n', at) + 1;
  return text.slice(at);
}
