/** Reads the parts of a workbook (xlsx) beside its sheets: names of sheets, shared texts, formats of dates. */
import { type ByteSource, FileFaultError } from './contract';
import { parseWholeXml } from './xml';
import { openZip, unzipText, type Zip, type ZipEntry } from './zip';

/** A sheet, in the order of the tabs. */
export interface Sheet {
  name: string;
  entry: ZipEntry;
}

/** A workbook without its sheets. */
export interface Workbook {
  zip: Zip;
  sheets: readonly Sheet[];
  /** Dates are counted from 1904. */
  isFrom1904: boolean;
}

/** In UTF-16 units: of all shared texts together. */
const MAX_SHARED_TEXT = 128 * 2 ** 20;
/** Excel's limit of a cell is 32,767. */
const MAX_CELL = 40_000;
/** Numbers of Excel's own formats for dates. */
const isDateFormat = (id: number) =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** @throws {FileFaultError} `zip-broken`, `wrong-format`, `xml-broken` and what `openZip` throws. */
export async function openWorkbook(source: ByteSource): Promise<Workbook> {
  const zip = await openZip(source);
  const part = zip.entries.get('xl/workbook.xml');
  if (!part) throw new FileFaultError('wrong-format', 'xlsx');
  const targets = await readTargets(zip);
  const named: { name: string; id: string }[] = [];
  let isFrom1904 = false;
  await parseWholeXml(unzipText(zip, part), {
    open(tag, { name = '', id = '', date1904 }) {
      if (tag === 'sheet') named.push({ name, id });
      if (tag === 'workbookPr') isFrom1904 = date1904 === '1' || date1904 === 'true';
    },
    text() {},
    close() {},
  });
  const sheets = named.flatMap(({ name, id }) => {
    const entry = zip.entries.get(targets.get(id) ?? '');
    return entry ? [{ name, entry }] : [];
  });
  return { zip, sheets, isFrom1904 };
}

/** Names of parts by the ids the workbook refers to them by. */
async function readTargets(zip: Zip): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  const part = zip.entries.get('xl/_rels/workbook.xml.rels');
  if (!part) return targets;
  await parseWholeXml(unzipText(zip, part), {
    open(tag, { Id = '', Target = '' }) {
      if (tag === 'Relationship') targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    },
    text() {},
    close() {},
  });
  return targets;
}

/** The texts that cells refer to by number. Formatted runs are joined; readings above them are left out. */
export async function readSharedTexts({ zip }: Workbook): Promise<string[]> {
  const part = zip.entries.get('xl/sharedStrings.xml');
  const texts: string[] = [];
  if (!part) return texts;
  const item = new CellText();
  let total = 0;
  await parseWholeXml(unzipText(zip, part), {
    open(tag) {
      if (tag === 'si') item.start();
      item.open(tag);
    },
    text: (text) => item.text(text),
    close(tag) {
      item.close(tag);
      if (tag !== 'si') return;
      const text = item.value;
      texts.push(text);
      total += text.length;
      if (total > MAX_SHARED_TEXT) throw new FileFaultError('zip-too-large', part.name);
    },
  });
  return texts;
}

/** Whether a cell's style (by number) shows its number as a date. */
export async function readDateStyles({ zip }: Workbook): Promise<(style: number) => boolean> {
  const part = zip.entries.get('xl/styles.xml');
  if (!part) return () => false;
  const dateFormats = new Set<number>();
  const styles: boolean[] = [];
  let isInStyles = false;
  await parseWholeXml(unzipText(zip, part), {
    open(tag, { numFmtId = '', formatCode = '' }) {
      const id = Number(numFmtId);
      // What stands in quotation marks or brackets is shown, not a part of the date.
      const letters = formatCode.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
      if (tag === 'numFmt' && /[ymdh]/i.test(letters) && !/[#?]/.test(letters)) dateFormats.add(id);
      if (tag === 'cellXfs') isInStyles = true;
      if (tag === 'xf' && isInStyles) styles.push(isDateFormat(id) || dateFormats.has(id));
    },
    text() {},
    close(tag) {
      if (tag === 'cellXfs') isInStyles = false;
    },
  });
  return (style) => styles[style] ?? false;
}

/** Collects the text of an item or a cell from its runs. */
export class CellText {
  #parts: string[] = [];
  #isText = false;
  #isReading = false;
  #length = 0;

  /** Begins an item without text. */
  start(): void {
    this.#parts = [];
    this.#length = 0;
    this.#isText = false;
    this.#isReading = false;
  }

  /** An element begins inside the item. */
  open(tag: string): void {
    if (tag === 'rPh') this.#isReading = true;
    if (tag === 't') this.#isText = !this.#isReading;
  }

  /** An element ends inside the item. */
  close(tag: string): void {
    if (tag === 'rPh') this.#isReading = false;
    if (tag === 't') this.#isText = false;
  }

  /** Text inside the item, whether it counts or not. */
  text(text: string): void {
    if (!this.#isText || this.#length > MAX_CELL) return;
    this.#length += text.length;
    this.#parts.push(text.slice(0, MAX_CELL + 1));
  }

  /** Of the item, with `_x000D_` and its like as the characters they stand for. */
  get value(): string {
    return unescapeCell(this.#parts.join(''));
  }
}

/** The characters that `_xHHHH_` stands for in cells. */
export function unescapeCell(text: string): string {
  return text.replace(/_x([\dA-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
