import 'fake-indexeddb/auto';
import spellings from 'virtual:pangzhu/fold';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FollowEnvironment } from '../../../../entrypoints/shared/follow/follow-environment';
import { checkForUpdate, followPublication } from '../../../../entrypoints/shared/follow/follow-pack';
import { followPolicy, isPolicyChanged } from '../../../../entrypoints/shared/follow/follow-policy';
import { readPublication } from '../../../../entrypoints/shared/follow/read-publication';
import type { PackRecord } from '../../../../entrypoints/shared/packs/pack-record';
import { PackStore } from '../../../../entrypoints/shared/packs/pack-store';
import { readFollowAddress } from '../../../../glossary/follow/follow-address';
import { Folding } from '../../../../glossary/pack/folding';
import type { PlainTerm } from '../../../../glossary/pack/plain-term';
import { dataPath, type PublishedManifest } from '../../../../glossary/publish/manifest';
import { termsOf } from '../packs/imported';
import { ADDRESS, environmentOf, NOW_MS, offline, online, Publisher, stranger } from './publisher';

const folding = new Folding(spellings);
const HOUR_MS = 3_600_000;

let publisher: Publisher;
let store: PackStore;
let environment: FollowEnvironment;

beforeEach(async () => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  store = new PackStore();
  publisher = await Publisher.start();
  environment = environmentOf(store, { fetching: publisher.fetching, folding: async () => folding });
});

afterEach(async () => {
  vi.restoreAllMocks();
  await store.close();
  await publisher.stop();
});

const many = (count: number, name = '词') => termsOf(...Array.from({ length: count }, (_, i) => `${name}条${i}号`));
const reworded = (terms: readonly PlainTerm[], count: number, word = '新释义') =>
  terms.map((term, i) => (i < count ? { ...term, definition: word } : term));

async function follow(key = online.publicKey): Promise<PackRecord> {
  const address = readFollowAddress(`${ADDRESS}${key && `#k=${key}`}`);
  if (typeof address === 'string') throw new Error(address);
  const looked = await readPublication(address, environment);
  if (!looked.ok) throw new Error(JSON.stringify(looked.error));
  const kept = await followPublication(looked.value, environment);
  if (!kept.ok) throw new Error(JSON.stringify(kept.error));
  publisher.asked.length = 0;
  return recordOf(kept.value);
}

/** The server does this in place of answering. */
function breakWith(act: (...exchange: Parameters<Publisher['intercept']>) => unknown): void {
  publisher.intercept = (request, response) => {
    act(request, response);
    return true;
  };
}

async function recordOf(id = 'followed-birds'): Promise<PackRecord> {
  const record = (await store.list()).find((one) => one.id === id);
  if (!record) throw new Error(`there is no ${id}`);
  return record;
}

/** What is stored: number of the revision, definitions, and the problem or the questions. */
async function stored() {
  const record = await recordOf();
  const terms = await store.terms(record);
  const { revision, problem, pending } = record.followed ?? {};
  return { seq: revision?.seq, terms, problem: problem?.failure.kind ?? null, questions: pending?.questions ?? [] };
}

describe('following a published pack', () => {
  it('shows what it is before anything is kept', async () => {
    await publisher.publish(many(3), {
      manifest: { homepage: 'https://words.example/', site: 'https://words.example/g/' },
    });
    const looked = await readPublication({ url: ADDRESS, keys: [online.publicKey] }, environment);
    expect(looked).toMatchObject({
      ok: true,
      value: {
        about: { id: 'birds', title: '鸟', licence: 'CC-BY-4.0', homepage: 'https://words.example/' },
        site: 'https://words.example/g/',
        isKeyNamed: true,
        opened: { signers: [online.publicKey], manifest: { full: { count: 3 } } },
      },
    });
    expect(publisher.asked).toEqual(['latest.json']);
    expect(await store.list()).toEqual([]);
  });

  it('takes the publication’s own key if the address names none, and keeps it', async () => {
    await publisher.publish(many(3));
    const record = await follow('');
    expect(record.followed?.keys).toEqual({ current: [online.publicKey] });
    await publisher.publish(many(4), { keys: [stranger], manifest: { keys: { current: [stranger.publicKey] } } });
    expect(await checkForUpdate(record, environment)).toBe('asking');
    expect(await stored()).toMatchObject({ seq: 1, problem: 'wrong-key' });
  });

  it('keeps terms, tables and where they come from', async () => {
    const terms = many(250);
    await publisher.publish(terms);
    const record = await follow();
    expect(record).toMatchObject({ id: 'followed-birds', count: 250, file: null, about: { title: '鸟' } });
    expect(record.followed).toMatchObject({
      url: ADDRESS,
      revision: { seq: 1 },
      failures: 0,
      dueMs: NOW_MS + 24 * HOUR_MS,
    });
    expect(await store.terms(record)).toEqual(terms);
    expect(await store.tables(record)).not.toBeNull();
  });

  it('is the same pack at another address with the same key, and a second one with another key', async () => {
    await publisher.publish(many(3));
    const { id } = await follow();
    expect(await follow()).toMatchObject({ id });
    await publisher.publish(many(3), { keys: [stranger], manifest: { keys: { current: [stranger.publicKey] } } });
    expect(await follow(stranger.publicKey)).toMatchObject({ id: 'followed-birds-2' });
    expect(await store.list()).toHaveLength(2);
  });

  it.each([
    ['no key', ''],
    ['both keys', `${online.publicKey},${stranger.publicKey}`],
  ])(
    'is not replaced by a publication that names its key without its signature, at an address with %s',
    async (_, keys) => {
      await publisher.publish(many(3));
      await follow();
      const manifest = { keys: { current: [online.publicKey, stranger.publicKey] } };
      await publisher.publish(many(4), { keys: [stranger], manifest });
      expect(await follow(keys)).toMatchObject({ id: 'followed-birds-2' });
      expect(await stored()).toMatchObject({ seq: 1, terms: many(3) });
    },
  );

  it('is not replaced by an older revision of its own from another address', async () => {
    await publisher.publish(many(3));
    await publisher.publish(many(4));
    await follow();
    await publisher.publish(many(3), { manifest: { seq: 1 } });
    const looked = await readPublication({ url: 'https://words.example/g/old/latest.json', keys: [] }, mirrored());
    if (!looked.ok) throw new Error(JSON.stringify(looked.error));
    expect(await followPublication(looked.value, mirrored())).toEqual({
      ok: false,
      error: { kind: 'rollback', seq: 1, stored: 2 },
    });
    expect(await stored()).toMatchObject({ seq: 2, terms: many(4) });
  });
});

/** The same files, at another address as well. */
function mirrored(): FollowEnvironment {
  const fetching: typeof fetch = (url, init) => publisher.fetching(String(url).replace('/g/old/', '/g/'), init);
  return { ...environment, fetching };
}

describe('an update', () => {
  it('costs one answer without a body if nothing changed', async () => {
    await publisher.publish(many(3));
    const record = await follow();
    const statuses: number[] = [];
    const fetching: typeof fetch = async (url, init) => {
      const response = await publisher.fetching(url, init);
      statuses.push(response.status);
      return response;
    };
    expect(await checkForUpdate(record, { ...environment, fetching })).toBe('unchanged');
    expect([publisher.asked, statuses]).toEqual([['latest.json'], [304]]);
  });

  it.each<[string, number, { hasDelta: boolean; changed: number }, number]>([
    ['a delta', 600, { hasDelta: true, changed: 1 }, 1],
    ['the parts that changed', 600, { hasDelta: false, changed: 1 }, 2],
    ['the whole, behind the list of parts', 30, { hasDelta: false, changed: 3 }, 2],
  ])('is fetched by %s', async (_, count, { hasDelta, changed }, files) => {
    const terms = many(count);
    await publisher.publish(terms);
    const record = await follow();
    const next = reworded(terms, changed);
    await publisher.publish(next, { hasDelta });
    expect(await checkForUpdate(record, environment)).toBe('updated');
    expect(await stored()).toMatchObject({ seq: 2, terms: next, problem: null });
    expect(publisher.asked).toHaveLength(1 + files);
  });

  it('says how many terms changed, and how', async () => {
    const terms = many(20);
    await publisher.publish(terms);
    const record = await follow();
    const next = [...reworded(terms, 2).slice(0, 19), { id: 'new', headword: '新词', forms: [], definition: '新' }];
    await publisher.publish(next);
    await checkForUpdate(record, environment);
    const changes = await store.changes(await recordOf());
    expect(changes).toMatchObject({ seq: 2, added: 1, changed: 2, gone: 1, atMs: NOW_MS });
    expect(changes?.terms.map(({ headword, before, after }) => [headword, before, after])).toEqual([
      ['词条0号', '词条0号的释义', '新释义'],
      ['词条1号', '词条1号的释义', '新释义'],
      ['新词', null, '新'],
      ['词条19号', '词条19号的释义', null],
    ]);
  });

  it('is the whole if the delta is missing or wrong, once', async () => {
    const terms = many(600);
    await publisher.publish(terms);
    let record = await follow();
    const second = await publisher.publish(reworded(terms, 1));
    publisher.files.delete(dataPath(second.deltas[0] ?? second.full));
    expect(await checkForUpdate(record, environment)).toBe('updated');
    record = await recordOf();
    const third = await publisher.publish(reworded(terms, 2));
    publisher.files.set(dataPath(third.deltas[0] ?? third.full), new TextEncoder().encode('+nothing'));
    publisher.asked.length = 0;
    expect(await checkForUpdate(record, environment)).toBe('updated');
    expect(publisher.asked).toHaveLength(3);
    expect((await stored()).terms).toEqual(reworded(terms, 2));
  });

  it.each([
    ['the delta', true],
    ['the list of parts', false],
  ])('asks a host that answers %s with Retry-After for nothing more', async (_what, hasDelta) => {
    await publisher.publish(many(300));
    const record = await follow();
    await publisher.publish(reworded(many(300), 1), { hasDelta });
    publisher.asked.splice(0);
    publisher.intercept = ({ url = '' }, response) => {
      if (url.endsWith('latest.json')) return false;
      response.writeHead(429, { 'Retry-After': '18000' }).end();
      return true;
    };
    expect(await checkForUpdate(record, environment)).toBe('failed');
    expect(publisher.asked).toHaveLength(2);
    const { followed } = await recordOf();
    expect(followed).toMatchObject({
      problem: { failure: { kind: 'status', status: 429 } },
      dueMs: NOW_MS + 5.25 * HOUR_MS,
    });
  });

  it('keeps what the reader chose of the pack', async () => {
    await publisher.publish(many(30));
    const record = await follow();
    await store.prefer(record.id, { colour: 'green', isOn: false });
    await publisher.publish(reworded(many(30), 1));
    await checkForUpdate(record, environment);
    expect(await recordOf()).toMatchObject({ colour: 'green', isOn: false, count: 30 });
  });

  it('asks nothing for a pack that was removed before its turn', async () => {
    await publisher.publish(many(3));
    const record = await follow();
    await store.remove(record.id, NOW_MS);
    expect(await checkForUpdate(record, environment)).toBe('unchanged');
    expect(publisher.asked).toEqual([]);
  });

  it('does not bring back a pack that was removed meanwhile', async () => {
    await publisher.publish(many(30));
    const record = await follow();
    await publisher.publish(reworded(many(30), 1));
    const folded = async () => {
      await store.remove(record.id, NOW_MS);
      return folding;
    };
    expect(await checkForUpdate(record, { ...environment, folding: folded })).toBe('unchanged');
    expect(await store.list()).toEqual([]);
  });
});

describe('a change of trust', () => {
  it.each<[string, (terms: PlainTerm[]) => [PlainTerm[], Partial<PublishedManifest>], object]>([
    [
      'another licence',
      (terms) => [terms, { licence: 'none' }],
      { kind: 'licence', before: 'CC-BY-4.0', after: 'none' },
    ],
    [
      'another host',
      (terms) => [terms, { site: 'https://other.example/' }],
      { kind: 'host', before: '', after: 'other.example' },
    ],
    [
      'more than a third of the terms reworded or gone',
      (terms) => [reworded(terms, 7).slice(0, 26), {}],
      { kind: 'terms', changed: 7, gone: 4, of: 30 },
    ],
  ])('is asked: %s', async (_, change, question) => {
    await publisher.publish(many(30));
    const [terms, manifest] = change(many(30));
    const record = await follow();
    await publisher.publish(terms, { manifest });
    expect(await checkForUpdate(record, environment)).toBe('asking');
    const { followed } = await recordOf();
    expect(await stored()).toMatchObject({ seq: 1, questions: [question], problem: null });
    expect(await checkForUpdate(await recordOf(), environment, followed?.pending ?? null)).toBe('updated');
    expect(await stored()).toMatchObject({ seq: 2, terms, questions: [] });
  });

  it('is not asked for a third of the terms', async () => {
    await publisher.publish(many(30));
    const record = await follow();
    await publisher.publish(reworded(many(30), 10));
    expect(await checkForUpdate(record, environment)).toBe('updated');
  });

  it('an answer holds for the revision it was given for', async () => {
    await publisher.publish(many(30));
    const record = await follow();
    await publisher.publish(reworded(many(30), 20));
    await checkForUpdate(record, environment);
    const { followed } = await recordOf();
    await publisher.publish(reworded(many(30), 25, '又一释义'));
    expect(await checkForUpdate(await recordOf(), environment, followed?.pending ?? null)).toBe('asking');
    expect(await stored()).toMatchObject({ seq: 1 });
  });

  it.each<[string, Parameters<Publisher['publish']>[1]]>([
    ['by a stranger', { keys: [stranger], manifest: { keys: { current: [stranger.publicKey] } } }],
    [
      'by a stranger with two keys',
      { keys: [stranger], manifest: { keys: { current: [stranger.publicKey, offline.publicKey] } } },
    ],
  ])('is another key, %s, which the reader may accept', async (_, options) => {
    await publisher.publish(many(30));
    const record = await follow();
    await publisher.publish(reworded(many(30), 1), options);
    expect(await checkForUpdate(record, environment)).toBe('asking');
    const { followed } = await recordOf();
    expect(await stored()).toMatchObject({
      seq: 1,
      questions: [{ kind: 'keys', keys: { current: [stranger.publicKey] } }],
    });
    expect(await checkForUpdate(await recordOf(), environment, followed?.pending ?? null)).toBe('updated');
    expect((await recordOf()).followed?.keys.current[0]).toBe(stranger.publicKey);
  });
});

describe('other keys that the reader accepted', () => {
  const theirs = (...current: string[]) => ({ keys: { current } });

  it('do not include keys that another manifest adds without their signature', async () => {
    await publisher.publish(many(30));
    const record = await follow();
    const next = reworded(many(30), 1);
    await publisher.publish(next, { keys: [offline], manifest: theirs(offline.publicKey) });
    await checkForUpdate(record, environment);
    const { followed } = await recordOf();
    await publisher.publish(next, { keys: [stranger], manifest: theirs(offline.publicKey, stranger.publicKey) });
    expect(await checkForUpdate(await recordOf(), environment, followed?.pending ?? null)).toBe('asking');
    expect((await recordOf()).followed?.keys).toEqual({ current: [online.publicKey] });
  });

  it('are kept with content that is asked about as well', async () => {
    await publisher.publish(many(30));
    const record = await follow();
    await publisher.publish(reworded(many(30), 20), { keys: [stranger], manifest: theirs(stranger.publicKey) });
    expect(await checkForUpdate(record, environment)).toBe('asking');
    expect(await checkForUpdate(await recordOf(), environment, (await recordOf()).followed?.pending ?? null)).toBe(
      'asking',
    );
    expect((await stored()).questions.map(({ kind }) => kind)).toEqual(['keys', 'terms']);
    expect(await checkForUpdate(await recordOf(), environment, (await recordOf()).followed?.pending ?? null)).toBe(
      'updated',
    );
    expect((await recordOf()).followed).toMatchObject({ keys: { current: [stranger.publicKey] }, pending: null });
  });

  it('do not accept a licence that the reader was not asked about, even with the same terms', async () => {
    await publisher.publish(many(30));
    const record = await follow();
    await publisher.publish(reworded(many(30), 20));
    await checkForUpdate(record, environment);
    const { followed } = await recordOf();
    await publisher.publish(reworded(many(30), 20), { manifest: { licence: 'none' } });
    expect(await checkForUpdate(await recordOf(), environment, followed?.pending ?? null)).toBe('asking');
    expect((await stored()).questions.map(({ kind }) => kind)).toEqual(['licence', 'terms']);
  });
});

it('asks nothing if the time of the next attempt cannot be stored', async () => {
  await publisher.publish(many(3));
  const record = await follow();
  const full = new DOMException('full', 'QuotaExceededError');
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw full;
  });
  expect(await checkForUpdate(record, environment)).toBe('failed');
  expect(publisher.asked).toEqual([]);
});

it('stores no name of a file that is longer than servers make them', async () => {
  const fetching: typeof fetch = async (url, init) => {
    const response = await publisher.fetching(url, init);
    return new Response(response.body, { headers: { ETag: `"${'x'.repeat(1000)}"` } });
  };
  environment = { ...environment, fetching };
  await publisher.publish(many(3));
  expect((await follow()).followed?.etag).toBe('');
});

describe('an attack', () => {
  const hour = NOW_MS + HOUR_MS;
  const first = many(30);
  const second = reworded(first, 1);

  it.each<[string, string, (record: PackRecord) => Promise<void> | void]>([
    [
      'arbitrary data',
      'bad-signature',
      async () => {
        const { sigs } = JSON.parse(new TextDecoder().decode(publisher.files.get('latest.json')));
        await publisher.publish(second, { keys: [stranger] });
        const forged = JSON.parse(new TextDecoder().decode(publisher.files.get('latest.json')));
        publisher.files.set('latest.json', new TextEncoder().encode(JSON.stringify({ ...forged, sigs })));
      },
    ],
    [
      'no manifest at all',
      'malformed',
      () => void publisher.files.set('latest.json', new TextEncoder().encode('<html>')),
    ],
    ['a wrong key', 'wrong-key', async () => void (await publisher.publish(second, { keys: [stranger] }))],
    [
      'an older revision',
      'rollback',
      async () =>
        void (await publisher.publish(second, { manifest: { seq: 0 + 1, created: new Date(0).toISOString() } })),
    ],
    [
      'another revision of the same number',
      'rollback',
      async () => void (await publisher.publish(second, { manifest: { seq: 1 } })),
    ],
    [
      'a frozen revision',
      'expired',
      async () => void (await publisher.publish(second, { manifest: { expires: new Date(NOW_MS - 1).toISOString() } })),
    ],
    ['another pack', 'wrong-pack', async () => void (await publisher.publish(second, { manifest: { id: 'fish' } }))],
    [
      'a version to come',
      'old-client',
      async () => void (await publisher.publish(second, { manifest: { minClient: '9.0' } })),
    ],
    [
      'parts of two revisions',
      'wrong-hash',
      async () => {
        const before = publisher.manifest;
        const { full } = await publisher.publish(
          [
            ...second,
            ...termsOf('甲', '乙').map((term) => ({ ...term, id: term.headword.codePointAt(0)?.toString() ?? '' })),
          ],
          {
            hasDelta: false,
          },
        );
        const bytes = before && publisher.files.get(dataPath(before.full));
        if (bytes) publisher.files.set(dataPath(full), bytes);
      },
    ],
    [
      'endless data',
      'too-large',
      async () => {
        await publisher.publish(second, { hasDelta: false });
        publisher.intercept = ({ url = '' }, response) => {
          if (!url.includes('data/')) return false;
          response.writeHead(200);
          const pour = () => {
            while (response.write(Buffer.alloc(65_536, 1)));
          };
          response.on('drain', pour);
          pour();
          return true;
        };
      },
    ],
    [
      'an endless manifest',
      'too-large',
      () => {
        publisher.intercept = (_, response) => {
          response.writeHead(200).end(Buffer.alloc(1_000_000, 32));
          return true;
        };
      },
    ],
    [
      'terms that are no terms',
      'malformed',
      async () =>
        void (await publisher.publish([...second, { ...second[0], headword: '' } as PlainTerm], { hasDelta: false })),
    ],
    [
      'a redirect',
      'redirect',
      () => {
        publisher.intercept = (_, response) => {
          response.writeHead(302, { Location: 'http://127.0.0.1:9/' }).end();
          return true;
        };
      },
    ],
    [
      'a page in place of the pack',
      'status',
      () => {
        publisher.intercept = (_, response) => {
          response.writeHead(503, { 'Retry-After': '18000' }).end('<html>');
          return true;
        };
      },
    ],
    ['a dead connection', 'unreachable', () => breakWith((request) => request.destroy())],
  ])('by %s is refused, and the pack stays', async (_, problem, attack) => {
    await publisher.publish(first);
    const record = await follow();
    await attack(record);
    expect(['failed', 'asking']).toContain(await checkForUpdate(record, environment));
    expect(await stored()).toMatchObject({ seq: 1, terms: first, problem });
    const { followed } = await recordOf();
    expect(followed).toMatchObject({ failures: 1, problem: { sinceMs: NOW_MS } });
    expect(followed?.dueMs).toBe(problem === 'status' ? NOW_MS + 5.25 * HOUR_MS : hour + HOUR_MS / 4);
  });

  it.each(['http://words.example/latest.json', 'https://127.0.0.1/latest.json', 'https://printer.local/latest.json'])(
    'asks nothing of %s, even if it is stored',
    async (url) => {
      await publisher.publish(first);
      const record = await follow();
      if (!record.followed) throw new Error('it is followed');
      await store.follow(record, { url });
      expect(await checkForUpdate({ ...record, followed: { ...record.followed, url } }, environment)).toBe('failed');
      expect(publisher.asked).toEqual([]);
    },
  );

  it('by parts that arrive slowly, one after the other, ends with the time for all of them', async () => {
    const terms = many(2000);
    await publisher.publish(terms);
    const record = await follow();
    const over = new AbortController();
    const timeout = vi.spyOn(AbortSignal, 'timeout');
    timeout.mockImplementation((ms) => (ms === 600_000 ? over : new AbortController()).signal);
    await publisher.publish(
      terms.map((term, i) => (i % 400 === 0 ? { ...term, definition: '新释义' } : term)),
      { hasDelta: false },
    );
    publisher.intercept = () => {
      if (publisher.asked.length === 3) over.abort();
      return false;
    };
    expect(await checkForUpdate(record, environment)).toBe('failed');
    expect(publisher.asked).toHaveLength(3);
    expect(await stored()).toMatchObject({ seq: 1, problem: 'too-slow' });
  });

  it('is forgotten after the next good answer; until then the page can say since when', async () => {
    await publisher.publish(first);
    let record = await follow();
    breakWith((_, response) => response.writeHead(500).end());
    await checkForUpdate(record, environment);
    await checkForUpdate(await recordOf(), { ...environment, nowMs: () => hour });
    record = await recordOf();
    expect(record.followed).toMatchObject({ failures: 2, problem: { sinceMs: NOW_MS } });
    publisher.intercept = () => false;
    expect(await checkForUpdate(record, environment)).toBe('unchanged');
    expect((await recordOf()).followed).toMatchObject({ failures: 0, problem: null });
  });

  it('by a frozen answer is reported once the stored revision expires', async () => {
    await publisher.publish(first);
    const record = await follow();
    const late = Date.parse('2027-06-02T00:00:00Z');
    expect(await checkForUpdate(record, { ...environment, nowMs: () => late })).toBe('failed');
    expect(await stored()).toMatchObject({ seq: 1, problem: 'expired' });
  });
});

describe('the addresses of a policy', () => {
  const given = [{ url: ADDRESS, keys: [online.publicKey] }];

  it('are followed, and no longer once they are gone from it', async () => {
    await publisher.publish(many(3));
    expect(isPolicyChanged(given, await store.list())).toBe(true);
    expect(await followPolicy(given, environment)).toEqual({ isChanged: true, hasFailed: false });
    expect((await recordOf()).followed).toMatchObject({ given: [online.publicKey], revision: { seq: 1 } });
    expect(isPolicyChanged(given, await store.list())).toBe(false);
    expect(isPolicyChanged([], await store.list())).toBe(true);
    expect(await followPolicy([], environment)).toEqual({ isChanged: true, hasFailed: false });
    expect(await store.list()).toEqual([]);
  });

  it('are tried again if they cannot be reached', async () => {
    expect(await followPolicy(given, environment)).toEqual({ isChanged: false, hasFailed: true });
  });

  it('take over what the reader follows, and change its keys', async () => {
    await publisher.publish(many(3));
    await follow();
    await followPolicy(given, environment);
    expect((await recordOf()).followed).toMatchObject({ given: [online.publicKey] });
    const other = [{ url: ADDRESS, keys: [stranger.publicKey] }];
    expect(isPolicyChanged(other, await store.list())).toBe(true);
    await publisher.publish(many(3), { keys: [stranger], manifest: { keys: { current: [stranger.publicKey] } } });
    await followPolicy(other, environment);
    expect(await checkForUpdate(await recordOf(), environment)).toBe('updated');
  });

  it('leave alone what the reader follows besides', async () => {
    await publisher.publish(many(3));
    await follow();
    await followPolicy([], environment);
    expect(await store.list()).toHaveLength(1);
  });
});
