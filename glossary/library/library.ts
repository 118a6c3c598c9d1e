/** The packs a reader has, and one set of entry indexes and names over all of them. */
import { type EntryIndex, isSameRevision, SEGMENT_SIZE } from '../pack/finder-data';
import type { Bulletin, Manifest, Pack, Term } from '../pack/pack';
import { finish, StepBudget } from '../pack/step-budget';
import type { Category } from '../pack/vocabulary';
import { entryName, readEntryName } from './entry-name';
import { STEP_TERMS } from './plain-pack';

/** A term in the library. `id` and the targets of its relations are names (`packId/termId`). */
export interface Entry extends Term {
  index: EntryIndex;
  /** The manifest of its pack. */
  pack: Manifest;
}

/** An entry with a category, by which map and timeline are ordered. */
export type CategorisedEntry = Entry & { category: Category };

/** Whether the entry has a category. */
export function hasCategory(entry: Entry): entry is CategorisedEntry {
  return entry.category !== null;
}

/** Immutable: a changed pack requires a new library. */
export class Library {
  /** By segment; null for a segment without a pack. */
  readonly packs: readonly (Pack | null)[];
  /** By segment, the revision of the pack; '' for none. */
  readonly revisions: readonly string[];
  /** Entries of all packs, in the order of segments. */
  readonly entries: readonly Entry[];
  readonly bulletins: readonly Bulletin[];
  /** As `Pack.variants`, for all packs. */
  readonly variants: string;
  readonly #byIndex: ReadonlyMap<EntryIndex, Entry>;
  /** Made when it is first asked for. */
  #byName: ReadonlyMap<string, Entry> | null = null;

  /**
   * @param packs by segment, the bundled one first; their ids are distinct.
   * @param entries of the packs, if they were made already (`creatingLibrary`).
   */
  constructor(packs: readonly (Pack | null)[], entries: readonly Entry[] = finish(makingEntries(packs))) {
    const present = packs.filter((pack) => pack !== null);
    this.packs = packs;
    this.revisions = packs.map((pack) => pack?.manifest.revision ?? '');
    this.entries = entries;
    this.bulletins = present.flatMap(({ bulletins }) => bulletins);
    this.variants = [...new Set(present.map(({ variants }) => variants))].join('');
    this.#byIndex = new Map(this.entries.map((entry) => [entry.index, entry]));
  }

  /**
   * The entry of an index for packs with `revisions`; null if it is unknown, or if its pack has another revision.
   */
  at(revisions: readonly string[], index: EntryIndex): Entry | null {
    return this.has(revisions, index) ? (this.#byIndex.get(index) ?? null) : null;
  }

  /** Whether the pack of an index has the same revision in `revisions`. */
  has(revisions: readonly string[], index: EntryIndex): boolean {
    return isSameRevision(revisions, this.revisions, index);
  }

  /** The entry of a name, also of version 0.1.0 (`readEntryName`); null if there is none. */
  named(name: string): Entry | null {
    this.#byName ??= new Map(this.entries.map((entry) => [entry.id, entry]));
    return this.#byName.get(readEntryName(name) ?? '') ?? null;
  }
}

/** Creates a library in steps. @param packs as for `Library`. */
export function* creatingLibrary(packs: readonly (Pack | null)[]): Generator<void, Library> {
  return new Library(packs, yield* makingEntries(packs));
}

/** Packs in part have holes. */
function* makingEntries(packs: readonly (Pack | null)[]): Generator<void, Entry[]> {
  const entries: Entry[] = [];
  const budget = new StepBudget(STEP_TERMS);
  for (const [segment, pack] of packs.entries()) {
    if (!pack) continue;
    for (let place = 0; place < pack.terms.length; place++) {
      const term = pack.terms[place];
      if (!term) continue;
      if (budget.spend()) yield;
      entries.push(entryOf(pack, term, segment * SEGMENT_SIZE + place));
    }
  }
  return entries;
}

function entryOf({ manifest }: Pack, term: Term, index: EntryIndex): Entry {
  return {
    ...term,
    id: entryName(manifest.id, term.id),
    relations:
      term.relations.length === 0
        ? term.relations
        : term.relations.map(({ type, target }) => ({ type, target: entryName(manifest.id, target) })),
    index,
    pack: manifest,
  };
}
