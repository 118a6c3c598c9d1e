/** Loads the content of cards: the entries of a mention's senses, each with the reason for it. */
import { nameReason } from '../../../glossary/find/named-reason';
import type { Sense } from '../../../glossary/pack/finder-data';
import type { CardContent } from '../../shared/page/card-api';
import type { Send } from '../../shared/page/engine-api';
import { isolatedWorld } from '../../shared/page/isolated-world';
import { failure, faultOf, ok, type Result } from '../../shared/result';

/** Contents kept in memory, so that a card seen before opens immediately. */
const MAX_KEPT = 40;
/** The most that the background returns per request; further senses are too unlikely to be shown. */
const MAX_ENTRIES = 8;

/** The contents of one pack, with a cache that a change of language empties. */
export class CardContents {
  readonly #send: Send;
  readonly #revisions: readonly string[];
  readonly #kept = new Map<string, Promise<Result<CardContent>>>();
  /** The messages at the last call: if they changed, so did the language of the entries. */
  #words = isolatedWorld().words;

  constructor(send: Send, revisions: readonly string[]) {
    this.#send = send;
    this.#revisions = revisions;
  }

  /** The same promise for the same senses while cached; a failure is not cached. */
  of(senses: readonly Sense[]): Promise<Result<CardContent>> {
    const { words } = isolatedWorld();
    if (this.#words !== undefined && this.#words !== words) this.#kept.clear();
    this.#words = words;
    const key = JSON.stringify(senses);
    const kept = this.#kept.get(key);
    if (kept) return kept;
    const value = this.#fetch(senses);
    this.#kept.set(key, value);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MAX_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    void value.then((content) => {
      if (!content.ok) this.#kept.delete(key);
    });
    return value;
  }

  async #fetch(senses: readonly Sense[]): Promise<Result<CardContent>> {
    const reasons = senses.flatMap(({ reason }) => (reason.kind === 'entry' ? [reason.entry] : []));
    const entries = [...new Set([...senses.map((sense) => sense.entry), ...reasons])].slice(0, MAX_ENTRIES);
    const answer = await this.#send({ type: 'entries.get', revisions: this.#revisions, entries });
    if (!answer.ok) return answer;
    const found = new Map(entries.map((entry, i) => [entry, answer.value[i]]));
    const shown = senses.flatMap(({ entry, reason }) => {
      const item = found.get(entry);
      return item ? [{ ...item, reason: nameReason(reason, (index) => found.get(index)?.entry.headword ?? '') }] : [];
    });
    return shown.length > 0 ? ok(shown) : failure(faultOf('the entry is not in the pack'));
  }
}
