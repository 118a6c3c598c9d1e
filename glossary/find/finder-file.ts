/**
 * Reads and writes the binary form of a finder: compiled once, read without building anything. The tables are views of
 * the bytes.
 *
 *   words of 32 bits, little-endian:
 *   0 magic · 1 version · 2, 3 hash of the folding · 4 checksum of all that follows · 5 … length of each section
 *   sections, each padded to a word: facts (JSON) · patterns (UTF-8) · letters, variants (UTF-16) · pairs, cells, senses
 */

import type { FinderData, PatternIndex, Rule, Setting } from '../pack/finder-data';
import { assembleFinder, type Finder, type FinderParts, neighboursOf } from './finder';
import { alphabetOf, classTable } from './letter-classes';
import { buildTables, tablesOf } from './tables';

const MAGIC = 0x54465a50; // "PZFT"
/** Goes up with every change of the layout, and of what the tables mean (`tables.ts`, `double-array.ts`). */
const VERSION = 2;
const WORD = 4;
const AT = { magic: 0, version: 1, fold: 2, checksum: 4, lengths: 5 } as const;
const SECTIONS = ['facts', 'patterns', 'letters', 'variants', 'pairs', 'cells', 'senses'] as const;
const HEADER_WORDS = AT.lengths + SECTIONS.length;

type Section = (typeof SECTIONS)[number];

export type ReadFinder = { ok: true; finder: Finder } | { ok: false; error: string };

/** What is small and has a shape of its own. */
interface Facts {
  revision: string;
  rules: Rule[];
  exclusions: PatternIndex[];
  settings: Setting[];
}

/**
 * Builds the tables of `data` and writes them down. Costs what `createFinder` does.
 * @param foldHash of the folding `data` was compiled with (`Folding.hash`).
 */
export function writeFinder(data: FinderData, foldHash: string): ArrayBuffer {
  const patterns = data.patterns === '' ? [] : data.patterns.split('\n');
  const alphabet = alphabetOf(patterns, data.variants, neighboursOf(data.rules));
  const { pairs, cells } = buildTables(patterns, alphabet);
  const { revision, rules, exclusions, settings = [] } = data;
  const facts: Facts = { revision, rules, exclusions, settings };
  const parts: Record<Section, Uint8Array> = {
    facts: new TextEncoder().encode(JSON.stringify(facts)),
    patterns: new TextEncoder().encode(data.patterns),
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
  header.set([MAGIC, VERSION, ...foldWords(foldHash)], AT.magic);
  header.set(lengths, AT.lengths);
  header[AT.checksum] = checksum(header);
  return file.buffer;
}

/**
 * Reads what `writeFinder` wrote. Costs a pass over the bytes, for the checksum; nothing is copied.
 * @param foldHash of the folding in use. A file made with another one would not find what it should.
 * @returns the finder, or what is wrong, as a sentence about “the finder file”.
 */
export function readFinder(file: ArrayBuffer, foldHash: string): ReadFinder {
  const fault = faultOf(file, foldHash);
  if (fault) return { ok: false, error: `The finder file ${fault}` };
  const header = new Uint32Array(file, 0, HEADER_WORDS);
  const part = sectionsOf(file, header);
  const facts = factsOf(part('facts'));
  if (!facts) return { ok: false, error: 'The finder file is damaged: its facts cannot be read.' };
  const units = (section: Section) => stringOf(new Uint16Array(...viewOf(part(section), 2)));
  const parts: FinderParts = {
    ...facts,
    patterns: () => new TextDecoder().decode(part('patterns')),
    senses: new Int32Array(...viewOf(part('senses'), WORD)),
  };
  const tables = tablesOf({
    classOf: classTable({ letters: units('letters'), variants: units('variants') }),
    pairs: new Uint32Array(...viewOf(part('pairs'), WORD)),
    cells: new Int32Array(...viewOf(part('cells'), WORD)),
  });
  return { ok: true, finder: assembleFinder(parts, tables) };
}

/** What is wrong with the file's frame, or null. */
function faultOf(file: ArrayBuffer, foldHash: string): string | null {
  if (file.byteLength < HEADER_WORDS * WORD) return `is not one: ${file.byteLength} bytes are too few.`;
  const words = new Uint32Array(file, 0, Math.floor(file.byteLength / WORD));
  if (words[AT.magic] !== MAGIC) return 'is not one: it begins otherwise.';
  if (words[AT.version] !== VERSION) return `has version ${words[AT.version]}; this program reads version ${VERSION}.`;
  const [high, low] = foldWords(foldHash);
  if (words[AT.fold] !== high || words[AT.fold + 1] !== low) {
    return 'was made with another table of what is alike: compile it again.';
  }
  const lengths = words.subarray(AT.lengths, HEADER_WORDS);
  const expected = lengths.reduce((sum, length) => sum + wordsFor(length), HEADER_WORDS) * WORD;
  if (file.byteLength !== expected) return `is damaged: it has ${file.byteLength} bytes instead of ${expected}.`;
  if (words[AT.checksum] !== checksum(words)) return 'is damaged: its checksum does not fit.';
  const pairs = lengths[SECTIONS.indexOf('pairs')] ?? 0;
  // The scan masks hashes by the number of bits.
  return pairs >= WORD && (pairs & (pairs - 1)) === 0 ? null : 'is damaged: its pairs have a wrong size.';
}

function sectionsOf(file: ArrayBuffer, header: Uint32Array): (section: Section) => Uint8Array {
  return (section) => {
    const index = SECTIONS.indexOf(section);
    let start = HEADER_WORDS;
    for (const length of header.subarray(AT.lengths, AT.lengths + index)) start += wordsFor(length);
    return new Uint8Array(file, start * WORD, header[AT.lengths + index]);
  };
}

function factsOf(bytes: Uint8Array): Facts | null {
  try {
    const facts = JSON.parse(new TextDecoder().decode(bytes)) as Partial<Facts> | null; // Checked below.
    const { revision, rules, exclusions, settings } = facts ?? {};
    if (typeof revision !== 'string') return null;
    if (!Array.isArray(rules) || !Array.isArray(exclusions) || !Array.isArray(settings)) return null;
    return { revision, rules, exclusions, settings };
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

function foldWords(hash: string): [high: number, low: number] {
  return [Number.parseInt(hash.slice(0, 8), 16), Number.parseInt(hash.slice(8), 16)];
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
