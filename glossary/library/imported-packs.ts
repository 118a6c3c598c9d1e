/** Imported and followed packs: their manifest, and their tables, which are compiled once when they arrive. */
import { compilingHashedPrefilter, type HashedPrefilter, isFindable } from '../find/hashed-prefilter';
import { TABLES_VERSION, writingTables } from '../find/tables-file';
import { compilingFinder, type NamedEntry } from '../pack/compile-finder';
import { contentHash } from '../pack/content-hash';
import type { Folding } from '../pack/folding';
import type { Manifest } from '../pack/pack';
import { PACK_LIMITS, type PackAbout, type PlainTerm } from '../pack/plain-term';
import { finish, StepBudget } from '../pack/step-budget';
import { FIRST_IMPORTED_SEGMENT } from './compile-packs';
import { STEP_TERMS, spellingsOf } from './plain-pack';

/** Imported and followed packs at most, and terms in all of them. */
export const MAX_IMPORTED_PACKS = 64;
export const MAX_IMPORTED_TERMS = 2 * PACK_LIMITS.terms;

const IMPORTED_PREFIX = 'imported-';
const FOLLOWED_PREFIX = 'followed-';

/** The id of the pack that a list named so. */
export function importedPackId(id: string): string {
  return IMPORTED_PREFIX + id;
}

/** The id of the pack that a publication named so. */
export function followedPackId(id: string): string {
  return FOLLOWED_PREFIX + id;
}

/** Whether a pack of this id is an imported one. */
export function isImportedPack(id: string): boolean {
  return id.startsWith(IMPORTED_PREFIX);
}

/** Whether a pack of this id is in the database of packs: an imported or followed one. */
export function isStoredPack(id: string): boolean {
  return isImportedPack(id) || id.startsWith(FOLLOWED_PREFIX);
}

/** The place of an imported pack in the reader's order, by its segment: the pack at place 0 leads the others. */
export const importedAt = (segment: number): number => segment - FIRST_IMPORTED_SEGMENT;
/** The segment of the imported pack at a place. */
export const importedSegment = (place: number): number => place + FIRST_IMPORTED_SEGMENT;

/** A stored pack: the manifest of its list, and facts about its import. */
export interface ImportedAbout {
  /** As `importedPackId` or `followedPackId`. */
  id: string;
  about: PackAbout;
  revision: string;
  count: number;
  /** Where a followed pack comes from; null for an imported one. */
  followed: { url: string; site: string } | null;
}

/** The manifest of a stored pack. */
export function importedManifest({ id, about, revision, count, followed }: ImportedAbout): Manifest {
  const { title, languages = [], licence = null, attribution = null, homepage = null, contact = null } = about;
  const said = { languages, licence, attribution, homepage, contact };
  const kind = followed ? 'followed' : 'imported';
  const from = { origin: followed?.url ?? null, site: followed?.site || null };
  return { id, title, kind, revision, ...said, ...from, count };
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

/** The part of a pack that tabs get. */
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
  return finish(compilingPack(terms, folding));
}

/** As `compilePack`, in steps: the longest sort all forms, a tenth of a second at most. */
export function* compilingPack(terms: readonly PlainTerm[], folding: Folding): Generator<void, CompiledPack> {
  const budget = new StepBudget(STEP_TERMS);
  const named: NamedEntry[] = [];
  for (const { id, exactCase, insideWords, ...term } of terms) {
    if (budget.spend()) yield;
    const forms = spellingsOf(term).filter((form) => isFindable(folding.fold(form)));
    named.push({ id, forms: forms.map((text) => ({ text, exactCase, insideWords })) });
  }
  const data = yield* compilingFinder(named, [], { revisions: [''], folding });
  const patterns = data.patterns === '' ? [] : data.patterns.split('\n');
  const tables = yield* writingTables(data);
  return { tables, prefilter: yield* compilingHashedPrefilter(patterns, data.variants) };
}
