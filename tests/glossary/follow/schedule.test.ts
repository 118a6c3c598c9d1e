import { describe, expect, it } from 'vitest';
import { dueAtMs, nextCheckMs, retryAfterMs } from '../../../glossary/follow/schedule';

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 10, 29);
const after = (end: Partial<Parameters<typeof nextCheckMs>[0]>, random: number) =>
  (nextCheckMs({ nowMs: NOW, failures: 0, retryAfterMs: 0, nextMs: null, ...end }, random) - NOW) / HOUR;

describe('the next check', () => {
  it.each<[string, Parameters<typeof after>[0], number, number]>([
    ['half a day later at the earliest', {}, 0, 12],
    ['a day later on average', {}, 0.5, 24],
    ['when the server allows it', { retryAfterMs: 48 * HOUR }, 0.5, 48],
    ['at most a week later, whatever the server asks', { retryAfterMs: 9_999 * HOUR }, 0, 168],
    ['soon after the next revision is announced', { nextMs: NOW + 60 * HOUR }, 0.5, 60.5],
    ['as usual if it is announced for the past', { nextMs: NOW - 60 * HOUR }, 0.5, 24],
    ['at most a week later, whatever is announced', { nextMs: NOW + 9_999 * HOUR }, 0, 168],
    ['an hour after a failure', { failures: 1 }, 0, 1],
    ['twice as long after each further one', { failures: 4 }, 0, 8],
    ['spread at random as well', { failures: 4 }, 0.5, 10],
    ['after a day at most', { failures: 60 }, 0, 24],
    ['when the server allows it, also after failures', { failures: 1, retryAfterMs: 5 * HOUR }, 0, 5],
  ])('is %s', (_, end, random, hours) => {
    expect(after(end, random)).toBe(hours);
  });
});

describe('a noted check', () => {
  it.each<[string, number, number]>([
    ['when it is noted', 24 * HOUR, 24 * HOUR],
    ['at the latest time that can be noted', 7.5 * 24 * HOUR, 7.5 * 24 * HOUR],
    ['at once if it is overdue', -HOUR, -HOUR],
    ['at once if the clock was wrong by years', 8_000 * HOUR, 0],
    ['at once if its time is no number', Number.NaN, 0],
  ])('is made %s', (_, due, made) => {
    expect(dueAtMs(NOW + due, NOW) - NOW).toBe(made);
  });
});

describe('what a server asks to wait', () => {
  it.each<[string | null, number]>([
    [null, 0],
    ['', 0],
    ['120', 120_000],
    [' 120 ', 120_000],
    ['-5', 0],
    ['soon', 0],
    ['99999999999', 0],
    ['Sun, 29 Nov 2026 01:00:00 GMT', HOUR],
    ['Sat, 28 Nov 2026 01:00:00 GMT', 0],
  ])('%j is %d ms', (header, ms) => {
    expect(retryAfterMs(header, NOW)).toBe(ms);
  });
});
