/** The background is ended during an update: whenever that happens, the old revision is there or the new one, whole. */
import 'fake-indexeddb/auto';
import spellings from 'virtual:pangzhu/fold';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { checkForUpdate, followPublication } from '../../../../entrypoints/shared/follow/follow-pack';
import { unpackText } from '../../../../entrypoints/shared/follow/pack-bytes';
import { readPublication } from '../../../../entrypoints/shared/follow/read-publication';
import type { PackRecord } from '../../../../entrypoints/shared/packs/pack-record';
import { PackStore } from '../../../../entrypoints/shared/packs/pack-store';
import { readTables } from '../../../../glossary/find/tables-file';
import { Folding } from '../../../../glossary/pack/folding';
import { termsOf } from '../packs/imported';
import { ADDRESS, environmentOf, online, Publisher } from './publisher';

const ROUNDS = 50;
const folding = new Folding(spellings);
const first = termsOf(...Array.from({ length: 150 }, (_, i) => `词条${i}号`));
const second = [...first.map((term, i) => (i < 9 ? { ...term, definition: '新释义' } : term)), ...termsOf('新词')].map(
  (term, i) => ({ ...term, id: `t${i}` }),
);

let publisher: Publisher;
/** The files of the site after each of two publications. */
let published: Map<string, Uint8Array>[];

beforeEach(async () => {
  publisher = await Publisher.start();
  published = [];
  for (const terms of [first, second]) {
    await publisher.publish(terms);
    published.push(new Map(publisher.files));
  }
});

/** Serves a publication. @param seq 1 or 2. */
function serve(seq: number): void {
  publisher.files.clear();
  for (const [path, bytes] of published[seq - 1] ?? []) publisher.files.set(path, bytes);
}

afterEach(async () => {
  vi.restoreAllMocks();
  await publisher.stop();
});

/** A background that ends at a step: then its requests are never answered, and its transaction is undone. */
class Life {
  steps = 0;
  readonly ended: Promise<'ended'>;
  #end = (_: 'ended'): void => undefined;
  readonly #last: number;

  constructor(last: number) {
    this.#last = last;
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
    const life = this;
    for (const name of ['put', 'delete'] as const) {
      const original = IDBObjectStore.prototype[name];
      vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function (this: IDBObjectStore, ...given: unknown[]) {
        if (!life.goesOn()) this.transaction.abort();
        return (original as (...all: unknown[]) => IDBRequest).apply(this, given) as never;
      });
    }
  }

  goesOn(): boolean {
    if (++this.steps >= this.#last) this.#end('ended');
    return this.steps < this.#last;
  }

  readonly fetching: typeof fetch = async (url, init) => {
    if (!this.goesOn()) return new Promise(() => undefined);
    const response = await publisher.fetching(url, init);
    return this.goesOn() ? response : new Promise(() => undefined);
  };

  readonly folding = (): Promise<Folding> => (this.goesOn() ? Promise.resolve(folding) : new Promise(() => undefined));
}

const undisturbed = (store: PackStore) =>
  environmentOf(store, { fetching: publisher.fetching, folding: () => Promise.resolve(folding) });

async function theOnly(store: PackStore): Promise<PackRecord> {
  const [record] = await store.list();
  if (!record) throw new Error('the pack is lost');
  return record;
}

/** The revision that is stored, if all of it is. */
async function wholeRevision(store: PackStore): Promise<number> {
  const record = await theOnly(store);
  const seq = record.followed?.revision.seq ?? 0;
  const text = await store.text(record);
  expect(await store.terms(record)).toEqual(seq === 1 ? first : second);
  expect(readTables((await store.tables(record)) ?? new ArrayBuffer())).not.toBeNull();
  expect(text && (await unpackText(text))?.includes('新词')).toBe(seq === 2);
  return seq;
}

it('an update that is ended at 50 moments leaves a whole revision, and is made up for', async () => {
  const begin = async () => {
    vi.stubGlobal('indexedDB', new IDBFactory());
    serve(1);
    const store = new PackStore();
    const looked = await readPublication({ url: ADDRESS, keys: [online.publicKey] }, undisturbed(store));
    if (!looked.ok || !(await followPublication(looked.value, undisturbed(store))).ok)
      throw new Error('it can be followed');
    serve(2);
    return store;
  };
  const whole = await begin();
  const counted = new Life(Number.POSITIVE_INFINITY);
  expect(await checkForUpdate(await theOnly(whole), environmentOf(whole, counted))).toBe('updated');
  vi.restoreAllMocks();
  const total = counted.steps;
  const seen = new Set<number>();
  for (let round = 0; round < ROUNDS; round++) {
    const store = await begin();
    const life = new Life(1 + Math.floor((round * total) / ROUNDS));
    const done = checkForUpdate(await theOnly(store), environmentOf(store, life)).catch(() => 'ended');
    await Promise.race([done, life.ended]);
    vi.restoreAllMocks();
    const next = new PackStore();
    const seq = await wholeRevision(next);
    seen.add(seq);
    expect(['updated', 'unchanged']).toContain(await checkForUpdate(await theOnly(next), undisturbed(next)));
    expect(await wholeRevision(next)).toBe(2);
    await Promise.all([store.close(), next.close()]);
  }
  expect(seen).toContain(1);
});
