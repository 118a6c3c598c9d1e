/** Owns the pack as the panel has it now, and what is to be said where it could not be taken over. */
import { signal } from '@preact/signals';
import type { ReaderPack } from '../../glossary/pack/pack';

export class PackNow {
  /** Null until the first is there. The last one stays where a later one cannot be had. */
  readonly pack = signal<ReaderPack | null>(null);
  /** What the last attempt lacked: the whole glossary, or the reader's terms as they are now. Null where it lacked nothing. */
  readonly failure = signal<'glossary' | 'terms' | null>(null);
  readonly #load: () => Promise<ReaderPack>;
  #turn = 0;

  /** @param load gives the same pack as long as nothing of it changed. */
  constructor(load: () => Promise<ReaderPack>) {
    this.#load = load;
  }

  /**
   * Takes over the pack as it is now; never rejects, and of several at once only the last counts.
   * @returns the pack where it is another than before.
   */
  async take(): Promise<ReaderPack | null> {
    const mine = ++this.#turn;
    try {
      const pack = await this.#load();
      if (mine !== this.#turn) return null;
      this.failure.value = null;
      if (pack === this.pack.value) return null;
      this.pack.value = pack;
      return pack;
    } catch (error) {
      if (mine !== this.#turn) return null;
      this.failure.value = this.pack.value ? 'terms' : 'glossary';
      // biome-ignore lint/suspicious/noConsole: a reader sees that it failed, a developer why.
      console.error('[pangzhu] the panel has not the newest glossary', error);
      return null;
    }
  }
}
