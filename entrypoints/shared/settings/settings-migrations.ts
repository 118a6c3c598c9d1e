/**
 * Owns bringing what an older version stored to this one's layout, a step a version. The browser may end us at any
 * point: a step writes all it adds together with its version in one call, and may be taken any number of times.
 */
import type { Storage } from 'webextension-polyfill';
import { itemOf, SETTINGS_VERSION, VERSION_KEY, versionOf } from './stored-settings';

type Items = Readonly<Record<string, unknown>>;

export interface Migration {
  /** The version it leads to; the one before is where it starts. */
  to: number;
  /** Items to add or replace. Pure. */
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
          .map((host): [string, unknown] => [itemOf(`rule/${host}`), { v: false, ...LONG_AGO }])
          // What is there already is newer.
          .filter(([item]) => !(item in items)),
      ),
    drops: ['sitesOff'],
  },
];

/** Whether `migrate` has anything to do. */
export function isOutdated(items: Items, migrations = MIGRATIONS, current = SETTINGS_VERSION): boolean {
  const version = versionOf(items);
  return version < current || leftovers(items, version, migrations).length > 0;
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
  for (const { to, add } of migrations) {
    if (versionOf(items) !== to - 1 || to > current) continue;
    const added = { ...add(items), [VERSION_KEY]: to };
    await area.set(added);
    items = { ...items, ...added };
  }
  const drops = leftovers(items, versionOf(items), migrations);
  if (drops.length > 0) await area.remove(drops);
  return Object.fromEntries(Object.entries(items).filter(([item]) => !drops.includes(item)));
}

function leftovers(items: Items, version: number, migrations: readonly Migration[]): string[] {
  return migrations.filter(({ to }) => to <= version).flatMap(({ drops }) => drops.filter((item) => item in items));
}
