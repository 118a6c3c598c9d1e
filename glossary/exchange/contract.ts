/** The contract of format readers and writers: sources of bytes, findings, places and reasons. */
import type { PackAbout, PackContent } from '../pack/plain-term';

/** The formats by name, in the order in which they are offered. */
export const FORMAT_NAMES = [
  'csv',
  'tsv',
  'xlsx',
  'tbx',
  'cedict',
  'yomitan',
  'markdown',
  'jsonld',
  'pack',
  'anki',
] as const;
export type FormatName = (typeof FORMAT_NAMES)[number];

/** A file to read. `sourceOfBlob` makes one of a browser's File. */
export interface ByteSource {
  /** File name without folders; may be ''. */
  name: string;
  /** In bytes. */
  size: number;
  /** The bytes of `[start, end)`; fewer only at the end of the file. */
  read(start: number, end: number): Promise<Uint8Array>;
}

/** A place in a file. */
export interface Place {
  /** Line of a text file or row of a sheet, 1-based; null where the format has no lines. */
  line: number | null;
  /** Cell (`B`, `B12`), path (`terms[3].forms`) or part of an archive; '' for the whole line. */
  where: string;
}

/** Reasons for which a row is refused, or imported with a change. The interface has a message for each. */
export const REASON_CODES = [
  'no-headword',
  'nothing-to-show',
  'headword-too-long',
  'form-too-long',
  'too-many-forms',
  'too-many-equivalents',
  'text-too-long',
  'line-too-long',
  'unreadable-characters',
  'quote-not-closed',
  'formula-without-value',
  'error-value',
  'not-this-format',
  'wrong-shape',
  'too-many-cells',
  'wrong-status',
  'too-many-terms',
  'not-https',
  'not-a-date',
  'not-a-language',
  'controls-removed',
  'markup-kept-as-text',
  'merged-cell-repeated',
  'media-dropped',
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

/** Why, with the value or limit it is about; '' if there is none. */
export interface Reason {
  code: ReasonCode;
  value: string;
}

/** A term as read, before it is checked: any text, empty or absent where the file has none. */
export interface TermDraft {
  headword: string;
  id?: string | undefined;
  forms?: readonly string[] | undefined;
  definition?: string | undefined;
  translation?: string | undefined;
  equivalents?: readonly { language: string; text: string }[] | undefined;
  pinyin?: string | undefined;
  subject?: string | undefined;
  note?: string | undefined;
  source?:
    | { title?: string | undefined; url?: string | undefined; quote?: string | undefined; date?: string | undefined }
    | undefined;
  status?: string | undefined;
  use?: string | undefined;
  exactCase?: boolean | undefined;
  insideWords?: boolean | undefined;
}

/** The manifest in a file, as far as it has one. */
export type AboutDraft = { [Field in keyof PackAbout]?: PackAbout[Field] | undefined };

/** A field of a draft, by which its part of the file is found. */
export type DraftField = 'headword' | Exclude<Field, `pack.${string}`>;

/** The row a term was read from, read only for notices and refusals. */
export interface FoundRow {
  /** As the file has it. */
  raw(): string;
  /** `Place.where` of a field. */
  where(field: DraftField): string;
}

/** A finding of a reader, in the order of the file. */
export type Finding =
  | { kind: 'term'; place: Place; draft: TermDraft; row?: FoundRow }
  | { kind: 'refused'; place: Place; reason: Reason; raw: string }
  /** A value was changed or left out. */
  | { kind: 'notice'; place: Place; reason: Reason }
  | { kind: 'about'; about: AboutDraft };

/** Faults for which a whole file is refused. The interface has a message for each. */
export const FAULT_CODES = [
  'empty',
  'too-large',
  'unknown-format',
  'import-only',
  'old-xls',
  'mdx',
  'stardict',
  'gzip',
  'html',
  'zip-broken',
  'zip-encrypted',
  'zip-too-large',
  'no-sheet',
  'xml-broken',
  'xml-doctype',
  'xml-too-deep',
  'json-broken',
  'wrong-format',
  'wrong-version',
  'unreadable-file',
  'cancelled',
] as const;
export type FaultCode = (typeof FAULT_CODES)[number];

/** The fault of a refused file. */
export interface FileFault {
  code: FaultCode;
  /** The detail the message names; '' if there is none. */
  value: string;
  /** Null if the fault is in no place. */
  place: Place | null;
}

/** Thrown by readers; the functions for callers return its fault. */
export class FileFaultError extends Error {
  readonly fault: FileFault;

  /** @param value as `FileFault.value`. */
  constructor(code: FaultCode, value = '', place: Place | null = null) {
    super(`${code} ${value}`.trim());
    this.fault = { code, value, place };
  }
}

/** Encodings that can be chosen for text. */
export const ENCODINGS = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Separators that can be chosen for tables of text. */
export const SEPARATORS = [',', '\t', ';', '|'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** The role of a column. `equivalent:LANGUAGE` is a translation into the language (BCP 47). */
export const COLUMN_ROLES = [
  'headword',
  'forms',
  'definition',
  'translation',
  'target-language',
  'pinyin',
  'subject',
  'note',
  'source-title',
  'source-url',
  'source-quote',
  'source-date',
  'status',
  'use',
  'exact-case',
  'inside-words',
  'ignore',
] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number] | `equivalent:${string}`;

/** The reader's choices for a file; absent ones are guessed. */
export interface Choices {
  format?: FormatName;
  /** Of text files. */
  encoding?: Encoding;
  /** Of tables of text. */
  separator?: Separator;
  /** Of tables: row of the header, 1-based among the rows with text; 0 if there is none. */
  headerRow?: number;
  /** Of tables: the role of each column. */
  columns?: readonly ColumnRole[];
  /** Of workbooks: name of the sheet. */
  sheet?: string;
  /** Language of the headwords (BCP 47), where a file has several. */
  language?: string;
  /** Language of the translations (BCP 47). */
  targetLanguage?: string;
  /** The treatment of repeated headwords. */
  duplicates?: 'merge' | 'keep';
}

/** Reads a file. A batch has the findings of one piece of the file; the caller may stop between batches. */
export type FormatReader = (source: ByteSource, choices: Choices) => AsyncGenerator<readonly Finding[], void>;

/** Writes a pack as text, in pieces. */
export type FormatWriter = (pack: PackContent) => Generator<string, void>;

/** Fields that a format may or may not hold, of a term and of a pack (`pack.`). */
export const FIELDS = [
  'id',
  'forms',
  'definition',
  'translation',
  'equivalents',
  'pinyin',
  'subject',
  'note',
  'source.title',
  'source.url',
  'source.quote',
  'source.date',
  'status',
  'use',
  'exactCase',
  'insideWords',
  'pack.id',
  'pack.title',
  'pack.languages',
  'pack.revision',
  'pack.licence',
  'pack.attribution',
  'pack.homepage',
  'pack.contact',
] as const;
export type Field = (typeof FIELDS)[number];
