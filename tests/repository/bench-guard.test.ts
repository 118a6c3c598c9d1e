import { expect, it } from 'vitest';
import { readRatios, recordedWith, regressions, unguarded } from '../../tools/bench/guard';
import { type Measured, resultOf } from '../../tools/bench/result';

const measured = (name: string, value: number, unit: Measured['unit']) =>
  resultOf({ name, value, unit, limit: null, peers: { other: 10 } });

it.each<[string, number, Measured['unit'], number, boolean]>([
  ['as recorded', 20, 'ms', 2, false],
  ['a time that is longer within the tolerance', 29, 'ms', 2, false],
  ['a time that is too long', 31, 'ms', 2, true],
  ['a time that is shorter', 1, 'ms', 2, false],
  ['a speed that is lower within the tolerance', 14, 'M units/s', 2, false],
  ['a speed that is too low', 13, 'M units/s', 2, true],
  ['a speed that is higher', 90, 'M units/s', 2, false],
])('%s fails the guard only if it is worse', (_name, value, unit, recorded, isWorse) => {
  expect(regressions({ a: recorded }, [measured('a', value, unit)], 1.5).length > 0).toBe(isWorse);
});

it('ignores measurements that are not recorded or have no peer', () => {
  const alone = resultOf({ name: 'a', value: 9, unit: 'ms', limit: 1, peers: {} });
  expect(regressions({ a: 1 }, [alone, measured('b', 9, 'ms')])).toEqual([]);
});

it('names the measurements with a peer that are not recorded', () => {
  const alone = resultOf({ name: 'a', value: 9, unit: 'ms', limit: 1, peers: {} });
  expect(unguarded({ b: 1 }, [alone, measured('b', 9, 'ms'), measured('c', 9, 'ms')])).toEqual(['c']);
});

it('records the ratios of a run beside those of other suites', () => {
  const alone = resultOf({ name: 'c', value: 9, unit: 'ms', limit: 1, peers: {} });
  expect(recordedWith({ b: 3, a: 1 }, [measured('a', 20, 'ms'), alone])).toEqual({ a: 2, b: 3 });
});

it('has a record, of how many times faster the scan is than the best peer', () => {
  const recorded = Object.entries(readRatios()).filter(([name]) => name.startsWith('scan, '));
  expect(recorded.length).toBeGreaterThan(0);
  for (const [name, ratio] of recorded) expect(ratio, name).toBeGreaterThan(1);
});
