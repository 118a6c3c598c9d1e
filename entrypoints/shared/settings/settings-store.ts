/**
 * Reads and changes the settings, for the background and the extension's own pages. Each change writes its own items and
 * the settings that pages need (`PAGE_KEY`) in one call: all of it is stored, or none.
 */
import type { Storage } from 'webextension-polyfill';
import { type Failure, failure, faultOf, ok, type Result } from '../result';
import { PAGE_KEY } from './page-settings';
import {
  isSettingKey,
  isValueOf,
  MAX_RULES,
  MAX_USER_TERMS,
  pageSettingsOf,
  type SettingValues,
  settingsOf,
  usualValue,
} from './settings';
import { siteChange } from './site-change';
import { changed, mergeRecords, type Records, type StoredRecord } from './stored-record';
import {
  DEVICE_KEY,
  isLocked,
  isSettingsItem,
  itemOf,
  type Policy,
  QUARANTINE_KEY,
  readStored,
  SETTINGS_VERSION,
  type SettingsState,
  SYNC_DUE_KEY,
  stateOf,
  valuesOf,
} from './stored-settings';

type LocalArea = Pick<Storage.StorageArea, 'get' | 'getKeys' | 'set' | 'remove'>;

/** Items that are kept of what cannot be read. */
const MAX_SET_ASIDE = 50;

interface Environment {
  local: LocalArea;
  /** What an organisation decided, as it is now. */
  policy(): Promise<Policy>;
  /** Does one thing at a time, in all contexts of the extension: what is read is still so when it is written. */
  inTurn<T>(act: () => Promise<T>): Promise<T>;
  nowMs(): number;
}

export class SettingsStore {
  readonly #environment: Environment;

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  /** The settings as they hold. @throws if the storage cannot be read at all. */
  async read(): Promise<SettingsState> {
    const [policy, items] = await Promise.all([this.#environment.policy(), this.items()]);
    return stateOf(readStored(items), policy);
  }

  /** What the reader set, by key: what an organisation decided is not among it. */
  async values(): Promise<SettingValues> {
    const { records } = readStored(await this.items());
    const set = [...records].filter(([key, { v: value }]) => value !== null && isValueOf(key, value));
    return Object.fromEntries(set.map(([key, { v: value }]) => [key, value])) as SettingValues; // Each was looked at.
  }

  /** The items of the settings. The other items of the area are tables of packs, which are far larger. */
  async items(): Promise<Record<string, unknown>> {
    const { local } = this.#environment;
    const keys = (await local.getKeys()).filter(isSettingsItem);
    return keys.length === 0 ? {} : local.get(keys);
  }

  /**
   * Changes settings; null takes one back. A value that holds anyway is not stored. Fails, with nothing changed, where
   * the organisation locked one of them, one is not what its key may have, or the storage is full.
   */
  change(values: SettingValues): Promise<Result<null>> {
    return this.#environment.inTurn(() => this.#write(values));
  }

  /** Turns one site (`siteOf`) on or off, by as few rules as do it. Fails as `change` does. */
  turnSite(site: string, isOn: boolean): Promise<Result<null>> {
    return this.#environment.inTurn(async () => {
      const policy = await this.#environment.policy();
      const { settings } = stateOf(readStored(await this.items()), policy);
      const isPreset = (pattern: string) => policy.preset.has(`rule/${pattern}`);
      return this.#write(siteChange(settings.sites, { site, isOn }, isPreset));
    });
  }

  /** Brings what pages derive up to date; to be called when records changed from elsewhere. Harmless to repeat. */
  async refreshPage(): Promise<void> {
    await this.#environment.inTurn(() => this.#refresh());
  }

  /**
   * Takes in records from elsewhere; the later of two holds.
   * @returns the records as they are then.
   */
  merge(theirs: Records): Promise<Records> {
    const { local, inTurn } = this.#environment;
    return inTurn(async () => {
      const mine = readStored(await this.items());
      const merged = mergeRecords(mine.records, theirs);
      const fresh = [...merged].filter(([key, record]) => record !== mine.records.get(key));
      if (fresh.length === 0) return merged;
      await local.set(Object.fromEntries(fresh.map(([key, record]) => [itemOf(key), record])));
      await this.#refresh();
      return merged;
    });
  }

  /** Moves what cannot be read out of the way, where it is kept for whoever wants to know. Harmless to cut off. */
  async setBrokenAside(): Promise<void> {
    const { local, inTurn } = this.#environment;
    await inTurn(async () => {
      const { broken, setAside } = readStored(await this.items());
      if (broken.size === 0) return;
      const fresh = [...broken].map(([item, value]) => ({ item, value }));
      await local.set({ [QUARANTINE_KEY]: [...setAside, ...fresh].slice(-MAX_SET_ASIDE) });
      await local.remove([...broken.keys()]);
    });
  }

  /** Forgets what was set aside. */
  async forgetBroken(): Promise<Result<null>> {
    await this.#environment.inTurn(() => this.#environment.local.remove(QUARANTINE_KEY));
    return ok(null);
  }

  async #refresh(): Promise<void> {
    const items = await this.items();
    const page = pageSettingsOf(stateOf(readStored(items), await this.#environment.policy()).settings);
    if (JSON.stringify(page) !== JSON.stringify(items[PAGE_KEY]))
      await this.#environment.local.set({ [PAGE_KEY]: page });
  }

  async #write(values: SettingValues): Promise<Result<null>> {
    const policy = await this.#environment.policy();
    const items = await this.items();
    const { records: before } = readStored(items);
    const refusal = Object.entries(values)
      .map(([key, value]) => refusalOf(key, value, policy))
      .find((reason) => reason !== null);
    if (refusal !== undefined) return failure(refusal);
    const at = { nowMs: this.#environment.nowMs(), device: deviceOf(items), version: SETTINGS_VERSION };
    const records = new Map<string, StoredRecord>();
    for (const [key, value] of Object.entries(values)) {
      const next = isUsual(key, value, policy) ? null : value;
      const record = before.get(key);
      if (JSON.stringify(record?.v ?? null) !== JSON.stringify(next)) records.set(key, changed(next, record, at));
    }
    if (records.size === 0) return ok(null);
    const after = new Map([...before, ...records]);
    if (hasTooMany('term', MAX_USER_TERMS, { before, after })) return failure({ kind: 'too-many', of: 'terms' });
    if (hasTooMany('rule', MAX_RULES, { before, after })) return failure({ kind: 'too-many', of: 'rules' });
    const page = pageSettingsOf(settingsOf(valuesOf(after, policy)));
    const changes = Object.fromEntries([...records].map(([key, record]) => [itemOf(key), record]));
    try {
      await this.#environment.local.set({
        ...changes,
        [PAGE_KEY]: page,
        [DEVICE_KEY]: at.device,
        [SYNC_DUE_KEY]: true,
      });
    } catch (error) {
      return failure(writeFailureOf(error));
    }
    return ok(null);
  }
}

/** Why the browser did not write. */
function writeFailureOf(error: unknown): Failure {
  const fault = faultOf(error);
  // Both browsers name the quota in the message of the error for a full storage, and give the error no name of its own.
  return /quota/i.test(fault.message) ? { kind: 'full' } : fault;
}

/** More of a set than there may be, and more than before: of too many some can always be taken away. */
function hasTooMany(set: string, most: number, { before, after }: { before: Records; after: Records }): boolean {
  const count = (records: Records) =>
    [...records].filter(([key, { v }]) => key.startsWith(`${set}/`) && v !== null).length;
  return count(after) > Math.max(most, count(before));
}

/** Why a value cannot be set, or null. */
function refusalOf(key: string, value: unknown, { locked }: Policy): Failure | null {
  if (!isSettingKey(key)) return { kind: 'fault', message: `no such setting: ${key}` };
  if (value !== null && !isValueOf(key, value)) return { kind: 'fault', message: `not a value of ${key}` };
  return isLocked(key, locked) ? { kind: 'locked' } : null;
}

/** Whether a value is what holds as long as nothing is set. */
function isUsual(key: string, value: unknown, { preset }: Policy): boolean {
  return value === (preset.has(key) ? preset.get(key) : usualValue(key));
}

/** This device's name among a reader's devices: random, and never leaves the records. */
function deviceOf(items: Readonly<Record<string, unknown>>): string {
  const known = items[DEVICE_KEY];
  return typeof known === 'string' && /^[0-9a-f]{16}$/.test(known) ? known : randomDevice();
}

function randomDevice(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
