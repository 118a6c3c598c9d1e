/** Guesses the layout of a table: its header row, and the role of each column. */
import { languageOfName, roleOfName } from './column-roles';
import type { Choices, ColumnRole } from './contract';
import { rolesOfHeader } from './header-roles';
import { languageTag } from './language-tag';

/** How a table is read. */
export interface TableLayout {
  /** 1-based among the rows with text; 0 if there is none. */
  headerRow: number;
  /** The role of each column. */
  columns: readonly ColumnRole[];
  /** Of the headwords, as far as the header says; '' if it does not. */
  language: string;
  /** Of the translations, likewise. */
  targetLanguage: string;
}

/** Titles and remarks may stand above the header, in workbooks above all. */
export const MAX_HEADER_ROW = 10;

/**
 * The layout of a table, of which `rows` are the first with text. What was chosen is kept.
 * @param isGrid whether each cell is in its column; in text a separator within a term makes a row longer than its header.
 */
export function guessLayout(rows: readonly (readonly string[])[], choices: Choices, isGrid: boolean): TableLayout {
  const headerRow = choices.headerRow ?? findHeader(rows);
  const header = headerRow > 0 ? rows[headerRow - 1] : undefined;
  const body = rows.slice(headerRow);
  const width = isGrid ? Math.max(0, ...rows.map((row) => row.length)) : (header?.length ?? usualWidth(body));
  const guessed = (header && rolesOfHeader(header, choices)) ?? rolesOfShape(body, width);
  const columns = choices.columns ?? fill(guessed.columns, width);
  return {
    headerRow,
    columns,
    language: choices.language ?? guessed.language,
    targetLanguage: choices.targetLanguage ?? guessed.targetLanguage,
  };
}

function usualWidth(rows: readonly (readonly string[])[]): number {
  const widths = rows.map((row) => row.length).sort((a, b) => a - b);
  return widths[widths.length >> 1] ?? 0;
}

function fill(columns: readonly ColumnRole[], width: number): ColumnRole[] {
  return Array.from({ length: width }, (_, i) => columns[i] ?? 'ignore');
}

/** The first row that names a headword and another column, or the only column; 0 if none does. */
function findHeader(rows: readonly (readonly string[])[]): number {
  for (const [i, row] of rows.slice(0, MAX_HEADER_ROW).entries()) {
    const written = row.filter((cell) => cell.trim() !== '');
    const named = written.filter((cell) => cell.length <= 40 && roleOfName(cell) !== null);
    // Rows of terms may name a language each, in one language or two; in DeepL's lists each row ends with two codes.
    const isEnough = named.some((cell) => typeof roleOfName(cell) === 'string')
      ? named.length * 2 >= written.length
      : named.length === written.length || (namesLanguages(named) && named.length * 2 > written.length);
    const isOnlyOne = named.length === 1 && written.length > 1;
    if (isEnough && named.length > 0 && !(isOnlyOne && !isHeadword(named[0]))) return i + 1;
  }
  return 0;
}

/** Whether cells name at least two languages, regions aside. */
function namesLanguages(cells: readonly string[]): boolean {
  return new Set(cells.map((cell) => languageOfName(cell)?.split('-')[0]).filter(Boolean)).size > 1;
}

function isHeadword(name = ''): boolean {
  const role = roleOfName(name);
  return role === 'headword' || role === 'source';
}

type Roles = Omit<TableLayout, 'headerRow'>;

/** Roles of columns without names, by the shape of their cells. */
function rolesOfShape(rows: readonly (readonly string[])[], width: number): Roles {
  const columns: ColumnRole[] = Array.from({ length: width }, (_, i) => {
    if (i === 0) return 'headword';
    const cells = rows.map((row) => row[i] ?? '').filter((cell) => cell.trim() !== '');
    return roleOfCells(cells, rows);
  });
  // DeepL: source, target, language of the source, language of the target.
  if (columns[2] === 'target-language' && columns[3] === 'target-language') columns[2] = 'ignore';
  // Of several columns of one role the first has it: the others are kept as notes.
  const unique = columns.map((role, i) => (columns.indexOf(role) < i && role !== 'ignore' ? 'note' : role));
  if (unique[1] === 'note') unique[1] = 'definition';
  return { columns: unique, language: '', targetLanguage: '' };
}

const SENTENCE = /[。；，！？]|[.!?](\s|$)/;

function roleOfCells(cells: readonly string[], rows: readonly (readonly string[])[]): ColumnRole {
  if (cells.length === 0) return 'ignore';
  const most = (test: (cell: string) => boolean) => cells.filter(test).length * 10 >= cells.length * 7;
  if (most((cell) => /^https?:\/\//.test(cell))) return 'source-url';
  if (most((cell) => languageOfName(cell) !== null && languageTag(cell) !== null)) return 'target-language';
  if (
    most(
      (cell) =>
        /^[\p{Script=Latin}\p{M}\s'’·-]+\d?$/u.test(cell) && /[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]/.test(cell.normalize('NFC')),
    )
  )
    return 'pinyin';
  const mean = cells.reduce((sum, cell) => sum + cell.length, 0) / cells.length;
  const heads = rows.map((row) => row[0] ?? '').join('');
  const isOtherScript = hasHan(heads) !== hasHan(cells.join(''));
  const isLong = mean > (isOtherScript ? 60 : 40) || most((cell) => SENTENCE.test(cell));
  // A list of pairs in one script: a definition, unless both are short words of a language with spaces.
  if (isLong) return 'definition';
  return isOtherScript || !hasHan(heads) ? 'translation' : 'definition';
}

function hasHan(text: string): boolean {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han * 4 > text.length;
}
