/** The format of a measurement. */

/** A measurement in `.output/bench.json`. */
export interface Result {
  name: string;
  value: number;
  /** More is better for `M units/s` and `share`; less is better for `ms` and `bytes`. */
  unit: 'M units/s' | 'share' | 'ms' | 'bytes';
  /** A physical limit (such as a loop that only reads the text) or a budget; null if there is neither. */
  limit: number | null;
  /** The same work by other implementations, measured in the same run. */
  peers: Record<string, number>;
  /** `value / limit`. */
  ratioToLimit: number | null;
  /** `value / peer`, for the best peer; null without peers. */
  ratioToBestPeer: number | null;
}

/** A measurement before rounding, without its ratios. */
export type Measured = Pick<Result, 'name' | 'value' | 'unit' | 'limit' | 'peers'>;

/** Adds the ratios and rounds to three digits. */
export function resultOf({ name, value, unit, limit, peers }: Measured): Result {
  const rivals = Object.values(peers);
  const best = unit === 'M units/s' || unit === 'share' ? Math.max(...rivals) : Math.min(...rivals);
  return {
    name,
    value: rounded(value),
    unit,
    limit: limit === null ? null : rounded(limit),
    peers: Object.fromEntries(Object.entries(peers).map(([peer, measured]) => [peer, rounded(measured)])),
    ratioToLimit: limit === null ? null : rounded(value / limit),
    ratioToBestPeer: rivals.length === 0 ? null : rounded(value / best),
  };
}

/** To three digits; further digits are noise. */
function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
