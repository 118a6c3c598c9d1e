import { describe, expect, it } from 'vitest';
import { FLY_BY, PointerSpeed } from '../../../entrypoints/engine.content/card/pointer-speed';

/** Speed at the last of the samples `[x, time]`. */
function speedOf(samples: readonly (readonly [number, number])[]): number {
  const pointerSpeed = new PointerSpeed();
  let speed = 0;
  for (const [x, time] of samples) speed = pointerSpeed.add(x, 0, time);
  return speed;
}

describe('the pointer’s speed', () => {
  it.each<[string, (readonly [number, number])[], boolean]>([
    ['one sample', [[500, 0]], false],
    [
      'a slow hand',
      [
        [0, 0],
        [4, 16],
        [8, 32],
      ],
      false,
    ],
    [
      'a fly-by',
      [
        [0, 0],
        [20, 16],
        [40, 32],
      ],
      true,
    ],
    [
      'a fly-by that slows down',
      [
        [0, 0],
        [40, 16],
        [44, 32],
        [46, 48],
        [47, 64],
      ],
      false,
    ],
    [
      'two samples at one time',
      [
        [0, 5],
        [30, 5],
      ],
      true,
    ],
    [
      'a stop, then a jump',
      [
        [0, 0],
        [30, 10],
        [300, 1000],
      ],
      false,
    ],
    [
      'a hand that trembles by six pixels, reported every few ms',
      Array.from({ length: 20 }, (_, i) => [i % 2 ? 6 : 0, i * 4] as const),
      false,
    ],
    ...[20, 30, 40, 50].map((ms): [string, (readonly [number, number])[], boolean] => [
      `a hand that trembles by 24 pixels, reported every ${ms} ms`,
      Array.from({ length: 20 }, (_, i) => [i % 2 ? 24 : 0, i * ms] as const),
      false,
    ]),
    [
      'a fly-by of a hand that trembles',
      Array.from({ length: 20 }, (_, i) => [i * 4 + (i % 2 ? 6 : 0), i * 4] as const),
      true,
    ],
    [
      'not moving',
      [
        [10, 0],
        [10, 16],
        [10, 32],
      ],
      false,
    ],
  ])('%s', (_name, samples, isFlyBy) => {
    expect(speedOf(samples) > FLY_BY).toBe(isFlyBy);
  });
});
