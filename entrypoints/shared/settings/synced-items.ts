/**
 * Owns the form in which all records travel through `storage.sync`: packed into few items, because there may be only
 * 512 of them and few writes, and measured in bytes as the browser does. The same records always pack to the same items,
 * so that two devices that agree have nothing to write.
 */
import * as v from 'valibot';
import { type Records, recordSchema, type StoredRecord } from './stored-record';
import { isSound, SETTINGS_VERSION } from './stored-settings';

/** What an item may take, key included, in bytes. The browser's limit is 8,192. */
const ITEM_BYTES = 8000;
/** What all items may take, in bytes. The browser's limit is 102,400. */
const TOTAL_BYTES = 100_000;

const ITEM_PREFIX = 'records';
/** In the order in which they get a place where there is not enough for all. */
const SETS = ['rule/', 'muted/', 'term/'];

const itemSchema = v.object({
  n: v.pipe(v.number(), v.integer(), v.minValue(1)),
  r: v.record(v.string(), v.unknown()),
});

export interface PackedRecords {
  items: Record<string, unknown>;
  /** Keys for which there is no room: they stay on this device. */
  left: string[];
}

/** @param version of the newest that wrote any of them. */
export function packRecords(records: Records, version: number): PackedRecords {
  const items: Record<string, { n: number; r: Record<string, StoredRecord> }> = {};
  const left: string[] = [];
  let total = 0;
  let used = Number.POSITIVE_INFINITY;
  let last: Record<string, StoredRecord> = {};
  for (const [key, record] of [...records].sort(byPlace)) {
    const bytes = storedBytes(key) + storedBytes(record) + 2;
    const item = `${ITEM_PREFIX}${Object.keys(items).length}`;
    const empty = storedBytes({ n: version, r: {} }) + item.length;
    const isNew = used + bytes > ITEM_BYTES;
    if (empty + bytes > ITEM_BYTES || total + bytes + (isNew ? empty : 0) > TOTAL_BYTES) {
      left.push(key);
      continue;
    }
    if (isNew) {
      last = {};
      items[item] = { n: version, r: last };
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

/** The records among the items; what cannot be read counts as not there. @returns the newest version among them. */
export function unpackRecords(items: Readonly<Record<string, unknown>>): { records: Records; version: number } {
  const records = new Map<string, StoredRecord>();
  let newest = SETTINGS_VERSION;
  for (const [item, value] of Object.entries(items)) {
    const parsed = isPacked(item) ? v.safeParse(itemSchema, value) : null;
    if (!parsed?.success) continue;
    const { n: version, r: packed } = parsed.output;
    newest = Math.max(newest, version);
    for (const [key, stored] of Object.entries(packed)) {
      const record = v.safeParse(recordSchema, stored);
      const isKnown = record.success && (version > SETTINGS_VERSION || isSound(key, record.output));
      const known = records.get(key);
      if (isKnown && (known === undefined || known.t < record.output.t)) records.set(key, record.output);
    }
  }
  return { records, version: newest };
}

/** An item without records. */
export function emptyItem(version: number): unknown {
  return { n: version, r: {} };
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
