/** Exports a pack to any format, and lists the fields that the format cannot hold. */
import type { PackContent, PlainTerm } from '../pack/plain-term';
import { FIELDS, type Field, type FileFault, type FormatName } from './contract';
import { FORMATS } from './formats';
import type { Outcome } from './import-file';

/** A field that is lost in a format. */
export interface Loss {
  field: Field;
  /** Number of terms that have the field; 1 for a field of the pack. */
  count: number;
}

/** Fields whose loss needs no word: ids are generated, and the title is the name of the file. */
const SILENT: ReadonlySet<Field> = new Set(['id', 'pack.id', 'pack.title']);

/** Fields of a pack that are lost in the format, in the order of `FIELDS`. */
export function lossesOf(pack: PackContent, format: FormatName): Loss[] {
  const { holds } = FORMATS[format];
  return FIELDS.filter((field) => !SILENT.has(field) && !holds.has(field))
    .map((field) => ({ field, count: countOf(pack, field) }))
    .filter(({ count }) => count > 0);
}

function countOf(pack: PackContent, field: Field): number {
  if (!field.startsWith('pack.')) return pack.terms.filter((term) => hasField(term, field)).length;
  const value: unknown = { ...pack }[field.slice('pack.'.length) as keyof PackContent];
  return isGiven(value) ? 1 : 0;
}

function hasField(term: PlainTerm, field: Field): boolean {
  const [name, part] = field.split('.');
  const value: unknown = term[name as keyof PlainTerm];
  return isGiven(part && value ? (value as Record<string, unknown>)[part] : value);
}

function isGiven(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

/** A file to save. */
export interface ExportedFile {
  /** Ending of its name, without the dot. */
  extension: string;
  mediaType: string;
  /** Its text in pieces; a `Blob` takes them as they are, and writes UTF-8. */
  parts: Iterable<string>;
}

/** The file of a pack. Its parts are made when they are asked for. */
export function exportPack(pack: PackContent, format: FormatName): Outcome<ExportedFile> {
  const { write, extensions, mediaType } = FORMATS[format];
  const [extension = format] = extensions;
  const error: FileFault = { code: 'import-only', value: format, place: null };
  return write ? { ok: true, value: { extension, mediaType, parts: write(pack) } } : { ok: false, error };
}
