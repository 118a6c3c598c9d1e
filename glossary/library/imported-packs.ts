/** Imported packs: their manifest, and their tables, which are compiled once at import. */
import { compileHashedPrefilter, type HashedPrefilter, isFindable } from '../find/hashed-prefilter';
import { TABLES_VERSION, writeTables } from '../find/tables-file';
import { compileFinder } from '../pack/compile-finder';
import { contentHash } from '../pack/content-hash';
import type { Folding } from '../pack/folding';
import type { Manifest } from '../pack/pack';
import { PACK_LIMITS, type PackAbout, type PlainTerm } from '../pack/plain-term';
import { FIRST_IMPORTED_SEGMENT } from './compile-packs';
import { spellingsOf } from './plain-pack';

/** Imported packs at most, and terms in all of them. */
export const MAX_IMPORTED_PACKS = 64;
export const MAX_IMPORTED_TERMS = 2 * PACK_LIMITS.terms;

const IMPORTED_PREFIX = 'imported-';

/** The id of the pack that a list named so. */
export function importedPackId(id: string): string {
  return IMPORTED_PREFIX + id;
}

/** Whether a pack of this id is an imported one. */
export function isImportedPack(id: string): boolean {
  return id.startsWith(IMPORTED_PREFIX);
}

/** The place of an imported pack in the reader's order, by its segment: the pack at place 0 leads the others. */
export const importedAt = (segment: number): number => segment - FIRST_IMPORTED_SEGMENT;
/** The segment of the imported pack at a place. */
export const importedSegment = (place: number): number => place + FIRST_IMPORTED_SEGMENT;

/** What is known of an imported pack: what its list says of itself, and what was read. */
export interface ImportedAbout {
  /** As `importedPackId`. */
  id: string;
  about: PackAbout;
  revision: string;
  count: number;
}

/** The manifest of an imported pack. */
export function importedManifest({ id, about, revision, count }: ImportedAbout): Manifest {
  const { title, languages = [], licence = null, attribution = null, homepage = null, contact = null } = about;
  const said = { languages, licence, attribution, homepage, contact };
  return { id, title, kind: 'imported', revision, ...said, origin: null, count };
}

/** Names the content of a pack, as `Manifest.revision`. Linear in its letters. */
export function revisionOf(about: PackAbout, terms: readonly PlainTerm[]): string {
  const hashes = terms.map((term) => contentHash(JSON.stringify(term)));
  return contentHash(JSON.stringify([about, hashes]));
}

/** Increases with every change of the prefilter, or of how terms become forms. */
const PREFILTER_VERSION = 2;

/** Names the code that compiled a pack: packs of another one must be compiled again. */
export const COMPILER = `${TABLES_VERSION}.${PREFILTER_VERSION}`;

/** What tabs are given of a pack. */
export interface CompiledPack {
  /** As `writeTables` writes them. */
  tables: ArrayBuffer;
  prefilter: HashedPrefilter;
}

/**
 * Compiles a pack. Forms of fewer than two letters are left out: they would be on nearly every page. Takes seconds for
 * a hundred thousand terms.
 */
export function compilePack(terms: readonly PlainTerm[], folding: Folding): CompiledPack {
  const named = terms.map((term) => ({
    id: term.id,
    forms: spellingsOf(term)
      .filter((form) => isFindable(folding.fold(form)))
      .map((text) => ({ text, exactCase: term.exactCase, insideWords: term.insideWords })),
  }));
  const data = compileFinder(named, [], { revisions: [''], folding });
  const patterns = data.patterns === '' ? [] : data.patterns.split('\n');
  return { tables: writeTables(data), prefilter: compileHashedPrefilter(patterns, data.variants) };
}
