/** Decides when a followed glossary is checked next: once a day, spread at random; later after failures. */

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A day and up to half of it, so that readers who started together spread over a day. */
const EARLIEST_MS = DAY_MS / 2;
const SPREAD_MS = DAY_MS;
/** The longest that a server can ask to wait. */
const LONGEST_MS = 7 * DAY_MS;

/** The end of a check. */
interface CheckEnd {
  nowMs: number;
  /** Checks in a row that failed; 0 after one that did not. */
  failures: number;
  /** The wait that the server asks for (`Retry-After`), in ms; 0 for none. */
  retryAfterMs: number;
  /** The announced time of the next revision, in ms since the epoch; null if there is none. */
  nextMs: number | null;
}

/** When to check again, in ms since the epoch. @param random from [0, 1). */
export function nextCheckMs({ nowMs, failures, retryAfterMs, nextMs }: CheckEnd, random: number): number {
  const asked = Math.min(retryAfterMs, LONGEST_MS);
  if (failures > 0) {
    // An hour, two, four, up to a day, and half as much again at random.
    const backOff = Math.min(HOUR_MS * 2 ** (failures - 1), DAY_MS);
    return Math.round(nowMs + Math.max(backOff, asked) + (random * backOff) / 2);
  }
  const usual = nowMs + Math.max(EARLIEST_MS + random * SPREAD_MS, asked);
  const announced = nextMs === null ? 0 : Math.min(nextMs, nowMs + LONGEST_MS) + random * HOUR_MS;
  return Math.round(Math.max(usual, announced));
}

/**
 * When to make a check that is noted for `dueMs`, in ms since the epoch. Now, if no check is noted for so late: the clock was
 * wrong, and the pack would not be updated until then.
 */
export function dueAtMs(dueMs: number, nowMs: number): number {
  return dueMs - nowMs <= LONGEST_MS + DAY_MS ? dueMs : nowMs;
}

/** The wait of a `Retry-After` header, in ms: a number of seconds or a date. 0 for other texts. */
export function retryAfterMs(header: string | null, nowMs: number): number {
  if (header === null) return 0;
  const ms = /^\d{1,9}$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - nowMs;
  return Number.isFinite(ms) ? Math.max(0, ms) : 0;
}
