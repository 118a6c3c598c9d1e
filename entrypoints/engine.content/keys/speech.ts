/** Announces messages in the language the reader chose; its words are loaded before the first announcement. */
import { browser } from 'wxt/browser';
import { fillIn, type MessageKey } from '../../shared/language/words';
import type { Send } from '../../shared/page/engine-api';
import { isolatedWorld } from '../../shared/page/isolated-world';
import { Announcer } from './announcer';

/** A message, and the values of its placeholders: texts, or other messages. */
export interface Announcement {
  key: MessageKey;
  fill?: readonly (string | { key: MessageKey })[];
}

/** The announcements of one frame. */
export class Speech {
  readonly #send: Send;
  readonly #announcer: Announcer;

  /** Removes the live region when `signal` aborts. */
  constructor(send: Send, signal: AbortSignal) {
    this.#send = send;
    this.#announcer = new Announcer(signal);
  }

  /** Announces the message after the current one, in the order of the calls. */
  async say({ key, fill = [] }: Announcement): Promise<void> {
    await this.#loadWords();
    const parts = fill.map((part) => (typeof part === 'string' ? part : wordsOf(part.key, [])));
    this.#announcer.say(wordsOf(key, parts), wordsOf('date_language', []));
  }

  async #loadWords(): Promise<void> {
    const world = isolatedWorld();
    if (world.words !== undefined) return;
    const loaded = await this.#send({ type: 'words.get' });
    // The card may have loaded them meanwhile.
    world.words ??= loaded.ok ? loaded.value : null;
  }
}

function wordsOf(key: MessageKey, fill: readonly string[]): string {
  const { words } = isolatedWorld();
  return words ? fillIn(words, key, fill) : browser.i18n.getMessage(key as 'extension_name', [...fill]); // Its type knows the messages of the last build only.
}
