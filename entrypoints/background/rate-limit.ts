/** Limits the requests of a tab, so that a compromised page cannot keep the worker busy. */

/** The limit of a tab. */
export interface Rate {
  /** Requests at once. */
  burst: number;
  /** Requests per second in the long run. */
  perSecond: number;
}

/** For all requests: three for each frame of a page with a hundred. */
const USUAL: Rate = { burst: 300, perSecond: 60 };
/** Number of remembered tabs; beyond it, the tab with the oldest request is removed. */
const MAX_TABS = 500;

/** A token bucket for each tab. @returns counts a request of `tab` at `nowMs`; true if it is within the rate. */
export function createRateLimit({ burst, perSecond } = USUAL): (tab: number, nowMs: number) => boolean {
  const buckets = new Map<number, { tokens: number; at: number }>();
  return (tab, nowMs) => {
    const { tokens, at } = buckets.get(tab) ?? { tokens: burst, at: nowMs };
    const refilled = Math.min(burst, tokens + (Math.max(0, nowMs - at) / 1000) * perSecond);
    const isWithin = refilled >= 1;
    buckets.delete(tab);
    // Refused requests cost nothing; otherwise a tab that exceeds its rate would never be answered again.
    buckets.set(tab, { tokens: isWithin ? refilled - 1 : refilled, at: nowMs });
    const [oldest] = buckets.keys();
    if (buckets.size > MAX_TABS && oldest !== undefined) buckets.delete(oldest);
    return isWithin;
  };
}
