/**
 * Owns how long this script lives: until the extension is really gone (updated, disabled, removed), or a newer
 * version takes the frame over. No event of the page can end it.
 */
import { browser } from 'wxt/browser';

export class Lifetime {
  readonly #controller = new AbortController();

  /** Aborts at the end. Whoever listens, observes or schedules takes it. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Looks whether the extension is still there; ends the script if not. Cheap: call before doing anything visible. */
  isAlive(): boolean {
    // The id goes when the context is invalidated; the browser announces it in no other way.
    if (!this.signal.aborted && !browser.runtime?.id) this.end();
    return !this.signal.aborted;
  }

  end(): void {
    this.#controller.abort();
  }
}
