/** Shows a file before it is imported: its format, its table, and its first terms. */
import { watchSource } from './byte-source';
import type { ByteSource, Choices, Encoding, FormatName, Separator } from './contract';
import { readCsvRows } from './csv-rows';
import { readSample } from './encoding';
import type { Format } from './formats';
import { collectTerms, formatOf, type ImportControl, type Imported, type Outcome, outcomeOf } from './import-file';
import { guessSeparator } from './separator';
import type { TableLayout } from './table-layout';
import { firstRows, type TableRow } from './table-rows';
import { layoutOf } from './table-terms';
import { listSheets, readXlsxRows } from './xlsx';

/** The table of a file, as it will be read. */
export interface TableInspection {
  /** Of text; null for workbooks. */
  separator: Separator | null;
  /** Of workbooks, in the order of the tabs; empty for text. */
  sheets: readonly string[];
  layout: TableLayout;
  /** The first rows as they are in the file, the header among them. */
  rows: readonly TableRow[];
}

/** A preview: the recognised format, and the first terms as they will be read. */
export interface Inspection {
  format: FormatName;
  /** Of text; null for archives. */
  encoding: Encoding | null;
  /** Null for formats that are no tables. */
  table: TableInspection | null;
  /** The first terms and refused rows. */
  first: Imported;
}

/** Terms and refused rows that an inspection reads. */
const INSPECTED = 30;

/**
 * Reads the beginning of a file by the choices, and guesses the rest. Fast for files of any size except workbooks and JSON,
 * which are read whole.
 */
export function inspectFile(
  source: ByteSource,
  choices: Choices = {},
  control: ImportControl = {},
): Promise<Outcome<Inspection>> {
  return outcomeOf(async () => {
    const watched = watchSource(source, { signal: control.signal });
    const { format, encoding } = await formatOf(watched, choices);
    const table = await inspectTable(watched, format, choices);
    const first = await collectTerms(watched, format, choices, { limit: INSPECTED });
    return { format: format.name, encoding, table, first };
  });
}

async function inspectTable(source: ByteSource, { name }: Format, choices: Choices): Promise<TableInspection | null> {
  const isText = name === 'csv' || name === 'tsv' || name === 'anki';
  if (!isText && name !== 'xlsx') return null;
  const { text } = isText ? await readSample(source, choices.encoding) : { text: '' };
  const separator = isText ? (choices.separator ?? (name === 'tsv' ? '\t' : guessSeparator(text))) : null;
  const batches = separator ? readCsvRows(source, { ...choices, separator }) : readXlsxRows(source, choices);
  const rows = await firstRows(batches);
  await batches.return();
  const sheets = separator ? [] : await listSheets(source);
  return { separator, sheets, layout: layoutOf(rows, choices, name === 'xlsx'), rows: rows.slice(0, INSPECTED) };
}
