import 'fake-indexeddb/auto';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PackStore } from '../../../../entrypoints/shared/packs/pack-store';
import { publishPacks } from '../../../../entrypoints/shared/packs/publish-packs';
import { IMPORTED_KEY, parseImported } from '../../../../entrypoints/shared/page/imported-packs';
import { createHashedPrefilter } from '../../../../glossary/find/hashed-prefilter';
import { readTables } from '../../../../glossary/find/tables-file';
import { COMPILER } from '../../../../glossary/library/imported-packs';
import type { PlainTerm } from '../../../../glossary/pack/plain-term';
import { FakeArea } from '../fake-area';
import { savedPack, termsOf } from './imported';

let store: PackStore;

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  store = new PackStore();
});

afterEach(() => {
  vi.restoreAllMocks();
});

const many = (count: number, name = '词') => termsOf(...Array.from({ length: count }, (_, i) => `${name}条${i}号`));
const ids = async () => (await store.list()).map(({ id }) => id);
const headwords = async (at = 0) => {
  const record = (await store.list())[at];
  return record ? (await store.terms(record)).map(({ headword }) => headword) : [];
};

describe('the store of imported packs', () => {
  it('is empty at first', async () => {
    expect(await store.list()).toEqual([]);
  });

  it('keeps terms in their order, and reads some by their places', async () => {
    const terms = many(250);
    await store.save([savedPack('a', terms)]);
    const [record] = await store.list();
    if (!record) throw new Error('the pack is there');
    expect(record).toMatchObject({ id: 'imported-a', count: 250, rank: 0, removedMs: null });
    expect(await store.terms(record)).toEqual(terms);
    expect([...(await store.termsAt(record, [249, 0, 100, 250, 999]))]).toEqual([
      [249, terms[249]],
      [0, terms[0]],
      [100, terms[100]],
    ]);
    expect(readTables((await store.tables(record)) ?? new ArrayBuffer())).not.toBeNull();
  });

  it.each([1999, 2000, 2001])('reads all of %i terms, which come in several requests', async (count) => {
    const terms = many(count);
    await store.save([savedPack('a', terms), savedPack('b', termsOf('乙项'))]);
    expect(await headwords()).toEqual(terms.map(({ headword }) => headword));
  });

  it('replaces a pack and keeps its place, the reader’s choices, and the date of import', async () => {
    const sites = { base: 'on', rules: [{ pattern: 'example.org', isOn: false }] } as const;
    await store.save([savedPack('a', termsOf('甲项', '旧词', '丙项')), savedPack('b', termsOf('乙项'))]);
    await store.prefer('imported-a', { colour: 'green', density: 'page', insideWords: [0, 1], sites });
    const [gone, kept] = termsOf('新词', '旧词');
    const next = savedPack('a', [kept, { ...gone, id: 't9' }] as PlainTerm[]);
    await store.save([{ ...next, record: { ...next.record, importedMs: 9, updatedMs: 9 } }]);
    const [first, second] = await store.list();
    const times = { importedMs: 1, updatedMs: 9, count: 2 };
    // The place of a term follows it; a term that is gone takes its own away.
    expect(first).toMatchObject({ colour: 'green', density: 'page', insideWords: [0], sites, ...times });
    expect(second?.id).toBe('imported-b');
    expect(await headwords()).toEqual(['旧词', '新词']);
  });

  it('brings records of its first version up to date', async () => {
    const { record, terms } = savedPack('a', termsOf('甲项'));
    const { density: _d, insideWords: _i, sites: _s, ...rest } = record;
    const first = await openDB('packs', 1, {
      upgrade: (database) => {
        database.createObjectStore('packs', { keyPath: 'id' });
        for (const name of ['terms', 'tables', 'prefilters']) database.createObjectStore(name);
      },
    });
    await first.put('packs', { ...rest, colour: 'red', offSites: ['a.example'], rank: 0, removedMs: null });
    await first.put('terms', terms, [record.generation, 0]);
    first.close();
    const sites = { base: 'on', rules: [{ pattern: 'a.example', isOn: false }] };
    const now = { colour: 'red', density: null, insideWords: [], sites, compiledBy: '' };
    expect((await store.list())[0]).toMatchObject(now);
    expect((await store.list())[0]).not.toHaveProperty('offSites');
    expect(await headwords()).toEqual(['甲项']);
  });

  it('brings records of its second version up to date, with their terms and choices', async () => {
    const { record, terms } = savedPack('a', termsOf('甲项'));
    const { followed: _, ...second } = record;
    const choices = { colour: 'red', isOn: false, insideWords: [0], rank: 3, removedMs: null, compiledBy: 'x' };
    const database = await openDB('packs', 2, {
      upgrade: (made) => {
        made.createObjectStore('packs', { keyPath: 'id' });
        for (const name of ['terms', 'tables', 'prefilters']) made.createObjectStore(name);
      },
    });
    await database.put('packs', { ...second, ...choices });
    await database.put('terms', terms, [record.generation, 0]);
    await database.put('tables', new ArrayBuffer(3), record.generation);
    database.close();
    const [now] = await store.list();
    expect(now).toEqual({ ...record, ...choices, followed: null });
    expect(await headwords()).toEqual(['甲项']);
    expect(now && (await store.tables(now))?.byteLength).toBe(3);
    expect((await store.save([savedPack('b', termsOf('乙项'))])).ok).toBe(true);
  });

  it('shows no changes of another pack that had the same id', async () => {
    const changes = { seq: 2, atMs: 1, added: 1, changed: 0, gone: 0, terms: [] };
    const text = new ArrayBuffer(1);
    await store.save([{ ...savedPack('a', many(1)), published: { text, changes } }]);
    await store.remove('imported-a', 100);
    await store.save([{ ...savedPack('a', many(1)), published: { text, changes: null } }]);
    const [record] = await store.list();
    expect(record && (await store.changes(record))).toBeNull();
  });

  it('replaces tables, unless the pack was replaced meanwhile', async () => {
    const pack = savedPack('a', termsOf('甲项'));
    await store.save([pack]);
    const [before] = await store.list();
    if (!before) throw new Error('the pack is there');
    expect(before.compiledBy).toBe(COMPILER);
    const tables = new ArrayBuffer(4);
    await store.recompile(before, { ...pack.compiled, tables });
    expect((await store.tables(before))?.byteLength).toBe(4);
    await store.save([savedPack('a', termsOf('乙项'))]);
    await store.recompile(before, { ...pack.compiled, tables });
    expect(await store.tables(before)).toBeNull();
  });

  it('puts packs in an order', async () => {
    await store.save([savedPack('a', many(1)), savedPack('b', many(1)), savedPack('c', many(1))]);
    await store.order(['imported-c', 'imported-a']);
    expect(await ids()).toEqual(['imported-c', 'imported-a', 'imported-b']);
  });

  it('removes a pack, restores it, and deletes it for good', async () => {
    await store.save([savedPack('a', many(2))]);
    const [record] = await store.list();
    await store.remove('imported-a', 100);
    expect(await ids()).toEqual([]);
    await store.restore('imported-a');
    expect(await headwords()).toEqual(['词条0号', '词条1号']);
    await store.remove('imported-a', 100);
    await store.purge(100);
    await store.restore('imported-a');
    expect(await ids()).toEqual(['imported-a']);
    await store.remove('imported-a', 100);
    await store.purge(101);
    await store.restore('imported-a');
    expect(await ids()).toEqual([]);
    expect(record && (await store.terms(record))).toEqual([]);
  });

  it('refuses packs and terms beyond its limits, with nothing changed', async () => {
    const one = savedPack('a', termsOf('甲项'));
    await store.save([one]);
    const packs = Array.from({ length: 64 }, (_, i) => savedPack(`p${i}`, termsOf('项目')));
    expect(await store.save(packs)).toEqual({ ok: false, error: { kind: 'too-many-packs' } });
    const large = { ...one, record: { ...one.record, id: 'imported-large' }, terms: Array(200_000).fill(one.terms[0]) };
    expect(await store.save([large])).toEqual({ ok: false, error: { kind: 'too-many-pack-terms', room: 199_999 } });
    expect(await ids()).toEqual(['imported-a']);
  });

  it('reports a full disk, with nothing changed', async () => {
    await store.save([savedPack('a', many(2))]);
    const put = vi.spyOn(IDBObjectStore.prototype, 'put');
    put.mockImplementationOnce(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    expect(await store.save([savedPack('a', termsOf('新词'))])).toEqual({ ok: false, error: { kind: 'full' } });
    expect(await headwords()).toEqual(['词条0号', '词条1号']);
  });
});

/** Ends the transaction at its `nth` write, as the end of the browser does. @returns how many writes there were. */
function killAt(nth: number): () => number {
  let writes = 0;
  for (const name of ['put', 'delete'] as const) {
    const original = IDBObjectStore.prototype[name];
    vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function (this: IDBObjectStore, ...given: unknown[]) {
      if (++writes === nth) this.transaction.abort();
      return (original as (...all: unknown[]) => IDBRequest).apply(this, given) as never;
    });
  }
  return () => writes;
}

describe('a change that is cut off at any write', () => {
  const [first, second] = [many(350), many(450, '新')];

  it.each([
    ['the first import', [], 0],
    ['an update', first, 350],
  ] as const)('%s leaves the old state, and the next one goes through', async (_name, before, count) => {
    const countWrites = killAt(Number.POSITIVE_INFINITY);
    await store.save([savedPack('a', second)]);
    const writes = countWrites();
    vi.restoreAllMocks();
    expect(writes).toBeGreaterThan(6);
    for (let nth = 1; nth <= writes; nth++) {
      vi.stubGlobal('indexedDB', new IDBFactory());
      store = new PackStore();
      if (before.length > 0) await store.save([savedPack('a', before)]);
      killAt(nth);
      expect((await store.save([savedPack('a', second)])).ok, `write ${nth}`).toBe(false);
      vi.restoreAllMocks();
      store = new PackStore();
      expect((await headwords()).length, `write ${nth}`).toBe(count);
      expect((await store.save([savedPack('a', second)])).ok).toBe(true);
      expect((await headwords()).length).toBe(450);
    }
  });
});

describe('the data of the packs in pages', () => {
  const published = async (local: FakeArea) => {
    await publishPacks(store, local);
    return parseImported(local.items[IMPORTED_KEY]);
  };

  it('is empty without packs, and lists packs that are on in their order', async () => {
    const local = new FakeArea();
    expect(await published(local)).toBeNull();
    expect(local.writes).toBe(0);
    await store.save([savedPack('a', termsOf('量子纠缠')), savedPack('b', termsOf('科普资源'))]);
    await store.order(['imported-b', 'imported-a']);
    const both = await published(local);
    expect(both?.packs.map(({ id }) => id)).toEqual(['imported-b', 'imported-a']);
    const test = createHashedPrefilter(
      both?.prefilter ?? { variants: '', pairs: new Uint8Array(), beginnings: new Uint8Array() },
    );
    expect(['谈量子糾纏', '科普资源', '别的话'].map(test)).toEqual([true, true, false]);
    await published(local);
    expect(local.writes).toBe(1);
    await store.prefer('imported-b', { isOn: false });
    expect((await published(local))?.packs.map(({ id }) => id)).toEqual(['imported-a']);
    await store.remove('imported-a', 1);
    expect(await published(local)).toBeNull();
    expect(local.items).toEqual({});
  });

  it.each([
    [{ packs: 3 }],
    [{ packs: [] }],
    [{ packs: [{ id: 'a', revision: 'x' }], prefilter: { variants: '', pairs: '', beginnings: '' } }],
    [{ packs: [{ id: 'a', revision: '0123456789abcdef' }], prefilter: { variants: '', pairs: '%', beginnings: 4 } }],
  ])('is empty if %j is stored', (stored) => {
    expect(parseImported(stored)).toBeNull();
  });
});
