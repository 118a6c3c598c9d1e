/** Imports a file of any format: a preview with its first terms, or the whole file. */
import type { PackContent } from '../pack/plain-term';
import { watchSource } from './byte-source';
import { cleanAbout } from './clean-about';
import { type Merged, type Notice, type Refused, TermCollector } from './collect-terms';
import {
  type ByteSource,
  type Choices,
  type Encoding,
  type FileFault,
  FileFaultError,
  type FormatName,
  type Separator,
} from './contract';
import { guessSeparator, readCsvRows } from './csv';
import { readSample } from './encoding';
import { FORMATS, type Format } from './formats';
import { sniffFormat } from './sniff';
import type { TableLayout } from './table-layout';
import { firstRows, layoutOf, type TableRow } from './table-terms';
import { listSheets, readXlsxRows } from './xlsx';

/** A value, or the fault of the file. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; error: FileFault };

/** The content of an imported file. */
export interface Imported {
  format: FormatName;
  pack: PackContent;
  /** At most `MAX_LISTED`, in the order of the file. */
  refused: readonly Refused[];
  refusedCount: number;
  /** Rows that were added to a term before them, at most `MAX_LISTED`. */
  merged: readonly Merged[];
  mergedCount: number;
  notices: readonly Notice[];
}

/** The progress of an import. */
export interface Progress {
  /** 0 to 1, by the place in the file. */
  done: number;
  terms: number;
  refused: number;
}

/** Options besides the choices. */
export interface ImportControl {
  /** Ends the import with the fault `cancelled`, before the next piece of the file is read. */
  signal?: AbortSignal;
  /** Called after each piece of the file. */
  onProgress?: (progress: Progress) => void;
}

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
    const first = await collect(watched, format, { ...choices }, { ...control, limit: INSPECTED });
    return { format: format.name, encoding, table, first };
  });
}

/** Imports a whole file, or refuses it. */
export function importFile(
  source: ByteSource,
  choices: Choices = {},
  control: ImportControl = {},
): Promise<Outcome<Imported>> {
  return outcomeOf(async () => {
    let read = 0;
    const watched = watchSource(source, { signal: control.signal, onRead: (bytes) => (read = bytes) });
    const { format } = await formatOf(watched, choices);
    const onProgress = (progress: Progress) =>
      control.onProgress?.({ ...progress, done: source.size === 0 ? 1 : read / source.size });
    return collect(watched, format, choices, { ...control, onProgress });
  });
}

async function outcomeOf<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof FileFaultError) return { ok: false, error: error.fault };
    throw error;
  }
}

async function formatOf(source: ByteSource, choices: Choices): Promise<{ format: Format; encoding: Encoding | null }> {
  const sniffed = choices.format
    ? { format: choices.format, encoding: choices.encoding ?? null }
    : await sniffFormat(source, choices.encoding);
  return { format: FORMATS[sniffed.format], encoding: sniffed.encoding };
}

async function collect(
  source: ByteSource,
  format: Format,
  choices: Choices,
  { onProgress, limit = Number.POSITIVE_INFINITY }: ImportControl & { limit?: number },
): Promise<Imported> {
  const collector = new TermCollector(choices.duplicates ?? format.duplicates);
  let left = limit;
  for await (const findings of format.read(source, choices)) {
    for (const finding of findings) {
      const isRow = finding.kind === 'term' || finding.kind === 'refused';
      if (left > 0 || finding.kind === 'about') collector.add(finding);
      if (isRow) left--;
    }
    onProgress?.({ done: 0, terms: collector.count, refused: collector.refusedCount });
    if (left <= 0) break;
  }
  const { about, refused, refusedCount, merged, mergedCount, notices } = collector;
  const pack = { ...cleanAbout(source.name, about), terms: collector.terms() };
  return { format: format.name, pack, refused, refusedCount, merged, mergedCount, notices };
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
