/**
 * Packs all records for `storage.sync` into few items, because it allows 512 items and few writes, and measures them in
 * bytes as the browser does. The same records always pack to the same items, so that two devices that agree have nothing
 * to write.
 */
import * as v from 'valibot';
import { later, ofVersion, type Records, recordSchema, type StoredRecord } from './stored-record';
import { itemOf, readStored } from './stored-settings';

/** What an item may take, key included, in bytes. The browser's limit is 8,192. */
const ITEM_BYTES = 8000;
/** What all items may take, in bytes. The browser's limit is 102,400. */
const TOTAL_BYTES = 100_000;

const ITEM_PREFIX = 'records';
/** In the order in which they get a place where there is not enough for all. */
const SETS = ['rule/', 'muted/', 'term/'];

const itemSchema = v.object({
  /** The version of the records that name none. */
  n: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)),
  r: v.record(v.string(), v.unknown()),
});

export interface PackedRecords {
  items: Record<string, unknown>;
  /** Keys for which there is no room: they stay on this device. */
  left: string[];
}

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

/** The records among the items; those that cannot be read are left out. */
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

/** Whether an item of `storage.sync` is one of these. */
export function isPacked(item: string): boolean {
  return /^records\d+$/.test(item);
}

/** Single settings first, then by set and name. */
function byPlace([a]: [string, unknown], [b]: [string, unknown]): number {
  const place = (key: string) => SETS.findIndex((set) => key.startsWith(set));
  return place(a) - place(b) || (a < b ? -1 : 1);
}

/** As the browser counts: JSON in UTF-8, where Chromium writes angle brackets as six bytes each. */
function storedBytes(value: unknown): number {
  const json = JSON.stringify(value);
  return new TextEncoder().encode(json).length + 5 * (json.match(/[<>]/g)?.length ?? 0);
}
