/** Reads and writes tables of text: CSV, TSV, and pasted lines. */
import Papa from 'papaparse';
import { PACK_LIMITS, type PackContent } from '../pack/plain-term';
import { roleOfName } from './column-roles';
import { type ByteSource, type Choices, type ColumnRole, type Finding, SEPARATORS, type Separator } from './contract';
import { decodeSource, readSample } from './encoding';
import { columnName, guardFormula, joinList } from './table-cells';
import { readTable, type TableRow } from './table-terms';
import { MAX_LINE } from './text-lines';

/** A quoted cell with more lines than this was never closed. */
const MAX_CELL_LINES = 500;
/** After this many quotation marks that are not closed they are read as text: nobody quotes cells in this file. */
const MAX_OPEN_QUOTES = 20;
/** First cells of lines that say how to read the file: `#separator:tab` (Anki), `sep=;` (Excel). */
const COLUMNS_DIRECTIVE = '#columns:';
const DIRECTIVE = /^sep=$|^#(separator|html|tags|columns|notetype|deck|guid|if matches)\b.*:/i;

/** Guesses what separates the cells, from the beginning of a file. */
export function guessSeparator(sample: string): Separator {
  const [, word] = /^(?:#separator:|sep=)(\w+|.)/im.exec(sample) ?? [];
  const said = { tab: '\t', comma: ',', semicolon: ';', pipe: '|' }[word?.toLowerCase() ?? ''] ?? word;
  const known = SEPARATORS.find((separator) => separator === said);
  if (known) return known;
  // Cells in quotation marks may hold any separator, and line ends.
  const lines = sample.replace(QUOTED, '').split('\n').slice(0, 200);
  const header = SEPARATORS.find((separator) => isHeader(lines.find((line) => line.trim() !== '') ?? '', separator));
  if (header) return header;
  const scores = SEPARATORS.map((separator) => ({ separator, score: regularity(lines, separator) }));
  return scores.reduce((best, next) => (next.score > best.score ? next : best)).separator;
}

const QUOTED = /"(?:[^"]|""){0,4000}"/g;

/** Whether a line names two columns or more, and none that is unknown. */
function isHeader(line: string, separator: Separator): boolean {
  const names = line.split(separator);
  return names.length > 1 && names.every((name) => roleOfName(name) !== null);
}

/** Share of the lines that have the separator, above all as often as most lines have it. A tab is hardly ever text. */
function regularity(lines: readonly string[], separator: Separator): number {
  const counts = lines
    .filter((line) => line.trim() !== '' && !DIRECTIVE.test(line))
    .map((line) => line.split(separator).length - 1);
  const usual = counts.length > 0 ? [...counts].sort((a, b) => a - b)[counts.length >> 1] : 0;
  const having = counts.filter((count) => count > 0).length;
  const alike = counts.filter((count) => count > 0 && count === usual).length;
  const weight = separator === '\t' ? 2 : separator === '|' ? 0.5 : 1;
  return counts.length === 0 ? 0 : (weight * (having + alike)) / counts.length;
}

/** Reads terms from a table of text. */
export async function* readCsv(source: ByteSource, choices: Choices): AsyncGenerator<readonly Finding[], void> {
  yield* readTable(readCsvRows(source, choices), choices, false);
}

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

const COLUMNS: [name: ColumnRole, cell: (term: PackContent['terms'][number]) => string | undefined][] = [
  ['headword', (term) => term.headword],
  ['forms', (term) => joinList(term.forms)],
  ['definition', (term) => term.definition],
  ['translation', (term) => term.translation],
  ['pinyin', (term) => term.pinyin],
  ['subject', (term) => term.subject],
  ['note', (term) => term.note],
  ['status', (term) => term.status],
  ['use', (term) => term.use],
  ['exact-case', (term) => (term.exactCase ? 'yes' : '')],
  ['inside-words', (term) => (term.insideWords ? 'yes' : '')],
  ['source-title', (term) => term.source?.title],
  ['source-url', (term) => term.source?.url],
  ['source-quote', (term) => term.source?.quote],
  ['source-date', (term) => term.source?.date],
];

/** Writes the columns that any term fills, with CRLF line ends as RFC 4180 has them, and a byte order mark for Excel. */
export function* writeCsv(pack: PackContent): Generator<string, void> {
  yield '\ufeff';
  yield* writeRows(pack, ',', '\r\n');
}

/** As `writeCsv`, with tabs, without a mark. */
export function* writeTsv(pack: PackContent): Generator<string, void> {
  yield* writeRows(pack, '\t', '\n');
}

/** As `writeTsv`, with the lines by which Anki knows how to read the file: fields are text, not HTML. */
export function* writeAnki(pack: PackContent): Generator<string, void> {
  yield `#separator:tab\n#html:false\n${COLUMNS_DIRECTIVE}`;
  yield* writeRows(pack, '\t', '\n');
}

function* writeRows({ terms }: PackContent, delimiter: string, newline: string): Generator<string, void> {
  const languages = [...new Set(terms.flatMap(({ equivalents = [] }) => equivalents.map(({ language }) => language)))];
  const columns: typeof COLUMNS = [
    ...COLUMNS.filter(([name, cell]) => name === 'headword' || name === 'definition' || terms.some(cell)),
    ...languages.map((language): (typeof COLUMNS)[number] => [
      `equivalent:${language}`,
      ({ equivalents = [] }) =>
        joinList(equivalents.filter((item) => item.language === language).map(({ text }) => text)),
    ]),
  ];
  const write = (rows: string[][]) => Papa.unparse(rows, { delimiter, newline }) + newline;
  yield write([columns.map(([name]) => name)]);
  for (let i = 0; i < terms.length; i += 1000) {
    yield write(terms.slice(i, i + 1000).map((term) => columns.map(([, cell]) => guardFormula(cell(term) ?? ''))));
  }
}
