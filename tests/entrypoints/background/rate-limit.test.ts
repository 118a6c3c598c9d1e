import { describe, expect, it } from 'vitest';
import { createRateLimit } from '../../../entrypoints/background/rate-limit';

/** How many of `count` requests at `nowMs` pass. */
function passes(isWithinRate: ReturnType<typeof createRateLimit>, tab: number, nowMs: number, count: number): number {
  return Array.from({ length: count }, () => isWithinRate(tab, nowMs)).filter(Boolean).length;
}

describe('createRateLimit', () => {
  it('lets a burst through and refuses what is beyond it', () => {
    expect(passes(createRateLimit(), 1, 0, 1000)).toBe(300);
  });

  it('lets requests through again as time goes on, never more than a burst', () => {
    const limit = createRateLimit();
    passes(limit, 1, 0, 1000);
    expect(passes(limit, 1, 1000, 1000)).toBe(60);
    expect(passes(limit, 1, 1_000_000, 1000)).toBe(300);
  });

  it('lets its rate through, however much more is asked', () => {
    const limit = createRateLimit();
    passes(limit, 1, 0, 1000);
    const passed = Array.from({ length: 1000 }, (_, i) => limit(1, (i + 1) * 10)).filter(Boolean).length;
    // A request less where the parts of one do not sum up exactly.
    expect(passed).toBeGreaterThanOrEqual(599);
    expect(passed).toBeLessThanOrEqual(600);
  });

  it('does not let one tab use up what another has', () => {
    const limit = createRateLimit();
    passes(limit, 1, 0, 1000);
    expect(passes(limit, 2, 0, 10)).toBe(10);
  });
});
