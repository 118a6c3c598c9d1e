/**
 * Stores imported and followed packs in IndexedDB. Each change is one transaction, so that a browser that ends at any
 * moment leaves the old state or the new one.
 */
import type { IDBPTransaction } from 'idb';
import type { HashedPrefilter } from '../../../glossary/find/hashed-prefilter';
import type { FollowChanges, Followed } from '../../../glossary/follow/followed';
import { BUNDLED_PACK } from '../../../glossary/library/entry-name';
import {
  COMPILER,
  type CompiledPack,
  MAX_IMPORTED_PACKS,
  MAX_IMPORTED_TERMS,
} from '../../../glossary/library/imported-packs';
import type { PlainTerm } from '../../../glossary/pack/plain-term';
import { type PackPreferences, preferencesOf } from '../page/pack-marks';
import { failure, faultOf, ok, type PackFailure, type Result } from '../result';
import { CHUNK, openPackDatabase, type PackDatabase, type PackSchema, STORES } from './pack-database';
import type { Edition, PackRecord } from './pack-record';

/** Chunks of one request: the browser converts what it returns in one task, of some milliseconds for so many. */
const CHUNKS_READ = 20;

type Writing = IDBPTransaction<PackSchema, typeof STORES, 'readwrite'>;

/** A pack to be saved; its rank and preferences are kept if it is there already. */
export interface SavedPack {
  record: Omit<PackRecord, 'rank' | 'removedMs' | 'compiledBy'>;
  terms: readonly PlainTerm[];
  compiled: CompiledPack;
  /** Of a followed pack: its text as published, packed (`packText`), and what the update changes. */
  published?: { text: ArrayBuffer; changes: FollowChanges | null; edition?: Edition | null };
}

/** The database of this extension. Its methods reject if the browser has none, except those that return a `Result`. */
export class PackStore {
  #opening: Promise<PackDatabase> | null = null;

  /** The packs that are there, in the reader's order, without the bundled one. */
  async list(): Promise<PackRecord[]> {
    return (await this.listAll()).filter(({ id }) => id !== BUNDLED_PACK);
  }

  /** As `list`, with the followed revision of the bundled pack, if there is one. */
  async listAll(): Promise<PackRecord[]> {
    const all = await (await this.#open()).getAll('packs');
    return all.filter(({ removedMs }) => removedMs === null).sort((a, b) => a.rank - b.rank);
  }

  /** What is shown of an edited pack; null for packs of plain terms. */
  async edition({ generation }: PackRecord): Promise<Edition | null> {
    return (await (await this.#open()).get('editions', generation)) ?? null;
  }

  /** All terms of a pack, in its order. Read in many short tasks of one transaction. */
  async terms({ generation }: PackRecord): Promise<PlainTerm[]> {
    const stored = (await this.#open()).transaction('terms').store;
    const terms: PlainTerm[] = [];
    for (let first = 0; ; first += CHUNKS_READ) {
      const chunks = await stored.getAll(chunksOf(generation, first, first + CHUNKS_READ));
      for (const chunk of chunks) terms.push(...chunk);
      if (chunks.length < CHUNKS_READ) return terms;
    }
  }

  /** Terms by their place in the pack; places without a term are left out. */
  async termsAt({ generation }: PackRecord, places: readonly number[]): Promise<Map<number, PlainTerm>> {
    const database = await this.#open();
    const wanted = [...new Set(places.map((place) => Math.floor(place / CHUNK)))];
    const chunks = new Map(
      await Promise.all(wanted.map(async (n) => [n, (await database.get('terms', [generation, n])) ?? []] as const)),
    );
    const found = new Map<number, PlainTerm>();
    for (const place of places) {
      const term = chunks.get(Math.floor(place / CHUNK))?.[place % CHUNK];
      if (term) found.set(place, term);
    }
    return found;
  }

  /** The tables of a pack, as `writeTables` wrote them; null if they are not there. */
  async tables({ generation }: PackRecord): Promise<ArrayBuffer | null> {
    return (await (await this.#open()).get('tables', generation)) ?? null;
  }

  /** The prefilter of a pack; null if it is not there. */
  async prefilter({ generation }: PackRecord): Promise<HashedPrefilter | null> {
    return (await (await this.#open()).get('prefilters', generation)) ?? null;
  }

  /** The text of a followed pack as published, packed; null for other packs. */
  async text({ generation }: PackRecord): Promise<ArrayBuffer | null> {
    return (await (await this.#open()).get('texts', generation)) ?? null;
  }

  /** The changes of the last update of a followed pack; null if there was none. */
  async changes({ id }: PackRecord): Promise<FollowChanges | null> {
    return (await (await this.#open()).get('changes', id)) ?? null;
  }

  /**
   * Saves packs, new ones behind the others and each in place of one of its id; all of them or none.
   * @param from generation that a single pack is made from: fails with `stale` if it was replaced or removed meanwhile.
   */
  save(packs: readonly SavedPack[], from: string | null = null): Promise<Result<null, PackFailure>> {
    return this.#change(async (changing) => {
      const known = await changing.objectStore('packs').getAll();
      if (from !== null && !known.some((one) => one.generation === from && one.removedMs === null)) {
        return { kind: 'stale' };
      }
      const there = known.filter(
        ({ id, removedMs }) => removedMs === null && !packs.some(({ record }) => record.id === id),
      );
      const room = MAX_IMPORTED_TERMS - there.reduce((sum, { count }) => sum + count, 0);
      if (there.length + packs.length > MAX_IMPORTED_PACKS) return { kind: 'too-many-packs' };
      if (packs.reduce((sum, { terms }) => sum + terms.length, 0) > room) return { kind: 'too-many-pack-terms', room };
      let last = Math.max(-1, ...known.map(({ rank }) => rank));
      for (const pack of packs) {
        const before = known.find(({ id, removedMs }) => id === pack.record.id && removedMs === null);
        await replace(changing, pack, before ?? null, before?.rank ?? ++last);
      }
      return null;
    });
  }

  /** Replaces tables and prefilter of a pack, unless it was replaced meanwhile. */
  recompile({ id, generation }: PackRecord, { tables, prefilter }: CompiledPack): Promise<Result<null, PackFailure>> {
    return this.#change(async (changing) => {
      const packs = changing.objectStore('packs');
      const record = await packs.get(id);
      if (record?.generation !== generation) return null;
      await changing.objectStore('tables').put(tables, generation);
      await changing.objectStore('prefilters').put(prefilter, generation);
      await packs.put({ ...record, compiledBy: COMPILER });
      return null;
    });
  }

  /** Changes the reader's choices for a pack. Ignores unknown packs. */
  prefer(id: string, preferences: Partial<PackPreferences>): Promise<Result<null, PackFailure>> {
    return this.#edit(id, (record) => ({ ...record, ...preferences }));
  }

  /** Changes what is stored of the updates of a followed pack. Fails with `stale` if it was replaced or removed meanwhile. */
  follow({ id, generation }: PackRecord, change: Partial<Followed>): Promise<Result<null, PackFailure>> {
    return this.#change(async (changing) => {
      const packs = changing.objectStore('packs');
      const record = await packs.get(id);
      if (!record?.followed || record.generation !== generation || record.removedMs !== null) return { kind: 'stale' };
      await packs.put({ ...record, followed: { ...record.followed, ...change } });
      return null;
    });
  }

  /** Removes a pack so that it can be restored, until `purge`. */
  remove(id: string, nowMs: number): Promise<Result<null, PackFailure>> {
    return this.#edit(id, (record) => ({ ...record, removedMs: nowMs }));
  }

  /** Brings a removed pack back. */
  restore(id: string): Promise<Result<null, PackFailure>> {
    return this.#edit(id, (record) => ({ ...record, removedMs: null }));
  }

  /** Puts the packs in the order of `ids`; others follow. */
  order(ids: readonly string[]): Promise<Result<null, PackFailure>> {
    return this.#change(async (changing) => {
      const packs = changing.objectStore('packs');
      const all = (await packs.getAll()).sort((a, b) => a.rank - b.rank);
      const placeOf = ({ id }: PackRecord) => (ids.includes(id) ? ids.indexOf(id) : ids.length);
      const sorted = [...all].sort((a, b) => placeOf(a) - placeOf(b));
      for (const [rank, record] of sorted.entries()) await packs.put({ ...record, rank });
      return null;
    });
  }

  /** Forgets packs that were removed before a moment, and whatever belongs to no pack. */
  purge(beforeMs: number): Promise<Result<null, PackFailure>> {
    return this.#change(async (changing) => {
      for (const record of await changing.objectStore('packs').getAll()) {
        if (record.removedMs === null || record.removedMs >= beforeMs) continue;
        await changing.objectStore('packs').delete(record.id);
        await changing.objectStore('changes').delete(record.id);
        await dropGeneration(changing, record.generation);
      }
      return null;
    });
  }

  /** Closes the database; the next call opens it again. */
  async close(): Promise<void> {
    const opening = this.#opening;
    this.#opening = null;
    (await opening)?.close();
  }

  #edit(id: string, edit: (record: PackRecord) => PackRecord): Promise<Result<null, PackFailure>> {
    return this.#change(async (changing) => {
      const packs = changing.objectStore('packs');
      const record = await packs.get(id);
      if (record) await packs.put(edit(record));
      return null;
    });
  }

  /** Runs one transaction; whatever it wrote is taken back if `act` names a failure or throws. */
  async #change(act: (changing: Writing) => Promise<PackFailure | null>): Promise<Result<null, PackFailure>> {
    let changing: Writing | null = null;
    try {
      changing = (await this.#open()).transaction(STORES, 'readwrite', { durability: 'strict' });
      const refusal = await act(changing);
      if (refusal) {
        abort(changing);
        return failure(refusal);
      }
      await changing.done;
      return ok(null);
    } catch (error) {
      if (changing) abort(changing);
      const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
      return failure(isFull ? { kind: 'full' } : faultOf(error));
    }
  }

  #open(): Promise<PackDatabase> {
    const forget = () => {
      this.#opening = null;
    };
    this.#opening ??= openPackDatabase({ blocking: () => void this.close(), terminated: forget }).catch(
      (error: unknown) => {
        forget();
        throw error;
      },
    );
    return this.#opening;
  }
}

/** The chunks numbered `[first, end)`. */
function chunksOf(generation: string, first = 0, end = Number.POSITIVE_INFINITY): IDBKeyRange {
  return IDBKeyRange.bound([generation, first], [generation, end], false, true);
}

async function replace(
  changing: Writing,
  { record, terms, compiled, published }: SavedPack,
  before: PackRecord | null,
  rank: number,
): Promise<void> {
  const { importedMs } = before ?? record;
  const preferences = preferencesOf(before ?? record);
  if (before) preferences.insideWords = await movedPlaces(changing, before, terms);
  // A removed pack of this id makes room as well.
  const old = before ?? (await changing.objectStore('packs').get(record.id));
  if (old) await dropGeneration(changing, old.generation);
  const { generation } = record;
  const chunks = changing.objectStore('terms');
  const written: Promise<unknown>[] = [];
  const write = (request: Promise<unknown>) => {
    // Each of them rejects when the transaction is aborted; awaiting all of them reports that once.
    request.catch(() => null);
    written.push(request);
  };
  for (let at = 0; at < terms.length; at += CHUNK) {
    write(chunks.put(terms.slice(at, at + CHUNK), [generation, at / CHUNK]));
  }
  write(changing.objectStore('tables').put(compiled.tables, generation));
  write(changing.objectStore('prefilters').put(compiled.prefilter, generation));
  if (published) write(changing.objectStore('texts').put(published.text, generation));
  if (published?.edition) write(changing.objectStore('editions').put(published.edition, generation));
  const changes = changing.objectStore('changes');
  // Those of another pack that had this id are not of this one.
  write(published?.changes ? changes.put(published.changes, record.id) : changes.delete(record.id));
  const kept = { ...preferences, importedMs, rank, removedMs: null, compiledBy: COMPILER };
  write(changing.objectStore('packs').put({ ...record, ...kept }));
  await Promise.all(written);
}

/** The places of `insideWords` in the terms that replace those of a pack. */
async function movedPlaces(
  changing: Writing,
  { generation, insideWords }: PackRecord,
  terms: readonly PlainTerm[],
): Promise<PackPreferences['insideWords']> {
  if (insideWords === 'all' || insideWords.length === 0) return insideWords;
  const chunks = changing.objectStore('terms');
  const ids = new Set<string>();
  for (const place of insideWords) {
    const chunk = await chunks.get([generation, Math.floor(place / CHUNK)]);
    const term = chunk?.[place % CHUNK];
    if (term) ids.add(term.id);
  }
  return terms.flatMap(({ id }, place) => (ids.has(id) ? [place] : []));
}

async function dropGeneration(changing: Writing, generation: string): Promise<void> {
  await changing.objectStore('terms').delete(chunksOf(generation));
  await changing.objectStore('tables').delete(generation);
  await changing.objectStore('prefilters').delete(generation);
  await changing.objectStore('texts').delete(generation);
  await changing.objectStore('editions').delete(generation);
}

function abort(changing: Writing): void {
  // Its own rejection says nothing new.
  changing.done.catch(() => null);
  try {
    changing.abort();
  } catch {
    // It has ended already.
  }
}
