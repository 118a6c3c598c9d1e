/**
 * Reads and writes the tables of one pack as bytes. They are compiled once, when the pack arrives; reading builds nothing,
 * because the tables are views of the bytes.
 *
 *   words of 32 bits, little-endian:
 *   0 magic · 1 version · 2 checksum of all that follows · 3 … length of each section, in bytes
 *   sections, each padded to a word: rules (JSON) · letters, variants (UTF-16) · pairs, cells, senses
 */
import type { FinderData, Rule } from '../pack/finder-data';
import { finish } from '../pack/step-budget';
import { alphabetOf, classTable } from './letter-classes';
import { buildingTables, completing, type Tables, tablesOf } from './tables';

const MAGIC = 0x54505a50; // "PZPT"
/** Increases with every change of the layout, and of the meaning of the tables (`tables.ts`, `double-array.ts`). */
export const TABLES_VERSION = 1;
const WORD = 4;
const AT = { magic: 0, version: 1, checksum: 2, lengths: 3 } as const;
const SECTIONS = ['rules', 'letters', 'variants', 'pairs', 'cells', 'senses'] as const;
const HEADER_WORDS = AT.lengths + SECTIONS.length;

type Section = (typeof SECTIONS)[number];

/** The content of a file: the tables of a pack, and the senses of its patterns. */
export interface PackTables {
  tables: Tables;
  /** As `FinderData.senses`; an entry is its place in the pack. */
  senses: Int32Array;
  rules: readonly Rule[];
}

/**
 * Builds the tables of a pack and writes them. Costs as much as `createFinder`.
 * @param data of a pack in segment 0, without exclusions, and without rules that look beside a form or name a cue.
 */
export function writeTables(data: FinderData): ArrayBuffer {
  return finish(writingTables(data));
}

/** As `writeTables`, in steps. */
export function* writingTables(data: FinderData): Generator<void, ArrayBuffer> {
  const patterns = data.patterns === '' ? [] : data.patterns.split('\n');
  yield;
  const alphabet = alphabetOf(patterns, data.variants);
  const tables = yield* buildingTables(patterns, alphabet);
  yield* completing(tables);
  const { pairs, cells } = tables;
  yield;
  const parts: Record<Section, Uint8Array> = {
    rules: new TextEncoder().encode(JSON.stringify(data.rules)),
    letters: bytesOf(unitsOf(alphabet.letters)),
    variants: bytesOf(unitsOf(alphabet.variants)),
    pairs: bytesOf(pairs),
    cells: bytesOf(cells),
    senses: bytesOf(Int32Array.from(data.senses)),
  };
  const lengths = SECTIONS.map((section) => parts[section].length);
  const words = lengths.reduce((sum, length) => sum + wordsFor(length), HEADER_WORDS);
  const file = new Uint8Array(words * WORD);
  let at = HEADER_WORDS * WORD;
  for (const section of SECTIONS) {
    file.set(parts[section], at);
    at += wordsFor(parts[section].length) * WORD;
  }
  const header = new Uint32Array(file.buffer);
  header.set([MAGIC, TABLES_VERSION], AT.magic);
  header.set(lengths, AT.lengths);
  header[AT.checksum] = checksum(header);
  return file.buffer;
}

/**
 * Reads the output of `writeTables`. Costs a pass over the bytes, for the checksum; nothing is copied.
 * @returns null for bytes that are damaged or of another version.
 */
export function readTables(file: ArrayBuffer): PackTables | null {
  if (!isSound(file)) return null;
  const header = new Uint32Array(file, 0, HEADER_WORDS);
  const part = sectionsOf(file, header);
  const rules = rulesOf(part('rules'));
  if (!rules) return null;
  const units = (section: Section) => stringOf(new Uint16Array(...viewOf(part(section), 2)));
  const alphabet = { letters: units('letters'), variants: units('variants') };
  const built = {
    classOf: classTable(alphabet),
    pairs: new Uint32Array(...viewOf(part('pairs'), WORD)),
    cells: new Int32Array(...viewOf(part('cells'), WORD)),
  };
  const tables = tablesOf(built, alphabet);
  return { tables, rules, senses: new Int32Array(...viewOf(part('senses'), WORD)) };
}

/** Whether the frame of a file is whole: damaged tables could keep a scan in an endless loop. */
function isSound(file: ArrayBuffer): boolean {
  if (file.byteLength < HEADER_WORDS * WORD || file.byteLength % WORD !== 0) return false;
  const words = new Uint32Array(file);
  if (words[AT.magic] !== MAGIC || words[AT.version] !== TABLES_VERSION) return false;
  const lengths = words.subarray(AT.lengths, HEADER_WORDS);
  const expected = lengths.reduce((sum, length) => sum + wordsFor(length), HEADER_WORDS) * WORD;
  return file.byteLength === expected && words[AT.checksum] === checksum(words);
}

function sectionsOf(file: ArrayBuffer, header: Uint32Array): (section: Section) => Uint8Array {
  return (section) => {
    const index = SECTIONS.indexOf(section);
    let start = HEADER_WORDS;
    for (const length of header.subarray(AT.lengths, AT.lengths + index)) start += wordsFor(length);
    return new Uint8Array(file, start * WORD, header[AT.lengths + index]);
  };
}

function rulesOf(bytes: Uint8Array): Rule[] | null {
  try {
    const rules: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return Array.isArray(rules) ? (rules as Rule[]) : null; // Written by `writeTables`, as the checksum says.
  } catch {
    return null;
  }
}

/** FNV-1a over words, from behind the checksum to the end: any change of one word changes it. */
function checksum(words: Uint32Array): number {
  let sum = 0x811c9dc5;
  for (let i = AT.checksum + 1; i < words.length; i++) sum = Math.imul(sum ^ (words[i] ?? 0), 0x01000193);
  return sum >>> 0;
}

function wordsFor(bytes: number): number {
  return Math.ceil(bytes / WORD);
}

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function viewOf(bytes: Uint8Array, size: number): [buffer: ArrayBuffer, at: number, count: number] {
  return [bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.length / size]; // Made over an ArrayBuffer, above.
}

function unitsOf(text: string): Uint16Array {
  return Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
}

function stringOf(units: Uint16Array): string {
  let text = '';
  for (const unit of units) text += String.fromCharCode(unit);
  return text;
}
