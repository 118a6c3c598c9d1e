import 'fake-indexeddb/auto';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepFollowed, setAlarm } from '../../../entrypoints/background/keep-followed';
import { keepPacks } from '../../../entrypoints/background/keep-packs';
import { packStore } from '../../../entrypoints/shared/packs/reader-packs';
import type { Followed } from '../../../glossary/follow/followed';
import { BUNDLED_PACK } from '../../../glossary/library/entry-name';
import { waitFor } from '../../waits';
import { FakeArea } from '../shared/fake-area';
import { savedPack, termsOf } from '../shared/packs/imported';

const { area, alarms, heard, policy, changed, installed } = vi.hoisted(() => ({
  changed: [] as ((changes: object, area: string) => void)[],
  area: { current: null as unknown },
  alarms: new Map<string, number>(),
  heard: [] as ((alarm: { name: string }) => Promise<void> | undefined)[],
  policy: { follow: [] as string[] },
  installed: [] as ((details: { reason: string }) => void)[],
}));

vi.mock('webextension-polyfill', () => {
  const local = new Proxy({}, { get: (_none, key) => Reflect.get(area.current as object, key).bind(area.current) });
  const stored = {
    addListener: (listener: (typeof changed)[number]) => void changed.push(listener),
    removeListener: () => null,
  };
  return {
    default: {
      runtime: {
        getURL: (path: string) => `extension:${path}`,
        getManifest: () => ({ version: '0.1.0' }),
        getPlatformInfo: async () => ({}),
        onInstalled: { addListener: (listener: (typeof installed)[number]) => void installed.push(listener) },
      },
      storage: { local, managed: { get: async () => policy }, onChanged: stored },
      alarms: {
        get: async (name: string) => (alarms.has(name) ? { name, scheduledTime: alarms.get(name) } : undefined),
        create: async (name: string, { when }: { when: number }) => void alarms.set(name, when),
        clear: async (name: string) => alarms.delete(name),
        onAlarm: { addListener: (listener: (typeof heard)[number]) => void heard.push(listener) },
      },
    },
  };
});

const NOW_MS = Date.UTC(2026, 10, 29);
const HOUR_MS = 3_600_000;

const followed = (dueMs: number): Followed => ({
  url: 'https://words.example/latest.json',
  keys: { current: [] },
  revision: { id: 'birds', seq: 1, sha256: '', created: '', expires: '2030-01-01T00:00:00Z' },
  site: '',
  given: null,
  etag: '"1"',
  checkedMs: 0,
  dueMs,
  failures: 0,
  problem: null,
  pending: null,
});

async function storePack(id: string, dueMs: number | null): Promise<void> {
  const { record, ...pack } = savedPack(id, termsOf(id));
  await packStore.save([{ ...pack, record: { ...record, followed: dueMs === null ? null : followed(dueMs) } }]);
}

/** As the browser tells it. */
function setPolicy(...follow: string[]): void {
  policy.follow = follow;
  for (const listener of changed) listener({}, 'managed');
}

const requests: string[] = [];

async function removePacks(): Promise<void> {
  for (const { id } of await packStore.listAll()) await packStore.remove(id, 0);
  await packStore.purge(1);
  await packStore.close();
}

// Files of tests share the database.
beforeAll(removePacks);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW_MS });
  vi.stubGlobal('navigator', { locks: { request: (_name: string, act: () => Promise<unknown>) => act() } });
  vi.stubGlobal('fetch', async (url: string) => {
    requests.push(String(url));
    return new Response(null, { status: 304 });
  });
  area.current = new FakeArea({ settingsVersion: 1 });
});

afterEach(async () => {
  await removePacks();
  requests.length = 0;
  heard.length = 0;
  alarms.clear();
  if (policy.follow.length > 0) setPolicy();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the alarm of followed packs', () => {
  it('is not set without any, and removed with the last', async () => {
    await storePack('imported', null);
    await setAlarm();
    expect([...alarms]).toEqual([]);
    alarms.set('follow', 1);
    await setAlarm();
    expect([...alarms]).toEqual([]);
  });

  it.each([
    ['at the time of the pack that is due first', [5 * HOUR_MS, 3 * HOUR_MS], 3 * HOUR_MS],
    ['a minute later at the earliest', [-HOUR_MS], 60_000],
    ['soon if the clock was wrong by years when it was noted', [20_000 * HOUR_MS], 60_000],
  ])('is set %s', async (_, due, after) => {
    for (const [at, ms] of due.entries()) await storePack(`p${at}`, NOW_MS + ms);
    await setAlarm();
    expect(alarms.get('follow')).toBe(NOW_MS + after);
  });

  it('is set for addresses of a policy that are not followed yet', async () => {
    setPolicy(`https://words.example/latest.json#k=${'A'.repeat(43)}`);
    await setAlarm();
    expect(alarms.get('follow')).toBe(NOW_MS + 60_000);
  });

  it('comes later after each attempt at addresses of a policy that failed, and no request is made before', async () => {
    setPolicy(`https://words.example/latest.json#k=${'A'.repeat(43)}`);
    keepFollowed();
    for (const [attempt, hours] of [1, 2, 4].entries()) {
      await heard.at(-1)?.({ name: 'follow' });
      await heard.at(-1)?.({ name: 'follow' });
      expect(requests).toHaveLength(attempt + 1);
      const wait = (alarms.get('follow') ?? 0) - Date.now();
      expect(wait).toBeGreaterThanOrEqual(hours * HOUR_MS);
      expect(wait).toBeLessThanOrEqual(1.5 * hours * HOUR_MS);
      vi.setSystemTime(Date.now() + wait);
      alarms.clear();
    }
    // Another policy is another attempt.
    setPolicy(`https://other.example/latest.json#k=${'A'.repeat(43)}`);
    await heard.at(-1)?.({ name: 'follow' });
    await heard.at(-1)?.({ name: 'follow' });
    expect(requests).toHaveLength(4);
  });

  it('asks for the packs that are due, and sets the next one', async () => {
    await storePack('due', NOW_MS - 1);
    await storePack('later', NOW_MS + 20 * HOUR_MS);
    await storePack('imported', null);
    keepFollowed();
    await heard[0]?.({ name: 'other' });
    expect(requests).toEqual([]);
    await heard[0]?.({ name: 'follow' });
    expect(requests).toEqual(['https://words.example/latest.json']);
    const [first] = await packStore.list();
    expect(first?.followed).toMatchObject({ failures: 0, checkedMs: NOW_MS });
    expect(alarms.get('follow')).toBeGreaterThanOrEqual(NOW_MS + 12 * HOUR_MS);
  });

  it('asks for a pack that was noted years ahead, by a clock that was wrong', async () => {
    await storePack('late', NOW_MS + 20_000 * HOUR_MS);
    keepFollowed();
    await heard[0]?.({ name: 'follow' });
    expect(requests).toHaveLength(1);
  });
});

it.each([
  ['chrome_update', 1],
  ['browser_update', 1],
  ['update', 0],
])('after the event %s, %d later revisions of the bundled pack are there', async (reason, count) => {
  const { record, ...pack } = savedPack(BUNDLED_PACK, termsOf('a'));
  await packStore.save([{ ...pack, record: { ...record, id: BUNDLED_PACK } }]);
  keepFollowed();
  installed.at(-1)?.({ reason });
  // Changes of the database follow each other.
  await packStore.prefer(BUNDLED_PACK, {});
  expect(await packStore.listAll()).toHaveLength(count);
});

it('sets the alarm when the worker starts, even if data for pages cannot be stored', async () => {
  await storePack('due', NOW_MS + 5 * HOUR_MS);
  const refuse = () => Promise.reject(new Error('full'));
  area.current = Object.assign(new FakeArea({ settingsVersion: 1 }), { set: refuse, remove: refuse });
  vi.stubGlobal('setTimeout', (act: () => void) => act());
  keepPacks();
  await waitFor(() => expect(alarms.get('follow')).toBe(NOW_MS + 5 * HOUR_MS));
});
