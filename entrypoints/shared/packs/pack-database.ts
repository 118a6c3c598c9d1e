/** The layout of the database of packs, and how that of earlier versions is brought up to date. */
import { type DBSchema, type IDBPDatabase, type OpenDBCallbacks, openDB } from 'idb';
import type { HashedPrefilter } from '../../../glossary/find/hashed-prefilter';
import type { FollowChanges } from '../../../glossary/follow/followed';
import type { PlainTerm } from '../../../glossary/pack/plain-term';
import { NEW_PREFERENCES } from '../page/pack-marks';
import type { Edition, PackRecord } from './pack-record';

const NAME = 'packs';
const VERSION = 3;
/** Terms that are stored and read together. */
export const CHUNK = 100;

/** The stored values. */
export interface PackSchema extends DBSchema {
  packs: { key: string; value: PackRecord };
  /** By generation and number of the chunk. */
  terms: { key: [string, number]; value: PlainTerm[] };
  /** By generation. */
  tables: { key: string; value: ArrayBuffer };
  prefilters: { key: string; value: HashedPrefilter };
  /** By generation, of followed packs: what the next update starts from. */
  texts: { key: string; value: ArrayBuffer };
  /** By generation, of edited packs: what is shown of them. */
  editions: { key: string; value: Edition };
  /** By id, of followed packs: what the last update changed. */
  changes: { key: string; value: FollowChanges };
}

/** Made by the first version, and by the third one. */
const FIRST_STORES = ['terms', 'tables', 'prefilters'] as const;
const THIRD_STORES = ['texts', 'changes', 'editions'] as const;
/** All stores. */
export const STORES = ['packs', ...FIRST_STORES, ...THIRD_STORES] as const;
export type PackDatabase = IDBPDatabase<PackSchema>;

/** Opens the database. @param on `blocking`: another version of the extension wants to change the layout. */
export function openPackDatabase(
  on: Pick<OpenDBCallbacks<PackSchema>, 'blocking' | 'terminated'>,
): Promise<PackDatabase> {
  return openDB<PackSchema>(NAME, VERSION, {
    upgrade: async (database, version, _next, changing) => {
      if (version === 0) {
        database.createObjectStore('packs', { keyPath: 'id' });
        for (const name of FIRST_STORES) database.createObjectStore(name);
      }
      for (const name of THIRD_STORES) database.createObjectStore(name);
      const packs = changing.objectStore('packs');
      for (const record of await packs.getAll()) {
        await packs.put({ ...(version === 1 ? fromFirstVersion(record) : record), followed: null });
      }
    },
    ...on,
  });
}

/** A record of version 1, which had the sites where a pack is off in place of rules, and fewer preferences. */
function fromFirstVersion(record: PackRecord & { offSites?: readonly string[] }): PackRecord {
  const { offSites = [], ...kept } = record;
  const rules = offSites.map((pattern) => ({ pattern, isOn: false }));
  return { ...NEW_PREFERENCES, ...kept, sites: { base: 'on', rules }, compiledBy: '' };
}
