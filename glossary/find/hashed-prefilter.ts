/**
 * The prefilter of large packs: a table of hashes of a fixed size, whereas one of letters (`prefilter.ts`) grows with the
 * terms. Accepts every text with a form in it, and few others.
 */
import { FULL_WIDTH, isLatinOrDigit } from '../pack/characters';
import { finish, StepBudget } from '../pack/step-budget';
import { SKIPPED_RANGES, unitsIn } from '../pack/unit-ranges';

/** The tables of one pack, or of several joined. */
export interface HashedPrefilter {
  /** Spellings of letters, as pairs: the letter in a page, then the folded letter. */
  variants: string;
  /** A bit for each pair of letters that a form may begin with; its length is a power of two. */
  pairs: Uint8Array;
  /** A Bloom filter of beginnings; its length is a power of two. */
  beginnings: Uint8Array;
}

/** Letters of a beginning at most; shorter forms are in the filter as a whole. */
const MAX_LETTERS = 8;
/** Beginnings that are longer than this are looked for only where one of this length is there. */
const MIDDLE = 4;
/** Tells the hash of such a middle from that of a whole form. */
const OPEN = 0x5bd1e995;
/** Fewer letters would be on nearly every page. */
const MIN_LETTERS = 2;
/** With so many bits a pair, 2 of 100 others pass by chance: each costs a look at the filter. */
const BITS_PER_PAIR = 64;
const MIN_PAIR_BYTES = 0x400;
const MAX_PAIR_BYTES = 0x20000;
/** With so many bits a beginning and so many probes, two in a million others pass by chance. */
const BITS_PER_BEGINNING = 32;
const PROBES = 10;
const MIN_BYTES = 0x400;
/** A quarter of a megabyte, for 65,000 beginnings. With more, more texts pass by chance; such packs have forms on most pages. */
const MAX_BYTES = 0x40000;

/** Forms compiled in one step: a few milliseconds. */
const STEP_FORMS = 2048;

/** Whether a folded form is long enough to be found on pages, by its characters. */
export function isFindable(folded: string): boolean {
  return [...folded.replaceAll(' ', '')].length >= MIN_LETTERS;
}

/** @param forms folded, each `isFindable`. @param variants spellings of their letters (`Folding.spellingsOf`). Linear. */
export function compileHashedPrefilter(forms: readonly string[], variants: string): HashedPrefilter {
  return finish(compilingHashedPrefilter(forms, variants));
}

/** As `compileHashedPrefilter`, in steps. */
export function* compilingHashedPrefilter(
  forms: readonly string[],
  variants: string,
): Generator<void, HashedPrefilter> {
  const budget = new StepBudget(STEP_FORMS);
  const pairHashes = new Set<number>();
  const whole = new Set<string>();
  const middles = new Set<string>();
  for (const form of forms) {
    if (budget.spend()) yield;
    const letters = form.replaceAll(' ', '');
    pairHashes.add(pairHash(letters.charCodeAt(0), letters.charCodeAt(1)));
    whole.add(letters.slice(0, MAX_LETTERS));
    if (letters.length > MIDDLE) middles.add(letters.slice(0, MIDDLE));
  }
  const pairs = tableFor(pairHashes.size * BITS_PER_PAIR, MIN_PAIR_BYTES, MAX_PAIR_BYTES);
  for (const hash of pairHashes) setBit(pairs, hash & (pairs.length * 8 - 1));
  const beginnings = tableFor((whole.size + middles.size) * BITS_PER_BEGINNING, MIN_BYTES, MAX_BYTES);
  for (const letters of whole) {
    if (budget.spend()) yield;
    setAll(beginnings, hashOf(letters, mix), hashOf(letters, mixStep));
  }
  for (const letters of middles) setAll(beginnings, hashOf(letters, mix) ^ OPEN, hashOf(letters, mixStep));
  return { variants, pairs, beginnings };
}

function hashOf(letters: string, mixed: typeof mix): number {
  let hash = 0;
  for (let i = 0; i < letters.length; i++) hash = mixed(hash, letters.charCodeAt(i));
  return hash;
}

/** One prefilter for several packs. A shorter filter is repeated, because a probe is taken modulo the length. */
export function joinHashedPrefilters(all: readonly HashedPrefilter[]): HashedPrefilter {
  const pairs = unitedTables(
    all.map((one) => one.pairs),
    MIN_PAIR_BYTES,
  );
  const beginnings = unitedTables(
    all.map((one) => one.beginnings),
    MIN_BYTES,
  );
  const letterOf = new Map<string, string>();
  for (const one of all) {
    for (let i = 0; i + 1 < one.variants.length; i += 2)
      letterOf.set(one.variants.charAt(i), one.variants.charAt(i + 1));
  }
  return { variants: [...letterOf].flat().join(''), pairs, beginnings };
}

/** Whether bytes from elsewhere have the lengths of such tables. */
export function isHashedPrefilter({ pairs, beginnings }: Pick<HashedPrefilter, 'pairs' | 'beginnings'>): boolean {
  const isWithin = ({ length }: Uint8Array, least: number, most: number) =>
    length >= least && length <= most && (length & (length - 1)) === 0;
  return isWithin(pairs, MIN_PAIR_BYTES, MAX_PAIR_BYTES) && isWithin(beginnings, MIN_BYTES, MAX_BYTES);
}

/** An empty table with about so many bits. */
function tableFor(bits: number, least: number, most: number): Uint8Array {
  return new Uint8Array(2 ** Math.ceil(Math.log2(Math.min(most, Math.max(least, bits / 8)))));
}

/** The bits of all tables in one as large as the largest; `least` bytes for none. */
function unitedTables(tables: readonly Uint8Array[], least: number): Uint8Array {
  const united = new Uint8Array(Math.max(least, ...tables.map(({ length }) => length)));
  for (const table of tables) {
    for (let i = 0; i < united.length; i++) united[i] = (united[i] ?? 0) | (table[i & (table.length - 1)] ?? 0);
  }
  return united;
}

/** Builds the test, which takes 128 KiB beside the tables. Cost of a test: two look-ups a unit. */
export function createHashedPrefilter({ variants, pairs, beginnings }: HashedPrefilter): (text: string) => boolean {
  const foldOf = foldTable(variants);
  const pairMask = pairs.length * 8 - 1;
  return (text) => {
    let before = 0;
    let beforeAt = 0;
    for (let i = 0; i < text.length; i++) {
      const unit = foldOf[text.charCodeAt(i)] as number; // The table covers all 65,536 units.
      if (unit === SKIPPED) continue;
      if (hasBit(pairs, pairHash(before, unit) & pairMask) && beginsAt(text, beforeAt, foldOf, beginnings)) return true;
      before = unit;
      beforeAt = i;
    }
    return false;
  };
}

const SKIPPED = 0;

/** Whether a beginning of a form occurs at a letter, respecting Latin word boundaries. */
function beginsAt(text: string, start: number, foldOf: Uint16Array, beginnings: Uint8Array): boolean {
  if (isLatinOrDigit(text.charCodeAt(start)) && isLatinOrDigit(text.charCodeAt(start - 1))) return false;
  let hash = 0;
  let step = 0;
  let length = 0;
  for (let i = start; i < text.length && length < MAX_LETTERS; i++) {
    const unit = foldOf[text.charCodeAt(i)] as number; // The table covers all 65,536 units.
    if (unit === SKIPPED) continue;
    hash = mix(hash, unit);
    step = mixStep(step, unit);
    length++;
    if (length < MIN_LETTERS) continue;
    const isWord = length === MAX_LETTERS || !continuesWord(text, i);
    if (isWord && hasAll(beginnings, hash, step)) return true;
    if (length === MIDDLE && !hasAll(beginnings, hash ^ OPEN, step)) return false;
  }
  return false;
}

function continuesWord(text: string, at: number): boolean {
  return isLatinOrDigit(text.charCodeAt(at)) && isLatinOrDigit(text.charCodeAt(at + 1));
}

/** Double hashing: an odd step visits every bit. */
function hasAll(beginnings: Uint8Array, hash: number, step: number): boolean {
  const mask = beginnings.length * 8 - 1;
  for (let probe = 0, at = hash; probe < PROBES; probe++, at = (at + (step | 1)) | 0) {
    if (!hasBit(beginnings, at & mask)) return false;
  }
  return true;
}

function setAll(beginnings: Uint8Array, hash: number, step: number): void {
  const mask = beginnings.length * 8 - 1;
  for (let probe = 0, at = hash; probe < PROBES; probe++, at = (at + (step | 1)) | 0) setBit(beginnings, at & mask);
}

/** The hash of a beginning with one more letter (the finaliser of MurmurHash3 over FNV-1a). */
function mix(hash: number, unit: number): number {
  let next = Math.imul(hash ^ unit ^ 0x811c9dc5, 0x01000193);
  next ^= next >>> 15;
  next = Math.imul(next, 0x2c1b3c6d);
  return next ^ (next >>> 12);
}

/**
 * A second hash, for the step between probes. A step made of the first would leave a few million sequences of probes, of
 * which a pack has thousands: one of ten thousand other beginnings would pass.
 */
function mixStep(hash: number, unit: number): number {
  let next = Math.imul(hash ^ unit ^ 0x9747b28c, 0x85ebca6b);
  next ^= next >>> 13;
  next = Math.imul(next, 0xc2b2ae35);
  return next ^ (next >>> 16);
}

function pairHash(first: number, second: number): number {
  return Math.imul(first, 0x9e3b) ^ second;
}

function setBit(bits: Uint8Array, at: number): void {
  bits[at >>> 3] = (bits[at >>> 3] ?? 0) | (1 << (at & 7));
}

function hasBit(bits: Uint8Array, at: number): boolean {
  return (((bits[at >>> 3] as number) >>> (at & 7)) & 1) === 1; // Callers take positions modulo the length.
}

/** The folded unit of each UTF-16 unit; `SKIPPED` for units that a match skips. */
function foldTable(variants: string): Uint16Array {
  const foldOf = new Uint16Array(0x10000);
  for (let unit = 0; unit < foldOf.length; unit++) foldOf[unit] = unit;
  for (let half = 0x21; half <= 0x7e; half++) {
    const lower = half >= 0x41 && half <= 0x5a ? half + 0x20 : half;
    foldOf[half] = lower;
    foldOf[half + FULL_WIDTH] = lower;
  }
  for (let i = 0; i + 1 < variants.length; i += 2) foldOf[variants.charCodeAt(i)] = variants.charCodeAt(i + 1);
  for (const unit of unitsIn(SKIPPED_RANGES)) foldOf[unit.charCodeAt(0)] = SKIPPED;
  return foldOf;
}
