/**
 * Syncs settings between devices by `storage.sync`. In any order of arrival all devices reach the same state: each merges
 * what it reads, and writes only if it has more. `storage.local` records that changes are to be sent, because the worker
 * may end before.
 */
import type { Storage } from 'webextension-polyfill';
import { errorMessage } from '../../glossary/error-message';
import type { SettingsStore } from '../shared/settings/settings-store';
import type { Records } from '../shared/settings/stored-record';
import { readStored, SYNC_DUE_KEY, SYNC_STATE_KEY, type SyncState } from '../shared/settings/stored-settings';
import { emptyItem, isPacked, packRecords, unpackRecords } from '../shared/settings/synced-items';

type Area = Pick<Storage.StorageArea, 'get' | 'set' | 'remove'>;

/** Time in which changes are gathered before they are sent, in ms. */
const GATHER_MS = 2000;
/** Pause after each write, in ms: at most 30 writes a minute, a quarter of Chromium's limit. */
const QUIET_MS = 2000;

interface Environment {
  local: Area;
  sync: Area;
  store: Pick<SettingsStore, 'items' | 'merge'>;
  nowMs(): number;
}

/** Sends and receives records. One operation runs at a time. */
export class SettingsSync {
  readonly #environment: Environment;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #quietUntil = Number.NEGATIVE_INFINITY;
  #last: Promise<unknown> = Promise.resolve();

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  /** Receives changes that arrived while no worker ran, and sends those that an earlier worker had not sent. */
  async resume(): Promise<void> {
    const items = await this.#environment.local.get(SYNC_DUE_KEY);
    if (items[SYNC_DUE_KEY]) this.request();
    else await this.receive();
  }

  /** Schedules sending; later changes until then are included. */
  request(): void {
    if (this.#timer !== null) return;
    const waitMs = Math.max(GATHER_MS, this.#quietUntil - this.#environment.nowMs());
    this.#timer = setTimeout(() => {
      this.#timer = null;
      void this.exchange();
    }, waitMs);
  }

  /** Merges records of other devices, and schedules sending if they lack some. */
  async receive(): Promise<void> {
    if (await this.#inTurn(() => this.#merge())) this.request();
  }

  /** Merges and sends at once. Never rejects: a failure is stored for the options page. */
  exchange(): Promise<void> {
    return this.#inTurn(async () => {
      try {
        await this.#merge();
        await this.#storeState(await this.#send());
      } catch (error) {
        const problem = errorMessage(error);
        await this.#storeState({ problem, left: 0 }).catch(() => null);
      }
    });
  }

  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(act);
    this.#last = turn.catch(() => null);
    return turn;
  }

  /** @returns whether other devices lack records. */
  async #merge(): Promise<boolean> {
    const { sync, store } = this.#environment;
    const theirs = unpackRecords(await sync.get(null));
    const merged = await store.merge(theirs);
    return [...merged].some(([key, record]) => !isSame(record, theirs.get(key)));
  }

  async #send(): Promise<SyncState> {
    const { local, sync, store, nowMs } = this.#environment;
    const sent = readStored(await store.items());
    const { items, left } = packRecords(sent.records);
    const there = await sync.get(null);
    const changed = Object.entries(items).filter(([item, value]) => !isSame(value, there[item]));
    const surplus = Object.keys(there).filter((item) => isPacked(item) && !(item in items));
    let writes = 0;
    if (changed.length > 0) {
      writes++;
      // Surplus items are emptied in the same call: near the quota there is no room for both, and removing them first
      // would leave their records nowhere for a moment.
      const emptied = surplus.map((item) => [item, emptyItem()]);
      await sync.set(Object.fromEntries([...changed, ...emptied]));
    }
    if (surplus.length > 0) {
      writes++;
      await sync.remove(surplus);
    }
    this.#quietUntil = nowMs() + writes * QUIET_MS;
    const now = readStored(await store.items());
    if (isSameRecords(now.records, sent.records)) await local.remove(SYNC_DUE_KEY);
    else this.request();
    return { problem: null, left: left.length };
  }

  async #storeState(state: SyncState): Promise<void> {
    const { local } = this.#environment;
    const before = (await local.get(SYNC_STATE_KEY))[SYNC_STATE_KEY];
    if (!isSame(state, before)) await local.set({ [SYNC_STATE_KEY]: state });
  }
}

/** Compares values whose fields may be in any order. */
function isSame(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string | undefined {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

function isSameRecords(a: Records, b: Records): boolean {
  return a.size === b.size && [...a].every(([key, record]) => isSame(record, b.get(key)));
}
