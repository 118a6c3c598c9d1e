/** Reads the rows of a sheet of a workbook. */
import type { Finding, Reason } from './contract';
import { columnName } from './table-cells';
import type { TableRow } from './table-rows';
import { CellText, unescapeCell } from './workbook';
import type { XmlHandler } from './xml';

/** Columns beyond this hold no part of a term. */
const MAX_COLUMNS = 200;
/** Of a value, in UTF-16 units: far above what a field may have. */
const MAX_VALUE = 40_000;
const DAY_MS = 86_400_000;

/** The parts of a workbook to which cells refer. */
export interface SheetParts {
  texts: readonly string[];
  isDate: (style: number) => boolean;
  isFrom1904: boolean;
  /** Last rows of cells that are merged downwards, by the name of their first cell. */
  merged: ReadonlyMap<string, number>;
}

interface Cell {
  type: string;
  style: number;
  /** From 0. */
  column: number;
  hasFormula: boolean;
  hasValue: boolean;
}

/** Makes rows of the XML of a sheet. */
export class SheetReader implements XmlHandler {
  readonly #parts: SheetParts;
  #rows: TableRow[] = [];
  #line = 0;
  #cells: string[] = [];
  #refused: TableRow['refused'] = null;
  #cell: Cell | null = null;
  readonly #text = new CellText();
  #value = '';
  #isValue = false;
  /** By column, the value of a merged cell and the last row that it reaches. */
  readonly #reaching = new Map<number, { last: number; value: string }>();

  constructor(parts: SheetParts) {
    this.#parts = parts;
  }

  /** The rows that were completed since the last call. */
  take(): TableRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  open(tag: string, { r = '', t = 'n', s = '0' }: Readonly<Record<string, string>>): void {
    if (tag === 'row') {
      const line = Number(r);
      this.#line = Number.isInteger(line) && line > this.#line ? line : this.#line + 1;
      this.#cells = [];
      this.#refused = null;
    } else if (tag === 'c') {
      const before = this.#cell?.column ?? -1;
      this.#cell = { type: t, style: Number(s), column: columnOf(r) ?? before + 1, hasFormula: false, hasValue: false };
      this.#text.start();
      this.#value = '';
    } else if (this.#cell) {
      if (tag === 'f') this.#cell.hasFormula = true;
      if (tag === 'v') this.#cell.hasValue = true;
      this.#isValue = tag === 'v';
      this.#text.open(tag);
    }
  }

  text(text: string): void {
    if (this.#isValue && this.#value.length < MAX_VALUE) this.#value += text;
    this.#text.text(text);
  }

  close(tag: string): void {
    this.#text.close(tag);
    if (tag === 'v') this.#isValue = false;
    if (tag === 'c' && this.#cell && this.#cell.column < MAX_COLUMNS) this.#finishCell(this.#cell);
    if (tag === 'row') this.#finishRow();
  }

  #finishCell(cell: Cell): void {
    const where = `${columnName(cell.column)}${this.#line}`;
    const refuse = (code: Reason['code'], value: string) => {
      this.#refused ??= { where, reason: { code, value } };
    };
    if (cell.type === 'e') refuse('error-value', this.#value);
    if (cell.hasFormula && !cell.hasValue) refuse('formula-without-value', '');
    const text = this.#textOf(cell);
    const last = this.#parts.merged.get(where);
    if (last !== undefined) this.#reaching.set(cell.column, { last, value: text });
    if (text === '') return;
    while (this.#cells.length < cell.column) this.#cells.push('');
    this.#cells[cell.column] = text;
  }

  #textOf({ type, style }: Cell): string {
    const value = this.#value;
    switch (type) {
      case 's':
        return this.#parts.texts[Number(value)] ?? '';
      case 'inlineStr':
        return this.#text.value;
      case 'str':
      case 'e':
        return unescapeCell(value);
      case 'b':
        return value === '1' ? 'TRUE' : 'FALSE';
      case 'd':
        return value.slice(0, 'yyyy-mm-dd'.length);
      default: {
        const number = Number(value);
        if (value === '' || !Number.isFinite(number)) return value;
        return this.#parts.isDate(style) ? dateOf(number, this.#parts.isFrom1904) : String(number);
      }
    }
  }

  #finishRow(): void {
    const notices = this.#repeatMerged();
    if (this.#refused || this.#cells.some((cell) => cell.trim() !== ''))
      this.#rows.push({
        line: this.#line,
        cells: this.#cells,
        refused: this.#refused,
        ...(notices.length && { notices }),
      });
    this.#cell = null;
  }

  #repeatMerged(): Finding[] {
    const notices: Finding[] = [];
    const hasText = this.#cells.some((cell) => cell.trim() !== '');
    for (const [column, { last, value }] of this.#reaching) {
      if (this.#line >= last) this.#reaching.delete(column);
      if (this.#line > last || !hasText || value === '' || (this.#cells[column] ?? '') !== '') continue;
      while (this.#cells.length < column) this.#cells.push('');
      this.#cells[column] = value;
      const place = { line: this.#line, where: `${columnName(column)}${this.#line}` };
      notices.push({ kind: 'notice', place, reason: { code: 'merged-cell-repeated', value: value.slice(0, 80) } });
    }
    return notices;
  }
}

/** The number of a cell's column from 0; null if the cell has no name. */
function columnOf(name: string): number | null {
  const [letters] = /^[A-Z]{1,3}(?=\d)/.exec(name) ?? [];
  if (!letters) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Day numbers count from 1899-12-30, as Excel holds 1900 to be a leap year; the few days before that are no dates. */
function dateOf(serial: number, isFrom1904: boolean): string {
  const start = isFrom1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const date = new Date(start + Math.floor(serial) * DAY_MS);
  return serial < 0 || Number.isNaN(date.getTime()) ? String(serial) : date.toISOString().slice(0, 'yyyy-mm-dd'.length);
}
