import { describe, expect, it } from 'vitest';
import {
  isOutdated,
  MIGRATIONS,
  type Migration,
  migrate,
} from '../../../../entrypoints/shared/settings/settings-migrations';
import { FakeArea } from '../fake-area';

/** A step that does what steps do: adds what the one before left in another form, and drops that. */
const toTwo: Migration = {
  to: 2,
  add: (items) =>
    Object.fromEntries(
      Object.keys(items)
        .filter((item) => item.startsWith('set/rule/'))
        .map((item) => [`two/${item}`, { from: items[item] }]),
    ),
  drops: ['set/rule/a.cn', 'set/rule/b.cn'],
};
const toThree: Migration = {
  to: 3,
  add: (items) => ({ count: Object.keys(items).length }),
  drops: ['two/set/rule/b.cn'],
};

const V0 = { sitesOff: ['a.cn', 'b.cn'], untouched: { by: 'us' } };

describe('migrate', () => {
  it('makes a rule of each host of the list of version 0', async () => {
    const area = new FakeArea({ sitesOff: ['a.cn', '127.0.0.1', 'xn--fsqu00a.xn--fiqs8s', 7, 'no host/'], other: 1 });
    const items = await migrate(area);
    const record = { v: false, t: 0, device: 'v0' };
    expect(area.items).toEqual({
      'set/rule/a.cn': record,
      'set/rule/127.0.0.1': record,
      'set/rule/xn--fsqu00a.xn--fiqs8s': record,
      settingsVersion: 1,
      other: 1,
    });
    expect(items).toEqual(area.items);
  });

  it.each([[undefined], ['a.cn'], [{ 'a.cn': true }], [null]])(
    'starts anew from %j in place of the list',
    async (sitesOff) => {
      const area = new FakeArea(sitesOff === undefined ? {} : { sitesOff });
      await migrate(area);
      expect(area.items).toEqual({ settingsVersion: 1 });
    },
  );

  it('keeps a rule that was written meanwhile', async () => {
    const rule = { v: true, t: 9, device: 'd' };
    const area = new FakeArea({ sitesOff: ['a.cn'], 'set/rule/a.cn': rule });
    await migrate(area);
    expect(area.items['set/rule/a.cn']).toEqual(rule);
  });

  it('has nothing to do after it', async () => {
    const area = new FakeArea(V0);
    expect(isOutdated(area.items)).toBe(true);
    await migrate(area);
    expect(isOutdated(area.items)).toBe(false);
    const { writes } = area;
    await migrate(area);
    expect(area.writes).toBe(writes);
  });

  it('has a step for every version, in order', () => {
    expect(MIGRATIONS.map(({ to }) => to)).toEqual(MIGRATIONS.map((_, i) => i + 1));
  });
});

describe('T03: a migration over three versions', () => {
  it('comes to the same, wherever and however often it is cut off', async () => {
    const steps = [...MIGRATIONS, toTwo, toThree];
    const whole = new FakeArea(V0);
    await migrate(whole, steps, 3);
    expect(whole.items).toMatchObject({ settingsVersion: 3, untouched: { by: 'us' } });
    for (let first = 1; first <= whole.writes; first++) {
      for (let second = 1; second <= whole.writes + 1; second++) {
        const area = new FakeArea(V0);
        for (const failsAt of [first, second]) {
          area.writes = 0;
          area.failsAt = failsAt;
          await migrate(area, steps, 3).catch(() => null);
        }
        area.failsAt = Number.POSITIVE_INFINITY;
        await migrate(area, steps, 3);
        expect(area.items).toEqual(whole.items);
      }
    }
  });
});

describe('records of several versions in one area', () => {
  const record = (v: unknown, t: number, n?: number) => ({ v, t, device: 'd', ...(n === undefined ? {} : { n }) });
  const step: Migration = {
    to: 2,
    // One setting has another name, another other values.
    add: (items) => {
      const { 'set/old': old, 'set/size': size } = items as Record<string, { v: number } | undefined>;
      return {
        ...(old ? { 'set/new': old } : {}),
        ...(size ? { 'set/size': { ...size, v: `${size.v} px` } } : {}),
      };
    },
    drops: ['set/old'],
  };
  const steps = [...MIGRATIONS, step];

  it.each([
    ['older', { 'set/old': record(1, 5) }, { 'set/new': record(1, 5, 2) }],
    [
      'older, after one of the step’s own',
      { 'set/old': record(1, 5), 'set/new': record(2, 4, 2) },
      { 'set/new': record(1, 5, 2) },
    ],
    [
      'older, before one of the step’s own',
      { 'set/old': record(1, 5), 'set/new': record(2, 6, 2) },
      { 'set/new': record(2, 6, 2) },
    ],
    ['of other values', { 'set/size': record(3, 5) }, { 'set/size': record('3 px', 5, 2) }],
    ['of other values already', { 'set/size': record('3 px', 5, 2) }, { 'set/size': record('3 px', 5, 2) }],
    ['untouched', { 'set/same': record(3, 5) }, { 'set/same': record(3, 5) }],
  ])('are brought to one without a loss: %s', async (_name, before, after) => {
    const area = new FakeArea({ settingsVersion: 1, ...before });
    await migrate(area, steps, 2);
    expect(area.items).toEqual({ settingsVersion: 2, ...after });
    expect(isOutdated(area.items, steps, 2)).toBe(false);
  });

  it('are not lost where an older version wrote into the layout of a newer one', async () => {
    const area = new FakeArea({ settingsVersion: 2, 'set/old': record(7, 9), 'set/new': record(1, 5, 2) });
    expect(isOutdated(area.items, steps, 2)).toBe(true);
    await migrate(area, steps, 2);
    expect(area.items).toEqual({ settingsVersion: 2, 'set/new': record(7, 9, 2) });
  });
});
