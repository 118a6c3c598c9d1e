/** Reads and writes terms as tables of text: CSV, TSV, and the text files of Anki. */
import Papa from 'papaparse';
import type { PackContent } from '../pack/plain-term';
import type { ByteSource, Choices, ColumnRole, Finding } from './contract';
import { COLUMNS_DIRECTIVE, readCsvRows } from './csv-rows';
import { guardFormula, joinList } from './table-cells';
import { readTable } from './table-terms';

/** Reads terms from a table of text. */
export async function* readCsv(source: ByteSource, choices: Choices): AsyncGenerator<readonly Finding[], void> {
  yield* readTable(readCsvRows(source, choices), choices, false);
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
