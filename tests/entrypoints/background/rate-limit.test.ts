import { describe, expect, it } from 'vitest';
import { createRateLimit } from '../../../entrypoints/background/rate-limit';

/** Number of `count` requests at `nowMs` that pass. */
function passes(isWithinRate: ReturnType<typeof createRateLimit>, tab: number, nowMs: number, count: number): number {
  return Array.from({ length: count }, () => isWithinRate(tab, nowMs)).filter(Boolean).length;
}

describe('createRateLimit', () => {
  it('accepts a burst and rejects more', () => {
    expect(passes(createRateLimit(), 1, 0, 1000)).toBe(300);
  });

  it('accepts requests again after some time, at most a burst', () => {
    const limit = createRateLimit();
    passes(limit, 1, 0, 1000);
    expect(passes(limit, 1, 1000, 1000)).toBe(60);
    expect(passes(limit, 1, 1_000_000, 1000)).toBe(300);
  });

  it('accepts its rate, however many more are sent', () => {
    const limit = createRateLimit();
    passes(limit, 1, 0, 1000);
    const passed = Array.from({ length: 1000 }, (_, i) => limit(1, (i + 1) * 10)).filter(Boolean).length;
    // One request less, because fractions of requests do not add up exactly.
    expect(passed).toBeGreaterThanOrEqual(599);
    expect(passed).toBeLessThanOrEqual(600);
  });

  it('counts each tab separately', () => {
    const limit = createRateLimit();
    passes(limit, 1, 0, 1000);
    expect(passes(limit, 2, 0, 10)).toBe(10);
  });
});
