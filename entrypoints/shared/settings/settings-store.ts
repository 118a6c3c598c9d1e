/**
 * Reads and changes settings, for the background and extension pages. A change writes its items and the page settings
 * (`PAGE_KEY`) in one call, so that all or nothing is stored.
 */
import type { Storage } from 'webextension-polyfill';
import { failure, ok, type Result } from '../result';
import { isUsual, limitFailureOf, valueFailureOf, writeFailureOf } from './change-checks';
import { PAGE_KEY } from './page-settings';
import type { Policy } from './policy';
import { isValueOf, pageSettingsOf, type SettingValues } from './settings';
import { siteChange } from './site-change';
import { changed, deviceOf, mergeRecords, type Records, type StoredRecord } from './stored-record';
import {
  DEVICE_KEY,
  isSettingsItem,
  itemOf,
  QUARANTINE_KEY,
  readStored,
  SETTINGS_VERSION,
  type SettingsState,
  SYNC_DUE_KEY,
  stateOf,
} from './stored-settings';

type LocalArea = Pick<Storage.StorageArea, 'get' | 'getKeys' | 'set' | 'remove'>;

/** Limit of quarantined items. */
const MAX_SET_ASIDE = 50;

interface Environment {
  local: LocalArea;
  /** The current policy. */
  policy(): Promise<Policy>;
  /** Runs one action at a time in all contexts, so that nothing changes between a read and a write. */
  inTurn<T>(act: () => Promise<T>): Promise<T>;
  nowMs(): number;
}

/** The settings of a reader, in a storage area. */
export class SettingsStore {
  readonly #environment: Environment;

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  /** The current settings. @throws if the storage cannot be read. */
  async read(): Promise<SettingsState> {
    const [policy, items] = await Promise.all([this.#environment.policy(), this.items()]);
    return stateOf(readStored(items), policy);
  }

  /** Values that the reader set, by key, without those of the policy. */
  async values(): Promise<SettingValues> {
    const { records } = readStored(await this.items());
    const set = [...records].filter(([key, { v: value }]) => value !== null && isValueOf(key, value));
    return Object.fromEntries(set.map(([key, { v: value }]) => [key, value])) as SettingValues; // Each was checked.
  }

  /** The items of the settings. The other items of the area are tables of packs, which are far larger. */
  async items(): Promise<Record<string, unknown>> {
    const { local } = this.#environment;
    const keys = (await local.getKeys()).filter(isSettingsItem);
    return keys.length === 0 ? {} : local.get(keys);
  }

  /**
   * Changes settings; null removes one. Defaults are not stored. Fails without a change if one of them is locked or
   * invalid, a limit is exceeded, or the storage is full.
   */
  change(values: SettingValues): Promise<Result<null>> {
    return this.#environment.inTurn(() => this.#write(values));
  }

  /** Turns the site of a place (`placeOf`) on or off, with as few rules as possible. Fails like `change`. */
  setSiteEnabled(place: string, isOn: boolean): Promise<Result<null>> {
    return this.#environment.inTurn(async () => {
      const policy = await this.#environment.policy();
      const { settings } = stateOf(readStored(await this.items()), policy);
      const isPreset = (pattern: string) => policy.preset.has(`rule/${pattern}`);
      return this.#write(siteChange(settings.sites, { place, isOn }, isPreset));
    });
  }

  /** Updates the page settings. Call it after changes of policy or sync. Safe to repeat. */
  async refreshPage(): Promise<void> {
    await this.#environment.inTurn(() => this.#refresh());
  }

  /**
   * Merges records of other devices; later ones win.
   * @returns the merged records.
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

  /** Moves unreadable items to the quarantine. Safe to interrupt and repeat. */
  async quarantineBroken(): Promise<void> {
    const { local, inTurn } = this.#environment;
    await inTurn(async () => {
      const { broken, setAside } = readStored(await this.items());
      if (broken.size === 0) return;
      const fresh = [...broken].map(([item, value]) => ({ item, value }));
      await local.set({ [QUARANTINE_KEY]: [...setAside, ...fresh].slice(-MAX_SET_ASIDE) });
      await local.remove([...broken.keys()]);
    });
  }

  /** Removes the quarantined items. */
  async forgetBroken(): Promise<Result<null>> {
    await this.#environment.inTurn(() => this.#environment.local.remove(QUARANTINE_KEY));
    return ok(null);
  }

  async #refresh(): Promise<void> {
    const items = await this.items();
    const page = pageOf(stateOf(readStored(items), await this.#environment.policy()));
    if (JSON.stringify(page) !== JSON.stringify(items[PAGE_KEY]))
      await this.#environment.local.set({ [PAGE_KEY]: page });
  }

  async #write(values: SettingValues): Promise<Result<null>> {
    const policy = await this.#environment.policy();
    const items = await this.items();
    const stored = readStored(items);
    const { records: before } = stored;
    const valueFailure = Object.entries(values)
      .map(([key, value]) => valueFailureOf(key, value, policy))
      .find((error) => error !== null);
    if (valueFailure !== undefined) return failure(valueFailure);
    const at = { nowMs: this.#environment.nowMs(), device: deviceOf(items[DEVICE_KEY]), version: SETTINGS_VERSION };
    const records = new Map<string, StoredRecord>();
    for (const [key, value] of Object.entries(values)) {
      const next = isUsual(key, value, policy) ? null : value;
      const record = before.get(key);
      if (JSON.stringify(record?.v ?? null) !== JSON.stringify(next)) records.set(key, changed(next, record, at));
    }
    if (records.size === 0) return ok(null);
    const after = new Map([...before, ...records]);
    const limitFailure = limitFailureOf({ before, after });
    if (limitFailure) return failure(limitFailure);
    const page = pageOf(stateOf({ ...stored, records: after }, policy));
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

function pageOf({ settings, packs }: SettingsState): ReturnType<typeof pageSettingsOf> {
  return pageSettingsOf(settings, packs);
}
