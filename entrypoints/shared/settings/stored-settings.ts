/**
 * The layout of the settings in `storage.local`: a record an item, so that no write can lose another's. Reading never
 * fails: items that cannot be read are told apart from those of a newer version.
 */
import * as v from 'valibot';
import { USER_PACK } from '../../../glossary/library/entry-name';
import type { PlainPack, PlainTerm } from '../../../glossary/library/plain-pack';
import { PAGE_KEY } from './page-settings';
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
 * Version of the layout and of the meaning of values. Records of later versions than the first name theirs, because a
 * device gets records from devices with newer versions.
 */
export const SETTINGS_VERSION = 1;
/** Written by versions with another layout than the first. */
export const VERSION_KEY = 'settingsVersion';
/** This device, as its records name it. */
export const DEVICE_KEY = 'settingsDevice';
/** Changes are here that the synced copy may not have. */
export const SYNC_DUE_KEY = 'settingsSyncDue';
/** How the last attempt to sync went: `SyncState`. */
export const SYNC_STATE_KEY = 'settingsSync';
/** Items that could not be read, kept for whoever wants to know. */
export const QUARANTINE_KEY = 'settingsQuarantine';

export interface SyncState {
  /** Why nothing could be sent, in the browser's words; null where it could. */
  problem: string | null;
  /** How many records found no room and stay on this device. */
  left: number;
}

const RECORD_PREFIX = 'set/';

export const itemOf = (key: string): string => `${RECORD_PREFIX}${key}`;
export const isRecordItem = (item: string): boolean => item.startsWith(RECORD_PREFIX);

const OTHER_ITEMS: readonly string[] = [
  VERSION_KEY,
  DEVICE_KEY,
  SYNC_DUE_KEY,
  SYNC_STATE_KEY,
  QUARANTINE_KEY,
  PAGE_KEY,
];

/** Whether an item of `storage.local` is one of the settings'. */
export function isSettingsItem(item: string): boolean {
  return isRecordItem(item) || OTHER_ITEMS.includes(item);
}

/** What an organisation decided, by setting key (`managed-settings.ts`). */
export interface Policy {
  /** Holds unless the reader changes it. */
  preset: ReadonlyMap<string, unknown>;
  /** Keys the reader cannot change, `muted`, `rule` and `term` for whole sets. */
  locked: ReadonlySet<string>;
  /** The packs it brings (`policy-packs.ts`). */
  packs: readonly PlainPack[];
  /** Where it makes no sense, as paths in it. */
  faults: readonly string[];
}

export const NO_POLICY: Policy = { preset: new Map(), locked: new Set(), packs: [], faults: [] };

export interface StoredSettings {
  records: Records;
  /** Items of this version that make no sense, as they are. */
  broken: ReadonlyMap<string, unknown>;
  /** Items that made no sense, set aside earlier. */
  setAside: readonly SetAside[];
  /** A newer version wrote the layout, or any of the records. */
  isNewer: boolean;
}

export interface SetAside {
  item: string;
  value: unknown;
}

/** @param items of `storage.local`; others than the settings' are left aside. */
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

/** 0 if no version is written. */
function versionOf(items: Readonly<Record<string, unknown>>): number {
  const version = items[VERSION_KEY];
  return typeof version === 'number' && Number.isInteger(version) && version > 0 ? version : 0;
}

function isOfNewer(record: StoredRecord): boolean {
  return versionOfRecord(record) > SETTINGS_VERSION;
}

/** Whether a record is one this version could have written, or a newer one's, which it cannot judge. */
function isSound(key: string, record: StoredRecord): boolean {
  return isOfNewer(record) || (isSettingKey(key) && (record.v === null || isValueOf(key, record.v)));
}

/** What is set, by key: the organisation's word where it is final, else the reader's, else the organisation's. */
export function valuesOf(records: Records, { preset, locked }: Policy): Map<string, unknown> {
  const values = new Map(preset);
  for (const [key, { v: value }] of records) {
    if (isLocked(key, locked)) continue;
    // A newer version's value that means nothing to this one stays where it is, and counts as not set.
    if (value !== null && isValueOf(key, value)) values.set(key, value);
  }
  return values;
}

export function isLocked(key: string, locked: ReadonlySet<string>): boolean {
  return locked.has(key) || locked.has(key.split('/', 1)[0] ?? key);
}

/** The settings as they hold, and what there is to say about them. */
export interface SettingsState {
  settings: Settings;
  /** The reader's own terms, in the order of ids: all, also those beyond `MAX_USER_TERMS` that other devices brought. */
  userTerms: readonly PlainTerm[];
  /** The packs that come to the bundled one: the reader's own if it has terms, then those of the policy. */
  packs: readonly PlainPack[];
  locked: ReadonlySet<string>;
  /** Where the organisation's word makes no sense. */
  policyFaults: readonly string[];
  /** A newer version wrote here: what it alone knows is kept, and has no effect. */
  isNewer: boolean;
  /** Items that cannot be read, as they are; the usual holds in their place. */
  broken: readonly SetAside[];
}

export function stateOf({ records, broken, setAside, isNewer }: StoredSettings, policy: Policy): SettingsState {
  const values = valuesOf(records, policy);
  const userTerms = elementsOf('term', values).map(([id, term]) => ({ id, ...term }));
  return {
    settings: settingsOf(values),
    userTerms,
    packs: [...userPack(userTerms), ...policy.packs],
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
