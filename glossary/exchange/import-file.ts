/** Imports a file of any format. */
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
} from './contract';
import { FORMATS, type Format } from './formats';
import { sniffFormat } from './sniff';

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
  /** 0 to 1, by the bytes read. */
  done: number;
  terms: number;
  refused: number;
}

/** Options besides the choices. */
export interface ImportControl {
  /** Ends the import with the fault `cancelled`, before the next piece of the file is read. */
  signal?: AbortSignal;
  /** Called for each piece of the file, with values that never fall. */
  onProgress?: (progress: Progress) => void;
}

/** Imports a whole file, or refuses it. */
export function importFile(
  source: ByteSource,
  choices: Choices = {},
  control: ImportControl = {},
): Promise<Outcome<Imported>> {
  return outcomeOf(async () => {
    const { signal } = control;
    const { format } = await formatOf(watchSource(source, { signal }), choices);
    const size = source.size * (format.isReadTwice ? 2 : 1);
    let read = 0;
    let progress: Progress = { done: 0, terms: 0, refused: 0 };
    const report = (news: Partial<Progress>) => {
      progress = { ...progress, ...news };
      control.onProgress?.(progress);
    };
    const onRead = (bytes: number) => {
      read += bytes;
      report({ done: Math.min(1, read / size) });
    };
    return collectTerms(watchSource(source, { signal, onRead }), format, choices, { onProgress: report });
  });
}

/** The value of `work`, or the fault that it throws. @throws all other errors. */
export async function outcomeOf<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof FileFaultError) return { ok: false, error: error.fault };
    throw error;
  }
}

/** The chosen format, otherwise the recognised one; the encoding is null for archives. @throws {FileFaultError} as `sniffFormat`. */
export async function formatOf(
  source: ByteSource,
  choices: Choices,
): Promise<{ format: Format; encoding: Encoding | null }> {
  const sniffed = choices.format
    ? { format: choices.format, encoding: choices.encoding ?? null }
    : await sniffFormat(source, choices.encoding);
  return { format: FORMATS[sniffed.format], encoding: sniffed.encoding };
}

type Counts = Pick<Progress, 'terms' | 'refused'>;

/** Reads terms and refused rows, at most `limit` together. @throws {FileFaultError} */
export async function collectTerms(
  source: ByteSource,
  format: Format,
  choices: Choices,
  { onProgress, limit = Number.POSITIVE_INFINITY }: { onProgress?: (counts: Counts) => void; limit?: number },
): Promise<Imported> {
  const collector = new TermCollector(choices.duplicates ?? format.duplicates);
  let left = limit;
  for await (const findings of format.read(source, choices)) {
    for (const finding of findings) {
      const isRow = finding.kind === 'term' || finding.kind === 'refused';
      if (left > 0 || finding.kind === 'about') collector.add(finding);
      if (isRow) left--;
    }
    onProgress?.({ terms: collector.count, refused: collector.refusedCount });
    if (left <= 0) break;
  }
  const { about, refused, refusedCount, merged, mergedCount, notices } = collector;
  const pack = { ...cleanAbout(source.name, about), terms: collector.terms() };
  return { format: format.name, pack, refused, refusedCount, merged, mergedCount, notices };
}
