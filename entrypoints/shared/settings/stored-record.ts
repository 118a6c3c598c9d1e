/**
 * Records of settings: a value with the time of its change and the device that made it, so that copies can be merged in any
 * order with the same result.
 */
import * as v from 'valibot';

/** Latest valid time of a change, in ms since the epoch (the year 3000). */
export const LATEST_MS = 32_503_680_000_000;

export const recordSchema = v.strictObject({
  /** Null is a removed value. The record stays, so that copies with the old value learn of the removal. */
  v: v.unknown(),
  /** Time of the change in ms since the epoch, later than that of the change before it. */
  t: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LATEST_MS)),
  /** Device of the change, which resolves ties. */
  device: v.pipe(v.string(), v.minLength(1), v.maxLength(40)),
  /** Version of the settings in which `v` is written; 1 if missing. */
  n: v.optional(v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(1000))),
});
export type StoredRecord = v.InferOutput<typeof recordSchema>;

/** Records by setting key. */
export type Records = ReadonlyMap<string, StoredRecord>;

/** Version of the settings in which a record is written. */
export function versionOfRecord({ n }: StoredRecord): number {
  return n ?? 1;
}

/** The record, written in a version of the settings. */
export function ofVersion(version: number, { n: _n, ...record }: StoredRecord): StoredRecord {
  return version > 1 ? { ...record, n: version } : record;
}

/** The record of a change after `before`, with a later time even if this device's clock is behind. */
export function changed(
  value: unknown,
  before: StoredRecord | undefined,
  at: { nowMs: number; device: string; version: number },
): StoredRecord {
  const t = Math.min(LATEST_MS, Math.max(at.nowMs, (before?.t ?? -1) + 1));
  return ofVersion(at.version, { v: value, t, device: at.device });
}

/** The later of two records; commutative. */
export function later(a: StoredRecord, b: StoredRecord): StoredRecord {
  if (a.t !== b.t) return a.t > b.t ? a : b;
  if (a.device !== b.device) return a.device > b.device ? a : b;
  // The same change, rewritten by a newer version.
  if (a.n !== b.n) return versionOfRecord(a) > versionOfRecord(b) ? a : b;
  return JSON.stringify(a.v) >= JSON.stringify(b.v) ? a : b;
}

/** All records of both, the later one for each key. Commutative, associative, idempotent. */
export function mergeRecords(a: Records, b: Records): Map<string, StoredRecord> {
  const merged = new Map(a);
  for (const [key, record] of b) {
    const mine = merged.get(key);
    merged.set(key, mine ? later(mine, record) : record);
  }
  return merged;
}

/** The name of this device in its records: the stored one if it is valid, otherwise a random one. @param known the stored value. */
export function deviceOf(known: unknown): string {
  return typeof known === 'string' && /^[0-9a-f]{16}$/.test(known) ? known : randomDevice();
}

function randomDevice(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
