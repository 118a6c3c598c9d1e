/**
 * Owns how one setting is kept: its value with the time of the change and the device that made it, so that two copies
 * of all records can be merged in any order and always come to the same.
 */
import * as v from 'valibot';

/** No change is made later, in ms since the epoch (the year 3000): what says so is damaged, not from the future. */
export const LATEST_MS = 32_503_680_000_000;

export const recordSchema = v.strictObject({
  /** Null: taken back. It stays, so that a copy that still has the old value learns of it. */
  v: v.unknown(),
  /** Of the change, in ms since the epoch, or just after the change it followed. */
  t: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LATEST_MS)),
  /** The device that made the change: breaks ties. */
  device: v.pipe(v.string(), v.minLength(1), v.maxLength(40)),
  /** The version of the settings that `v` is written in; without it the first. */
  n: v.optional(v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(1000))),
});
export type StoredRecord = v.InferOutput<typeof recordSchema>;

/** By setting key. */
export type Records = ReadonlyMap<string, StoredRecord>;

export function versionOfRecord({ n }: StoredRecord): number {
  return n ?? 1;
}

export function ofVersion(version: number, { n: _n, ...record }: StoredRecord): StoredRecord {
  return version > 1 ? { ...record, n: version } : record;
}

/** The record of a change that follows `before`, also where this device's clock is behind the one that made it. */
export function changed(
  value: unknown,
  before: StoredRecord | undefined,
  at: { nowMs: number; device: string; version: number },
): StoredRecord {
  const t = Math.min(LATEST_MS, Math.max(at.nowMs, (before?.t ?? -1) + 1));
  return ofVersion(at.version, { v: value, t, device: at.device });
}

/** The later of two; of two at the same time always the same one, whichever comes first. */
export function later(a: StoredRecord, b: StoredRecord): StoredRecord {
  if (a.t !== b.t) return a.t > b.t ? a : b;
  if (a.device !== b.device) return a.device > b.device ? a : b;
  // The same change, which a newer version brought to its own form.
  if (a.n !== b.n) return versionOfRecord(a) > versionOfRecord(b) ? a : b;
  return JSON.stringify(a.v) >= JSON.stringify(b.v) ? a : b;
}

/** All records of both, the later where both have one. Commutative, associative, idempotent. */
export function mergeRecords(a: Records, b: Records): Map<string, StoredRecord> {
  const merged = new Map(a);
  for (const [key, record] of b) {
    const mine = merged.get(key);
    merged.set(key, mine ? later(mine, record) : record);
  }
  return merged;
}
