/** The library as the panel has it now, and why it could not be updated. */
import { signal } from '@preact/signals';
import type { Library } from '../../glossary/library/library';

export class LibraryNow {
  /** Null until the first is there. The last one stays where a later one cannot be had. */
  readonly library = signal<Library | null>(null);
  /** What the last attempt lacked: the whole glossary, or the reader's terms as they are now. Null where it lacked nothing. */
  readonly failure = signal<'glossary' | 'terms' | null>(null);
  readonly #load: () => Promise<Library>;
  #turn = 0;

  /** @param load gives the same library until something of it changes. */
  constructor(load: () => Promise<Library>) {
    this.#load = load;
  }

  /**
   * Loads the library as it is now; never rejects, and of several calls at once only the last counts.
   * @returns the library if it is another than before, else null.
   */
  async take(): Promise<Library | null> {
    const mine = ++this.#turn;
    try {
      const library = await this.#load();
      if (mine !== this.#turn) return null;
      this.failure.value = null;
      if (library === this.library.value) return null;
      this.library.value = library;
      return library;
    } catch (error) {
      if (mine !== this.#turn) return null;
      this.failure.value = this.library.value ? 'terms' : 'glossary';
      // biome-ignore lint/suspicious/noConsole: a reader sees that it failed, a developer why.
      console.error('[pangzhu] the panel has not the newest glossary', error);
      return null;
    }
  }
}
