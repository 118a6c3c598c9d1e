/** Owns the form of a measurement. */

export interface Result {
  name: string;
  value: number;
  /** Of `M units/s` and `share` more is better; of `ms` and `bytes` less is. */
  unit: 'M units/s' | 'share' | 'ms' | 'bytes';
  /** What cannot be beaten (a loop that only reads the text), or, for `bytes` and `share`, the aim. Null where there is none. */
  limit: number | null;
  /** The same work done another way, in the same process. */
  peers: Record<string, number>;
  /** `value / limit`. */
  ratioToLimit: number | null;
  /** `value / peer`, for the peer that did best. */
  ratioToBestPeer: number | null;
}

export type Measured = Pick<Result, 'name' | 'value' | 'unit' | 'limit' | 'peers'>;

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

/** Three digits: more would only be noise. */
function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
