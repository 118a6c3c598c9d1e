/** Owns what a screen reader is told, in the language the reader chose: its words are asked for before the first is said. */
import { browser } from 'wxt/browser';
import { fillIn, type MessageKey } from '../../shared/language/words';
import type { Send } from '../../shared/page/engine-api';
import { isolatedWorld } from '../../shared/page/isolated-world';
import { Announcer } from './announcer';

/** A message with what fills it; such a thing may itself be the key of a message. */
export interface Saying {
  key: MessageKey;
  fill?: readonly (string | { key: MessageKey })[];
}

export class Speech {
  readonly #send: Send;
  readonly #announcer: Announcer;

  /** Leaves nothing behind when `signal` aborts. */
  constructor(send: Send, signal: AbortSignal) {
    this.#send = send;
    this.#announcer = new Announcer(signal);
  }

  /** Says it as soon as what is being said is over; in the order of the calls. */
  async say({ key, fill = [] }: Saying): Promise<void> {
    await this.#loadWords();
    const parts = fill.map((part) => (typeof part === 'string' ? part : wordsOf(part.key, [])));
    this.#announcer.say(wordsOf(key, parts), wordsOf('date_language', []));
  }

  async #loadWords(): Promise<void> {
    const world = isolatedWorld();
    if (world.words !== undefined) return;
    const loaded = await this.#send({ type: 'words.get' });
    // The card may have brought them meanwhile.
    world.words ??= loaded.ok ? loaded.value : null;
  }
}

function wordsOf(key: MessageKey, fill: readonly string[]): string {
  const { words } = isolatedWorld();
  return words ? fillIn(words, key, fill) : browser.i18n.getMessage(key as 'extension_name', [...fill]); // Its type knows the messages of the last build only.
}
