/** The registry of formats: file extensions, supported fields, reader and writer of each. */
import { readCedict } from './cedict';
import { FIELDS, type Field, type FormatName, type FormatReader, type FormatWriter } from './contract';
import { readCsv, writeAnki, writeCsv, writeTsv } from './csv';
import { readJsonLd } from './jsonld';
import { writeJsonLd } from './jsonld-writer';
import { readMarkdown } from './markdown';
import { writeMarkdown } from './markdown-writer';
import { readPackFile, writePackFile } from './pack-file';
import { readTbx } from './tbx';
import { writeTbx } from './tbx-writer';
import { readXlsx } from './xlsx';
import { readYomitan } from './yomitan';

/** A format. */
export interface Format {
  name: FormatName;
  /** Endings of file names, the usual one first, without the dot. */
  extensions: readonly string[];
  /** Media type of written files. */
  mediaType: string;
  read: FormatReader;
  /** Null: the format is not written. */
  write: FormatWriter | null;
  /** The fields it holds beside headwords; a file of this format loses the others. */
  holds: ReadonlySet<Field>;
  /** The default treatment of repeated headwords. */
  duplicates: 'merge' | 'keep';
  /** Whether the file is read twice, which the progress of an import accounts for. */
  isReadTwice?: true;
}

const TERM_FIELDS = FIELDS.filter((field) => field !== 'id' && !field.startsWith('pack.'));
const ABOUT_FIELDS = FIELDS.filter((field) => field.startsWith('pack.'));
const none: ReadonlySet<Field> = new Set();

/** All formats by name. */
export const FORMATS: Readonly<Record<FormatName, Format>> = {
  csv: {
    name: 'csv',
    extensions: ['csv', 'txt'],
    mediaType: 'text/csv;charset=utf-8',
    read: readCsv,
    write: writeCsv,
    holds: new Set(TERM_FIELDS),
    duplicates: 'merge',
  },
  tsv: {
    name: 'tsv',
    extensions: ['tsv', 'tab'],
    mediaType: 'text/tab-separated-values;charset=utf-8',
    read: (source, choices) => readCsv(source, { separator: '\t', ...choices }),
    write: writeTsv,
    holds: new Set(TERM_FIELDS),
    duplicates: 'merge',
  },
  xlsx: {
    name: 'xlsx',
    extensions: ['xlsx', 'xlsm'],
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    read: readXlsx,
    write: null,
    holds: none,
    duplicates: 'merge',
  },
  tbx: {
    name: 'tbx',
    extensions: ['tbx', 'tbxm'],
    mediaType: 'application/x-tbx',
    read: readTbx,
    write: writeTbx,
    holds: new Set(
      [...TERM_FIELDS, ...ABOUT_FIELDS].filter((field) => !['exactCase', 'insideWords', 'source.date'].includes(field)),
    ),
    duplicates: 'keep',
  },
  cedict: {
    name: 'cedict',
    extensions: ['u8'],
    mediaType: 'text/plain;charset=utf-8',
    read: readCedict,
    write: null,
    holds: none,
    duplicates: 'merge',
  },
  yomitan: {
    name: 'yomitan',
    extensions: ['zip'],
    mediaType: 'application/zip',
    read: readYomitan,
    write: null,
    holds: none,
    duplicates: 'merge',
  },
  markdown: {
    name: 'markdown',
    extensions: ['md', 'markdown'],
    mediaType: 'text/markdown;charset=utf-8',
    read: readMarkdown,
    write: writeMarkdown,
    holds: new Set([...TERM_FIELDS, ...ABOUT_FIELDS.filter((field) => field !== 'pack.id')]),
    duplicates: 'merge',
  },
  jsonld: {
    name: 'jsonld',
    extensions: ['jsonld'],
    mediaType: 'application/ld+json',
    read: readJsonLd,
    write: writeJsonLd,
    holds: new Set(FIELDS),
    duplicates: 'keep',
    isReadTwice: true,
  },
  pack: {
    name: 'pack',
    extensions: ['json'],
    mediaType: 'application/json',
    read: readPackFile,
    write: writePackFile,
    holds: new Set(FIELDS),
    duplicates: 'keep',
    isReadTwice: true,
  },
  anki: {
    name: 'anki',
    extensions: ['txt'],
    mediaType: 'text/plain;charset=utf-8',
    read: readCsv,
    write: writeAnki,
    holds: new Set(TERM_FIELDS),
    duplicates: 'merge',
  },
};
