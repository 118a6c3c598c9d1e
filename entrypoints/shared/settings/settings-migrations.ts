/**
 * Owns bringing what an older version stored to this one's layout, a step a version. The browser may end us at any
 * point: a step writes all it adds together with its version in one call, and may be taken any number of times.
 */
import * as v from 'valibot';
import type { Storage } from 'webextension-polyfill';
import { later, ofVersion, recordSchema, versionOfRecord } from './stored-record';
import { isRecordItem, itemOf, SETTINGS_VERSION, VERSION_KEY, versionOf } from './stored-settings';

type Items = Readonly<Record<string, unknown>>;

export interface Migration {
  /** The version it leads to; the one before is where it starts. */
  to: number;
  /** Items to add or replace. Pure. @param items without records of this version and of newer ones. */
  add(items: Items): Record<string, unknown>;
  /** Items of the version before that nobody reads any more. Removed when the new ones are safe. */
  drops: readonly string[];
}

/** Older than any change a reader makes from now on. */
const LONG_AGO = { t: 0, device: 'v0' } as const;

export const MIGRATIONS: readonly Migration[] = [
  {
    // A list of hosts became a rule a host.
    to: 1,
    add: (items) =>
      Object.fromEntries(
        (Array.isArray(items.sitesOff) ? items.sitesOff : [])
          .filter((host) => typeof host === 'string' && /^[a-z0-9.:[\]-]{1,253}$/.test(host))
          .map((host): [string, unknown] => [itemOf(`rule/${host}`), { v: false, ...LONG_AGO }]),
      ),
    drops: ['sitesOff'],
  },
];

/** Whether `migrate` has anything to do. */
export function isOutdated(items: Items, migrations = MIGRATIONS, current = SETTINGS_VERSION): boolean {
  return versionOf(items) < current || leftovers(items, migrations, current).length > 0;
}

/**
 * Brings the area to the current version. Harmless to repeat, and to end at any point.
 * @returns the items as they are now. @throws what the area throws; then nothing of the step at hand is written.
 */
export async function migrate(
  area: Pick<Storage.StorageArea, 'get' | 'set' | 'remove'>,
  migrations = MIGRATIONS,
  current = SETTINGS_VERSION,
): Promise<Record<string, unknown>> {
  let items = await area.get(null);
  for (const step of migrations) {
    const version = versionOf(items);
    // What a step drops may be there again after it: of an older version that was put back for a while.
    if (step.to > current || (version >= step.to && leftovers(items, [step], current).length === 0)) continue;
    const added = { ...addedBy(step, items), [VERSION_KEY]: Math.max(version, step.to) };
    await area.set(added);
    items = { ...items, ...added };
  }
  const drops = leftovers(items, migrations, current);
  if (drops.length > 0) await area.remove(drops);
  return without(drops, items);
}

/** Records from elsewhere, each of a version of its own, as items of the current one; those of newer ones as they are. */
export function migrateRecords(
  items: Items,
  migrations: readonly Migration[],
  current: number,
): Record<string, unknown> {
  let now = { ...items };
  for (const step of migrations) {
    if (step.to <= current) now = without(step.drops, { ...now, ...addedBy(step, now) });
  }
  return now;
}

/** What a step makes of what is older; what is there of its own version, or of a newer one, is not written over. */
function addedBy({ to, add }: Migration, items: Items): Record<string, unknown> {
  const older = Object.entries(items).filter(([item, value]) => !isRecordItem(item) || versionIn(value) < to);
  const isDone = versionOf(items) >= to;
  const added = Object.entries(add(Object.fromEntries(older))).map(([item, value]) => {
    if (isRecordItem(item)) return [item, laterOf(to, value, items[item])];
    return [item, isDone && item in items ? items[item] : value];
  });
  return Object.fromEntries(added);
}

/** The record that a step to version `to` made, or a later one that is there already. */
function laterOf(to: number, made: unknown, there: unknown): unknown {
  const record = v.safeParse(recordSchema, made);
  const mine = v.safeParse(recordSchema, there);
  if (!record.success) return made;
  const named = ofVersion(to, record.output);
  return mine.success && versionOfRecord(mine.output) >= to ? later(mine.output, named) : named;
}

/** Of a record; 0 where it is none. */
function versionIn(value: unknown): number {
  const record = v.safeParse(recordSchema, value);
  return record.success ? versionOfRecord(record.output) : 0;
}

function leftovers(items: Items, migrations: readonly Migration[], current: number): string[] {
  return migrations.filter(({ to }) => to <= current).flatMap(({ drops }) => drops.filter((item) => item in items));
}

function without(names: readonly string[], items: Items): Record<string, unknown> {
  return Object.fromEntries(Object.entries(items).filter(([item]) => !names.includes(item)));
}
