/** Owns how often one tab may ask: a page that found a way to make our script talk must not keep the worker busy. */

export interface Rate {
  /** Requests a tab may make at once. */
  burst: number;
  /** Requests a tab may make per second in the long run. */
  perSecond: number;
}

/** For all requests: a page of a hundred frames has three a frame to make. */
const USUAL: Rate = { burst: 300, perSecond: 60 };
/** Tabs remembered; beyond that the longest silent one is forgotten. */
const MAX_TABS = 500;

/** @returns whether a request of `tab` at `nowMs` is within the rate. A token bucket a tab. */
export function createRateLimit({ burst, perSecond } = USUAL): (tab: number, nowMs: number) => boolean {
  const buckets = new Map<number, { tokens: number; at: number }>();
  return (tab, nowMs) => {
    const { tokens, at } = buckets.get(tab) ?? { tokens: burst, at: nowMs };
    const refilled = Math.min(burst, tokens + (Math.max(0, nowMs - at) / 1000) * perSecond);
    const isWithin = refilled >= 1;
    buckets.delete(tab);
    // What is refused costs nothing: else a tab that asks more often than it may would never be answered again.
    buckets.set(tab, { tokens: isWithin ? refilled - 1 : refilled, at: nowMs });
    const [oldest] = buckets.keys();
    if (buckets.size > MAX_TABS && oldest !== undefined) buckets.delete(oldest);
    return isWithin;
  };
}
