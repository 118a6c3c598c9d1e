/** The panel's library, and the failure of its last update. */
import { signal } from '@preact/signals';
import type { Library } from '../../glossary/library/library';

/** Loads the library again when it may have changed. */
export class PanelLibrary {
  /** Null until it is loaded; stays if an update fails. */
  readonly library = signal<Library | null>(null);
  /** The part that the last update could not load: the glossary, or the current terms of the reader. Null after a success. */
  readonly failure = signal<'glossary' | 'terms' | null>(null);
  readonly #load: () => Promise<Library>;
  #turn = 0;

  /** @param load resolves to the same library until it changes. */
  constructor(load: () => Promise<Library>) {
    this.#load = load;
  }

  /**
   * Loads the library. Never rejects; of concurrent calls only the last has an effect.
   * @returns the library if it changed, otherwise null.
   */
  async update(): Promise<Library | null> {
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
      // biome-ignore lint/suspicious/noConsole: for developers; readers see a message.
      console.error('[pangzhu] the panel has not the newest glossary', error);
      return null;
    }
  }
}

/** Returns a loader that resolves to the same library as long as packs, their languages and the entries in it are the same. */
export function memoisedByContent(load: () => Promise<Library>): () => Promise<Library> {
  let last: { library: Library; content: string } | null = null;
  return async () => {
    const library = await load();
    const { entries, revisions } = library;
    // The bundled entries differ by language.
    const content = JSON.stringify([revisions, entries.length, entries[0]?.script, ...entries.map(({ id }) => id)]);
    if (last?.content === content) return last.library;
    last = { library, content };
    return library;
  };
}
