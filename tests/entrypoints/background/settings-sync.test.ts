import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SettingsSync } from '../../../entrypoints/background/settings-sync';
import { NO_POLICY, type Policy } from '../../../entrypoints/shared/settings/policy';
import { elementValue, type SettingValues } from '../../../entrypoints/shared/settings/settings';
import { SettingsStore } from '../../../entrypoints/shared/settings/settings-store';
import { later, type StoredRecord } from '../../../entrypoints/shared/settings/stored-record';
import { readStored } from '../../../entrypoints/shared/settings/stored-settings';
import { packRecords, unpackRecords } from '../../../entrypoints/shared/settings/synced-items';
import { amount } from '../../long-runs';
import { bytesOf, FakeArea, oneByOne } from '../shared/fake-area';

/** Quotas of Chromium. */
const QUOTA = { total: 102_400, item: 8192 };

/** A device with its own clock. */
class Device {
  readonly local = new FakeArea({ settingsVersion: 1 });
  readonly synced = new FakeArea({}, QUOTA);
  readonly policy: Policy;
  nowMs = 1_000_000;
  readonly store = new SettingsStore({
    local: this.local,
    policy: async () => this.policy,
    nowMs: () => this.nowMs,
    inTurn: oneByOne(),
  });
  readonly sync = new SettingsSync({
    local: this.local,
    sync: this.synced,
    store: this.store,
    nowMs: () => this.nowMs,
  });

  constructor(policy = NO_POLICY) {
    this.policy = policy;
  }

  get records(): Record<string, StoredRecord> {
    return Object.fromEntries([...readStored(this.local.items).records].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** Receives another device's items, each of which replaces the stored one. */
  async obtain(other: Device): Promise<void> {
    const theirs = other.synced.items;
    const gone = Object.keys(this.synced.items).filter((item) => !(item in theirs));
    await this.synced.remove(gone);
    await this.synced.set(theirs);
    await this.sync.receive();
  }
}

const preset = new Map<string, unknown>([
  ['muted/bundled/cast', true],
  ['rule/kepu.cn', false],
]);
/** A change of which any part may be missing. */
const PRESET: Policy = { ...NO_POLICY, preset };

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const entry = fc.constantFrom('cast', 'sishi', 'kepu');
const change: fc.Arbitrary<SettingValues> = fc.oneof(
  fc.record({ 'marks.style': fc.constantFrom('wavy' as const, 'wash' as const, null) }),
  fc.record({ badge: fc.constantFrom(false, null) }),
  fc.tuple(entry, fc.boolean()).map(([id, v]) => elementValue('muted', `bundled/${id}`, v)),
  fc
    .tuple(entry, fc.constantFrom(true, false, 'none' as const))
    .map(([host, v]) => elementValue('rule', `${host}.cn`, v)),
);
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('edit' as const),
      at: fc.nat(1),
      change,
      clock: fc.integer({ min: -50, max: 50 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('send' as const), at: fc.nat(1) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('obtain' as const), at: fc.nat(1) }) },
);

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
type Pair = readonly [Device, Device];
const sorted = (records: Iterable<[string, StoredRecord]>) =>
  Object.fromEntries([...records].sort(([a], [b]) => (a < b ? -1 : 1)));

/** Collects all records of a device: the naive result is the latest of each key. */
function noteAll(made: Map<string, StoredRecord>, device: Device): void {
  for (const [key, record] of Object.entries(device.records)) {
    const known = made.get(key);
    made.set(key, known ? later(known, record) : record);
  }
}

async function settle([a, b]: Pair): Promise<void> {
  for (const [mine, other] of [
    [a, b],
    [b, a],
    [a, b],
  ] as const) {
    await mine.sync.exchange();
    await other.obtain(mine);
  }
}

async function play(todo: Step, [first, second]: Pair, made: Map<string, StoredRecord>): Promise<void> {
  const [mine, other] = todo.at === 0 ? [first, second] : [second, first];
  if (todo.do === 'send') await mine.sync.exchange();
  if (todo.do === 'obtain') await mine.obtain(other);
  if (todo.do !== 'edit') return;
  mine.nowMs += todo.clock;
  await mine.store.change(todo.change);
  noteAll(made, mine);
}

describe('T08: two devices', () => {
  it('reach the same state without a loss, in any order of changes and copies', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const devices: Pair = [new Device(PRESET), new Device(PRESET)];
        const made = new Map<string, StoredRecord>();
        for (const todo of steps) await play(todo, devices, made);
        await settle(devices);
        expect(devices[0].records).toEqual(sorted(made));
        expect(devices[1].records).toEqual(sorted(made));
        expect((await devices[0].store.read()).settings).toEqual((await devices[1].store.read()).settings);
        // There is nothing more to send.
        const writes = devices.map(({ synced }) => synced.writes);
        for (const { sync } of devices) await sync.exchange();
        expect(devices.map(({ synced }) => synced.writes)).toEqual(writes);
      }),
      { numRuns: amount(40, 1000) },
    );
  });
});

type Below = (limit: number) => number;

/** Reproducible random integers from 0 to below a limit. */
function numbersFrom(seed: number): Below {
  let state = seed;
  return (limit) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * limit);
  };
}

/** Removes one of the terms with these ids, in `share` per cent of cases, or adds one of any length. */
async function addOrRemove(device: Device, ids: string[], { share, below }: { share: number; below: Below }) {
  device.nowMs++;
  const [gone] = below(100) < share ? ids.splice(below(ids.length), 1) : [];
  if (gone !== undefined) return device.store.change(elementValue('term', gone, null));
  const id = `own-${device.nowMs}`;
  ids.push(id);
  const definition = '汉'.repeat(200 + below(1700));
  return device.store.change(elementValue('term', id, { headword: '词语词语', forms: [], definition }));
}

describe('T06: long Chinese texts', () => {
  it('are packed by bytes and restored unchanged, and records without room are reported', async () => {
    const device = new Device();
    const definition = '汉'.repeat(2000);
    for (let i = 0; i < 100; i++) {
      await device.store.change(elementValue('term', `t${i}`, { headword: `词语${i}`, forms: [], definition }));
    }
    await device.store.change({ badge: false, ...elementValue('muted', 'bundled/cast', true) });
    await device.sync.exchange();
    const { items } = device.synced;
    for (const [item, value] of Object.entries(items)) {
      expect(bytesOf(item) + bytesOf(JSON.stringify(value))).toBeLessThanOrEqual(QUOTA.item);
    }
    const { left, problem } = device.local.items.settingsSync as { left: number; problem: string | null };
    expect(problem).toBeNull();
    const records = unpackRecords(items);
    expect(records.size).toBe(102 - left);
    expect(records.size).toBeGreaterThan(15);
    for (const [key, record] of records) expect(record).toEqual(device.records[key]);
    expect(records.get('badge')?.v).toBe(false);
    expect(records.get('muted/bundled/cast')?.v).toBe(true);
  });

  it('are sent after any change near the quota', async () => {
    const below = numbersFrom(7);
    for (let round = 0; round < amount(1, 20); round++) {
      const device = new Device();
      const ids: string[] = [];
      for (let step = 0; step < 40; step++) {
        // At first most are added, later most are removed.
        const share = step > 20 ? 60 : 15;
        for (let count = 1 + below(6); count > 0; count--) await addOrRemove(device, ids, { share, below });
        await device.sync.exchange();
        expect(device.local.items.settingsSync).toMatchObject({ problem: null });
      }
      expect(device.synced.items).toEqual(packRecords(readStored(device.local.items).records).items);
    }
  });

  it('are packed within the quotas, equal records always equally', () => {
    const record = fc.record({
      v: fc.string({ unit: 'binary', maxLength: 3000 }),
      t: fc.nat(),
      device: fc.constant('d'),
    });
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1, maxLength: 30 }), record, { maxKeys: 60 }), (made) => {
        const { items, left } = packRecords(new Map(Object.entries(made)));
        const sizes = Object.entries(items).map(([item, value]) => bytesOf(item) + bytesOf(JSON.stringify(value)));
        expect(Math.max(0, ...sizes)).toBeLessThanOrEqual(QUOTA.item);
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(QUOTA.total);
        const packed = Object.values(items).flatMap((item) => Object.keys((item as { r: object }).r));
        expect([...packed, ...left].sort()).toEqual(Object.keys(made).sort());
        expect(packRecords(new Map(Object.entries(made).reverse()))).toEqual({ items, left });
      }),
      { numRuns: amount(12, 1000) },
    );
  });
});

describe('T07: many changes', () => {
  it('cause at most 30 writes a minute, the last with the last value', async () => {
    const device = new Device();
    await device.store.change({ 'card.restMs': 50 });
    const begin = device.nowMs;
    for (let i = 1; i <= 1000; i++) {
      await device.store.change({ 'card.restMs': 50 + i });
      device.sync.request();
      device.nowMs = begin + i * 60;
      await vi.advanceTimersByTimeAsync(60);
    }
    expect(device.synced.writes).toBeGreaterThan(1);
    expect(device.synced.writes).toBeLessThanOrEqual(30);
    device.nowMs += 10_000;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(unpackRecords(device.synced.items).get('card.restMs')?.v).toBe(1050);
    expect(device.local.items).not.toHaveProperty('settingsSyncDue');
  });
});

describe('syncing', () => {
  it('sends changes that an earlier worker had not sent', async () => {
    const device = new Device();
    await device.store.change({ badge: false });
    await device.sync.resume();
    await vi.advanceTimersByTimeAsync(2000);
    expect(unpackRecords(device.synced.items).get('badge')?.v).toBe(false);
  });

  it('reads at the next start changes that an earlier worker had not read', async () => {
    const device = new Device();
    const other = new Device();
    await other.store.change({ badge: false });
    await other.sync.exchange();
    device.local.failsAt = 1;
    await expect(device.obtain(other)).rejects.toThrow();
    device.local.failsAt = Number.POSITIVE_INFINITY;
    await device.sync.resume();
    await vi.advanceTimersByTimeAsync(2000);
    expect((await device.store.read()).settings.badge).toBe(false);
  });

  it('records why nothing was sent, changes nothing, and does not retry by itself', async () => {
    const device = new Device();
    await device.store.change({ badge: false });
    const before = device.records;
    device.synced.failsAt = 1;
    await device.sync.exchange();
    expect(device.local.items.settingsSync).toEqual({ problem: 'QuotaExceededError', left: 0 });
    expect(device.records).toEqual(before);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(device.synced.writes).toBe(1);
    device.synced.failsAt = Number.POSITIVE_INFINITY;
    await device.sync.exchange();
    expect(device.local.items.settingsSync).toEqual({ problem: null, left: 0 });
  });

  it('T11: forwards records of a newer version with that version, its own with its own', async () => {
    const device = new Device();
    const sounds = { v: { volume: 3 }, t: 6, device: 'new', n: 2 };
    const style = { v: 'unknown', t: 5, device: 'new' };
    await device.synced.set({ records0: { n: 1, r: { sounds } }, records1: { n: 2, r: { 'marks.style': style } } });
    await device.sync.receive();
    expect((await device.store.read()).isNewer).toBe(true);
    expect(device.local.items.settingsVersion).toBe(1);
    await device.store.change({ badge: false });
    await device.sync.exchange();
    const records = unpackRecords(device.synced.items);
    expect(records.get('sounds')).toEqual(sounds);
    expect(records.get('marks.style')).toEqual({ ...style, n: 2 });
    expect(records.get('badge')).toMatchObject({ v: false });
    expect(records.get('badge')).not.toHaveProperty('n');
  });

  it('T11: keeps the newer form of the same change, in any order', () => {
    const old = { v: 'z', t: 5, device: 'd' };
    const brought = { v: 'a', t: 5, device: 'd', n: 2 };
    expect([later(old, brought), later(brought, old)]).toEqual([brought, brought]);
  });

  it('reads records of version 0.1.0, which named muted entries otherwise', () => {
    const record = (t: number, v: boolean) => ({ v, t, device: 'd' });
    const packed = {
      records0: { n: 1, r: { 'muted/cast': record(1, true), 'muted/own/x': record(2, true) } },
      records1: { n: 1, r: { 'muted/bundled/cast': record(3, false) } },
    };
    expect(Object.fromEntries(unpackRecords(packed))).toEqual({
      'muted/bundled/cast': record(3, false),
      'muted/user/x': record(2, true),
    });
  });

  it.each([
    ['no object', 'text'],
    ['no version', { r: { badge: { v: false, t: 1, device: 'd' } } }],
    ['a record without a time', { n: 1, r: { badge: { v: false, device: 'd' } } }],
    ['a value that its key may not have', { n: 1, r: { badge: { v: 'loud', t: 1, device: 'd' } } }],
    ['a key nobody knows', { n: 1, r: { loud: { v: true, t: 1, device: 'd' } } }],
  ])('ignores an item that has %s', async (_name, item) => {
    const device = new Device();
    await device.synced.set({ records0: item });
    await device.sync.receive();
    expect(device.records).toEqual({});
    expect((await device.store.read()).broken).toEqual([]);
  });
});
