/** Reads parts of zip archives from any source, with limits of size and time against malicious archives. */
import { Inflate } from 'fflate';
import { type ByteSource, FileFaultError } from './contract';

/** A part of an archive. */
export interface ZipEntry {
  name: string;
  /** 0: stored, 8: deflated. */
  method: number;
  /** CRC-32 of the content. */
  checksum: number;
  packedSize: number;
  /** As the archive says; reading ends with a fault where the content is longer. */
  size: number;
  /** Of the local header. */
  offset: number;
}

/** The directory of an archive, and how many bytes may still be unpacked of it. */
export interface Zip {
  source: ByteSource;
  entries: ReadonlyMap<string, ZipEntry>;
  /** In bytes. */
  budget: { left: number };
}

/** Of the archive itself. */
const MAX_ARCHIVE_BYTES = 512 * 2 ** 20;
/** Unpacked, all parts together. */
const MAX_UNPACKED_BYTES = 512 * 2 ** 20;
const MAX_DIRECTORY_BYTES = 32 * 2 ** 20;
/** A deflated piece of this size unpacks to 64 MB at most. */
const PIECE_BYTES = 65_536;
const END_SIGNATURE = 0x06054b50;
const END_SIZE = 22;
const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_SIZE = 46;
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_SIZE = 30;
const MAX_COMMENT = 65_535;
const ENCRYPTED = 1;

/** Whether bytes begin like a zip archive. */
export function isZip([a, b, c, d]: Uint8Array): boolean {
  return a === 0x50 && b === 0x4b && ((c === 3 && d === 4) || (c === 5 && d === 6));
}

/** Reads the directory. @throws {FileFaultError} `zip-broken`, `zip-encrypted`, `zip-too-large`, `too-large`. */
export async function openZip(source: ByteSource): Promise<Zip> {
  if (source.size > MAX_ARCHIVE_BYTES) throw new FileFaultError('too-large', `${MAX_ARCHIVE_BYTES / 2 ** 20} MB`);
  const tailStart = Math.max(0, source.size - END_SIZE - MAX_COMMENT);
  const tail = viewOf(await source.read(tailStart, source.size));
  let end = tail.byteLength - END_SIZE;
  while (end >= 0 && tail.getUint32(end, true) !== END_SIGNATURE) end--;
  if (end < 0) throw new FileFaultError('zip-broken');
  const size = tail.getUint32(end + 12, true);
  const offset = tail.getUint32(end + 16, true);
  if (offset === 0xffffffff || size > MAX_DIRECTORY_BYTES) throw new FileFaultError('zip-too-large');
  if (offset + size > source.size) throw new FileFaultError('zip-broken');
  const entries = readDirectory(await source.read(offset, offset + size));
  return { source, entries, budget: { left: MAX_UNPACKED_BYTES } };
}

function readDirectory(bytes: Uint8Array): Map<string, ZipEntry> {
  const view = viewOf(bytes);
  const entries = new Map<string, ZipEntry>();
  for (let at = 0; at + ENTRY_SIZE <= bytes.length; ) {
    if (view.getUint32(at, true) !== ENTRY_SIGNATURE) throw new FileFaultError('zip-broken');
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + ENTRY_SIZE, at + ENTRY_SIZE + nameLength));
    if (view.getUint16(at + 8, true) & ENCRYPTED) throw new FileFaultError('zip-encrypted', name);
    const entry = {
      name,
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    // Of two parts with one name the first is read: programs differ in which one they show.
    if (!entries.has(name)) entries.set(name, entry);
    at += ENTRY_SIZE + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/**
 * The content of a part, in pieces. The last piece is yielded only after length and checksum are verified.
 * @throws {FileFaultError} `zip-broken`, `zip-too-large`.
 */
export async function* unzip({ source, budget }: Zip, entry: ZipEntry): AsyncGenerator<Uint8Array, void> {
  const { name, size } = entry;
  if (size > budget.left) throw new FileFaultError('zip-too-large', name);
  let length = 0;
  let checksum = 0;
  let held: Uint8Array | null = null;
  for await (const piece of inflate(source, entry)) {
    if (piece.length === 0) continue;
    length += piece.length;
    budget.left -= piece.length;
    if (length > size) throw new FileFaultError('zip-broken', name);
    checksum = crc32(piece, checksum);
    if (held) yield held;
    held = piece;
  }
  if (length !== size || checksum !== entry.checksum) throw new FileFaultError('zip-broken', name);
  if (held) yield held;
}

/** The text (UTF-8) of a part, in pieces. */
export async function* unzipText(zip: Zip, entry: ZipEntry): AsyncGenerator<string, void> {
  const decoder = new TextDecoder();
  for await (const piece of unzip(zip, entry)) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}

async function* inflate(
  source: ByteSource,
  { name, method, packedSize, offset }: ZipEntry,
): AsyncGenerator<Uint8Array> {
  const header = viewOf(await source.read(offset, offset + LOCAL_SIZE));
  if (header.byteLength < LOCAL_SIZE || header.getUint32(0, true) !== LOCAL_SIGNATURE)
    throw new FileFaultError('zip-broken', name);
  const start = offset + LOCAL_SIZE + header.getUint16(26, true) + header.getUint16(28, true);
  const end = start + packedSize;
  if (end > source.size || (method !== 0 && method !== 8)) throw new FileFaultError('zip-broken', name);
  let pieces: Uint8Array[] = [];
  const stream = method === 0 ? null : new Inflate((piece) => pieces.push(piece));
  for (let at = start; at < end; at += PIECE_BYTES) {
    const packed = await source.read(at, Math.min(at + PIECE_BYTES, end));
    if (!stream) {
      yield packed;
      continue;
    }
    try {
      stream.push(packed, at + PIECE_BYTES >= end);
    } catch {
      throw new FileFaultError('zip-broken', name);
    }
    yield* pieces;
    pieces = [];
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** CRC-32 of bytes that follow others whose checksum is `before`. */
function crc32(bytes: Uint8Array, before: number): number {
  let value = ~before;
  for (const byte of bytes) value = (CRC_TABLE[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return ~value >>> 0;
}
