/** Reads tables from workbooks (xlsx), row by row. */
import { type ByteSource, type Choices, FileFaultError, type Finding } from './contract';
import { SheetReader } from './sheet-reader';
import type { TableRow } from './table-rows';
import { readTable } from './table-terms';
import { openWorkbook, readDateStyles, readSharedTexts, type Sheet, type Workbook } from './workbook';
import { parseXml } from './xml';
import { unzipText } from './zip';

const MAX_MERGED = 100_000;

/** Reads terms from a sheet. */
export async function* readXlsx(source: ByteSource, choices: Choices): AsyncGenerator<readonly Finding[], void> {
  yield* readTable(readXlsxRows(source, choices), choices, true);
}

/** Names of the sheets, in the order of the tabs. */
export async function listSheets(source: ByteSource): Promise<string[]> {
  return (await openWorkbook(source)).sheets.map(({ name }) => name);
}

/** The rows of a sheet with text: the sheet that was chosen, or the first. @throws {FileFaultError} `no-sheet`. */
export async function* readXlsxRows(source: ByteSource, { sheet: chosen }: Choices): AsyncGenerator<TableRow[], void> {
  const workbook = await openWorkbook(source);
  const sheet = chosen === undefined ? workbook.sheets[0] : workbook.sheets.find(({ name }) => name === chosen);
  if (!sheet) throw new FileFaultError('no-sheet', chosen ?? '');
  const texts = await readSharedTexts(workbook);
  const isDate = await readDateStyles(workbook);
  const merged = await findMerged(workbook, sheet);
  const reader = new SheetReader({ texts, isDate, isFrom1904: workbook.isFrom1904, merged });
  for await (const _ of parseXml(unzipText(workbook.zip, sheet.entry), reader)) yield reader.take();
}

/** Last rows of cells that are merged downwards, by the name of their first cell. They stand after the rows. */
async function findMerged({ zip }: Workbook, { entry }: Sheet): Promise<Map<string, number>> {
  const merged = new Map<string, number>();
  const MERGED = /<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+)(\d+):[A-Z]+(\d+)"/g;
  let rest = '';
  for await (const piece of unzipText(zip, entry)) {
    const text = rest + piece;
    for (const [, column, first, last] of text.matchAll(MERGED)) {
      if (Number(last) > Number(first) && merged.size < MAX_MERGED) merged.set(`${column}${first}`, Number(last));
    }
    rest = text.slice(Math.max(0, text.lastIndexOf('<'))).slice(0, 1000);
  }
  return merged;
}
