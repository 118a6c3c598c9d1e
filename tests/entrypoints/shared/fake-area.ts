/** A storage area for tests: values are copied, each call is atomic, and calls can be made to fail. */

type Items = Record<string, unknown>;
type Changes = Record<string, { oldValue?: unknown; newValue?: unknown }>;

interface Quota {
  /** Limits of all items and of one item: key and JSON, in UTF-8 bytes. */
  total: number;
  item: number;
}

/** Replaces `storage.local` or `storage.sync`. */
export class FakeArea {
  #items: Items;
  readonly #quota: Quota | null;
  readonly #listeners: ((changes: Changes) => void)[] = [];
  /** Keys of items that were read. */
  readonly read = new Set<string>();
  /** Number of writing calls, including failed ones. */
  writes = 0;
  /** Number of the first writing call that fails, from 1; all later ones fail as well, as after the end of a worker. */
  failsAt = Number.POSITIVE_INFINITY;

  constructor(items: Items = {}, quota: Quota | null = null) {
    this.#items = structuredClone(items);
    this.#quota = quota;
  }

  onChange(listener: (changes: Changes) => void): void {
    this.#listeners.push(listener);
  }

  get items(): Items {
    return structuredClone(this.#items);
  }

  async getKeys(): Promise<string[]> {
    return Object.keys(this.#items);
  }

  async get(keys?: null | string | string[] | Items): Promise<Items> {
    const all = this.items;
    const wanted = typeof keys === 'string' ? [keys] : Array.isArray(keys) ? keys : Object.keys(keys ?? all);
    const found = wanted.filter((key) => key in all);
    for (const key of found) this.read.add(key);
    return Object.fromEntries(found.map((key) => [key, all[key]]));
  }

  async set(items: Items): Promise<void> {
    this.#count();
    this.#become({ ...this.#items, ...JSON.parse(JSON.stringify(items)) });
  }

  async remove(keys: string | string[]): Promise<void> {
    this.#count();
    const gone = [keys].flat();
    this.#become(Object.fromEntries(Object.entries(this.#items).filter(([key]) => !gone.includes(key))));
  }

  #count(): void {
    this.writes++;
    if (this.writes >= this.failsAt) throw new Error('QuotaExceededError');
  }

  #become(next: Items): void {
    const sizes = Object.entries(next).map(([key, value]) => bytesOf(key) + bytesOf(JSON.stringify(value)));
    if (this.#quota && sizes.some((size) => size > (this.#quota?.item ?? 0))) {
      throw new Error('Resource::kQuotaBytesPerItem quota exceeded');
    }
    if (this.#quota && sizes.reduce((sum, size) => sum + size, 0) > this.#quota.total) {
      throw new Error('Resource::kQuotaBytes quota exceeded');
    }
    const before = this.#items;
    this.#items = next;
    const changes: Changes = {};
    for (const key of new Set([...Object.keys(before), ...Object.keys(next)])) {
      if (JSON.stringify(before[key]) === JSON.stringify(next[key])) continue;
      changes[key] = {
        ...(key in before ? { oldValue: before[key] } : {}),
        ...(key in next ? { newValue: next[key] } : {}),
      };
    }
    if (Object.keys(changes).length > 0) for (const listener of this.#listeners) listener(changes);
  }
}

/** Replaces `navigator.locks.request`: runs actions one after the other. */
export function oneByOne(): <T>(act: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (act) => {
    const turn = last.then(act);
    last = turn.catch(() => null);
    return turn;
  };
}

/** Length in UTF-8 bytes. */
export function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
