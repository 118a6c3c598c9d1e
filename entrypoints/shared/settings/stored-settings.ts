/**
 * The layout of settings in `storage.local`: one item for each record, so that concurrent writes lose nothing. Reading never
 * fails: unreadable items are separated from those of a newer version.
 */
import * as v from 'valibot';
import { USER_PACK } from '../../../glossary/library/entry-name';
import type { PlainPack } from '../../../glossary/library/plain-pack';
import type { PlainTerm } from '../../../glossary/pack/plain-term';
import { PAGE_KEY } from './page-settings';
import { isLocked, type Policy } from './policy';
import {
  elementsOf,
  isSettingKey,
  isValueOf,
  MAX_USER_TERMS,
  readSettingKey,
  type Settings,
  settingsOf,
} from './settings';
import { later, type Records, recordSchema, type StoredRecord, versionOfRecord } from './stored-record';

/**
 * Version of layout and values. Records of versions after the first contain their version, because devices receive records
 * of newer versions.
 */
export const SETTINGS_VERSION = 1;
/** Item with the version of the layout; missing in the first. */
export const VERSION_KEY = 'settingsVersion';
/** Item with the name of this device. */
export const DEVICE_KEY = 'settingsDevice';
/** Item that exists while changes are to be sent. */
export const SYNC_DUE_KEY = 'settingsSyncDue';
/** Item with the `SyncState`. */
export const SYNC_STATE_KEY = 'settingsSync';
/** Item with the unreadable items. */
export const QUARANTINE_KEY = 'settingsQuarantine';

/** The result of the last attempt to sync. */
export interface SyncState {
  /** The browser's error message; null after a success. */
  problem: string | null;
  /** Number of records that did not fit and stay on this device. */
  left: number;
}

const RECORD_PREFIX = 'set/';

/** The item of a setting key. */
export const itemOf = (key: string): string => `${RECORD_PREFIX}${key}`;
/** Whether an item is a record. */
export const isRecordItem = (item: string): boolean => item.startsWith(RECORD_PREFIX);

const OTHER_ITEMS: readonly string[] = [
  VERSION_KEY,
  DEVICE_KEY,
  SYNC_DUE_KEY,
  SYNC_STATE_KEY,
  QUARANTINE_KEY,
  PAGE_KEY,
];

/** Whether an item of `storage.local` belongs to the settings. */
export function isSettingsItem(item: string): boolean {
  return isRecordItem(item) || OTHER_ITEMS.includes(item);
}

/** The items of the settings, parsed. */
export interface StoredSettings {
  records: Records;
  /** Unreadable items of this version. */
  broken: ReadonlyMap<string, unknown>;
  /** Items in the quarantine. */
  setAside: readonly SetAside[];
  /** Whether a newer version wrote the layout or a record. */
  isNewer: boolean;
}

/** A quarantined item. */
export interface SetAside {
  item: string;
  value: unknown;
}

/** Parses items of `storage.local`; ignores those of others. */
export function readStored(items: Readonly<Record<string, unknown>>): StoredSettings {
  const version = versionOf(items);
  const records = new Map<string, StoredRecord>();
  const broken = new Map<string, unknown>();
  for (const [item, value] of Object.entries(items)) {
    if (!isRecordItem(item)) continue;
    const key = readSettingKey(item.slice(RECORD_PREFIX.length));
    const record = v.safeParse(recordSchema, value);
    if (record.success && (version > SETTINGS_VERSION || isSound(key, record.output))) {
      const other = records.get(key);
      records.set(key, other ? later(other, record.output) : record.output);
    } else broken.set(item, value);
  }
  const aside = items[QUARANTINE_KEY];
  const isNewer = version > SETTINGS_VERSION || [...records.values()].some(isOfNewer);
  return { records, broken, setAside: Array.isArray(aside) ? aside.filter(isSetAside) : [], isNewer };
}

function isSetAside(value: unknown): value is SetAside {
  return typeof value === 'object' && value !== null && 'item' in value && 'value' in value;
}

/** 0 without a version. */
function versionOf(items: Readonly<Record<string, unknown>>): number {
  const version = items[VERSION_KEY];
  return typeof version === 'number' && Number.isInteger(version) && version > 0 ? version : 0;
}

function isOfNewer(record: StoredRecord): boolean {
  return versionOfRecord(record) > SETTINGS_VERSION;
}

/** Whether a record is valid in this version, or of a newer one. */
function isSound(key: string, record: StoredRecord): boolean {
  return isOfNewer(record) || (isSettingKey(key) && (record.v === null || isValueOf(key, record.v)));
}

/** Values by key: the organisation's if locked, otherwise the reader's, otherwise the organisation's. */
export function valuesOf(records: Records, { preset, locked }: Policy): Map<string, unknown> {
  const values = new Map(preset);
  for (const [key, { v: value }] of records) {
    if (isLocked(key, locked)) continue;
    // An unknown value of a newer version stays stored, and counts as not set.
    if (value !== null && isValueOf(key, value)) values.set(key, value);
  }
  return values;
}

/** The current settings, and their state. */
export interface SettingsState {
  settings: Settings;
  /** The reader's own terms, sorted by id, also those beyond `MAX_USER_TERMS` from other devices. */
  userTerms: readonly PlainTerm[];
  /** Packs beside the bundled one: the reader's own if it has terms, then those of the policy. */
  packs: readonly PlainPack[];
  /** Of the policy. */
  follow: Policy['follow'];
  locked: ReadonlySet<string>;
  /** Paths of invalid values in the policy. */
  policyFaults: readonly string[];
  /** Whether a newer version wrote settings: its unknown values are kept without effect. */
  isNewer: boolean;
  /** Unreadable items; defaults apply instead. */
  broken: readonly SetAside[];
}

/** The current settings for stored ones and a policy. */
export function stateOf({ records, broken, setAside, isNewer }: StoredSettings, policy: Policy): SettingsState {
  const values = valuesOf(records, policy);
  const userTerms = elementsOf('term', values).map(([id, term]) => ({ id, ...term }));
  return {
    settings: settingsOf(values),
    userTerms,
    packs: [...userPack(userTerms), ...policy.packs],
    follow: policy.follow,
    locked: policy.locked,
    policyFaults: policy.faults,
    isNewer,
    broken: [...setAside, ...[...broken].map(([item, value]) => ({ item, value }))],
  };
}

function userPack(terms: readonly PlainTerm[]): PlainPack[] {
  if (terms.length === 0) return [];
  return [{ id: USER_PACK, title: '', kind: 'user', terms: terms.slice(0, MAX_USER_TERMS) }];
}
