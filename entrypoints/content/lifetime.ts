/**
 * The lifetime of this script: until the extension is gone (updated, disabled, removed), or a newer version takes over
 * the frame. No event of the page can end it.
 */
import { browser } from 'wxt/browser';

/** Created once for each run of the script in a frame. */
export class Lifetime {
  readonly #controller = new AbortController();

  /** Aborts at the end. Pass it to everything that listens, observes or schedules. */
  readonly signal: AbortSignal = this.#controller.signal;

  /** Checks whether the extension is still there, and ends the script if not. Cheap: call it before any visible effect. */
  isAlive(): boolean {
    // The id is removed when the context is invalidated; there is no event for that.
    if (!this.signal.aborted && !browser.runtime?.id) this.end();
    return !this.signal.aborted;
  }

  end(): void {
    this.#controller.abort();
  }
}
