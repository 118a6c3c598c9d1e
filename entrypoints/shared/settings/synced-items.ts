/**
 * Packs records into few items of `storage.sync`, which allows 512 items and few writes. Sizes are in bytes, as counted by
 * the browser. Equal records are always packed equally, so that devices in the same state write nothing.
 */
import * as v from 'valibot';
import { later, ofVersion, type Records, recordSchema, type StoredRecord } from './stored-record';
import { itemOf, readStored } from './stored-settings';

/** Largest item with its key, in bytes. The browser's limit is 8,192. */
const ITEM_BYTES = 8000;
/** Largest sum of all items, in bytes. The browser's limit is 102,400. */
const TOTAL_BYTES = 100_000;

const ITEM_PREFIX = 'records';
/** Sets in the order in which they get room. */
const SETS = ['rule/', 'muted/', 'term/', 'correction/'];

const itemSchema = v.object({
  /** Version of records without one. */
  n: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)),
  r: v.record(v.string(), v.unknown()),
});

/** Packed records. */
export interface PackedRecords {
  items: Record<string, unknown>;
  /** Keys that did not fit; they stay on this device. */
  left: string[];
}

/** Packs records within the browser's limits. */
export function packRecords(records: Records): PackedRecords {
  const items: Record<string, { n: number; r: Record<string, StoredRecord> }> = {};
  const left: string[] = [];
  let total = 0;
  let used = Number.POSITIVE_INFINITY;
  let last: Record<string, StoredRecord> = {};
  for (const [key, record] of [...records].sort(byPlace)) {
    const bytes = storedBytes(key) + storedBytes(record) + 2;
    const item = `${ITEM_PREFIX}${Object.keys(items).length}`;
    const empty = storedBytes(emptyItem()) + item.length;
    const isNew = used + bytes > ITEM_BYTES;
    if (empty + bytes > ITEM_BYTES || total + bytes + (isNew ? empty : 0) > TOTAL_BYTES) {
      left.push(key);
      continue;
    }
    if (isNew) {
      last = {};
      items[item] = { n: 1, r: last };
      used = empty;
      total += empty;
    }
    // A key may be any text: `__proto__` must become a field as well.
    Object.defineProperty(last, key, { value: record, enumerable: true, configurable: true, writable: true });
    used += bytes;
    total += bytes;
  }
  return { items, left };
}

/** The records in items; skips unreadable ones. */
export function unpackRecords(items: Readonly<Record<string, unknown>>): Records {
  const records: Record<string, StoredRecord> = {};
  for (const [item, value] of Object.entries(items)) {
    const parsed = isPacked(item) ? v.safeParse(itemSchema, value) : null;
    if (!parsed?.success) continue;
    for (const [key, stored] of Object.entries(parsed.output.r)) {
      const record = v.safeParse(recordSchema, stored);
      if (!record.success) continue;
      const made = ofVersion(record.output.n ?? parsed.output.n, record.output);
      const known = records[itemOf(key)];
      records[itemOf(key)] = known ? later(known, made) : made;
    }
  }
  return readStored(records).records;
}

/** An item without records. */
export function emptyItem(): unknown {
  return { n: 1, r: {} };
}

/** Whether an item of `storage.sync` contains packed records. */
export function isPacked(item: string): boolean {
  return /^records\d+$/.test(item);
}

/** Single settings first, then by set and name. */
function byPlace([a]: [string, unknown], [b]: [string, unknown]): number {
  const place = (key: string) => SETS.findIndex((set) => key.startsWith(set));
  return place(a) - place(b) || (a < b ? -1 : 1);
}

/** Size as counted by browsers: JSON in UTF-8, in which Chromium escapes angle brackets to six bytes. */
function storedBytes(value: unknown): number {
  const json = JSON.stringify(value);
  return new TextEncoder().encode(json).length + 5 * (json.match(/[<>]/g)?.length ?? 0);
}
