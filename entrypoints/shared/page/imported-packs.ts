/**
 * Data of imported packs for content scripts, which cannot read the database. `publish-packs.ts` writes it to
 * `storage.local`; parsed without a schema library. Tables of packs come by message, if a page may hold a term.
 */
import { type HashedPrefilter, isHashedPrefilter } from '../../../glossary/find/hashed-prefilter';
import { type PackMarks, parseMarks } from './pack-marks';

export const IMPORTED_KEY = 'importedPacks';

/** A pack that is on. Its segment follows from its place in the list (`importedSegment`). */
export interface PackInPages extends PackMarks {
  id: string;
  revision: string;
}

/** The packs that are on, in the reader's order, and one prefilter for all of them. */
export interface ImportedInPages {
  packs: readonly PackInPages[];
  prefilter: HashedPrefilter;
}

type Fields<T> = { [K in keyof T]?: unknown };

/** The value as it is stored: bytes as base64. */
export function storedImported({ packs, prefilter }: ImportedInPages): object {
  const { variants, pairs, beginnings } = prefilter;
  return { packs, prefilter: { variants, pairs: toBase64(pairs), beginnings: toBase64(beginnings) } };
}

/** Null if there are no packs, and for a value that cannot be read. */
export function parseImported(stored: unknown): ImportedInPages | null {
  const { packs, prefilter } = (stored ?? {}) as Fields<ImportedInPages>; // A value without such fields has none.
  const { variants, pairs, beginnings } = (prefilter ?? {}) as Fields<HashedPrefilter>; // As above.
  if (!Array.isArray(packs) || typeof variants !== 'string') return null;
  const tables = { pairs: fromBase64(pairs), beginnings: fromBase64(beginnings) };
  const read = packs.flatMap(readPack);
  const isSound = read.length > 0 && read.length === packs.length && isHashedPrefilter(tables);
  return isSound ? { packs: read, prefilter: { variants, ...tables } } : null;
}

function readPack(value: unknown): PackInPages[] {
  const { id, revision } = (value ?? {}) as Fields<PackInPages>; // As above.
  if (typeof id !== 'string' || typeof revision !== 'string' || !/^[0-9a-f]{16}$/.test(revision)) return [];
  return [{ id, revision, ...parseMarks(value) }];
}

/** Bytes in one call of `fromCharCode`: more would be too many arguments. */
const PIECE = 0x8000;

/** Built-in functions of newer browsers, ten times as fast. */
interface Base64Bytes {
  toBase64?(): string;
}
interface Base64Reader {
  fromBase64?(text: string): Uint8Array<ArrayBuffer>;
}

/** Bytes as text, in which they can be sent and stored in Chromium. */
export function toBase64(bytes: Uint8Array): string {
  const native = (bytes as Base64Bytes).toBase64?.(); // Absent in the oldest browsers.
  if (native !== undefined) return native;
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE) text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(text);
}

/** The bytes of a base64 text; empty for other texts. */
export function fromBase64(text: unknown): Uint8Array<ArrayBuffer> {
  try {
    if (typeof text !== 'string') return new Uint8Array();
    const native = (Uint8Array as Base64Reader).fromBase64?.(text); // As above.
    if (native) return native;
    const units = atob(text);
    const bytes = new Uint8Array(units.length);
    for (let at = 0; at < units.length; at++) bytes[at] = units.charCodeAt(at);
    return bytes;
  } catch {
    return new Uint8Array();
  }
}
