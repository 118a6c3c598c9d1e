/**
 * Restores the card's host element a few times after the page removed it. After that the host stays away, because scripts
 * that fight over an element freeze the page.
 */

/** How often the host comes back in the life of a document. */
const MAX_RETURNS = 3;

/** Watches the host from `hold` to `release`. */
export class HostKeeper {
  readonly #host: HTMLElement;
  readonly #show: () => void;
  readonly #onGivenUp: () => void;
  readonly #observer = new MutationObserver(() => this.#check());
  #returns = 0;
  #isHolding = false;

  /**
   * @param events.show puts the host back and shows it.
   * @param events.onGivenUp the page removed the host too often.
   */
  constructor(host: HTMLElement, { show, onGivenUp }: { show(): void; onGivenUp(): void }) {
    this.#host = host;
    this.#show = show;
    this.#onGivenUp = onGivenUp;
    // Hiding a popover changes no node.
    host.addEventListener('toggle', () => this.#check());
  }

  /** Whether the page removed the host too often: the card then stays away for good. */
  get hasGivenUp(): boolean {
    return this.#returns > MAX_RETURNS;
  }

  /** Watches the host where it is now. Call `release` before removing it. */
  hold(): void {
    this.release();
    const parent = this.#host.parentNode;
    if (!parent) return;
    this.#isHolding = true;
    this.#observer.observe(parent, { childList: true });
    this.#observer.observe(this.#host, { attributes: true, attributeFilter: ['popover'] });
  }

  release(): void {
    this.#isHolding = false;
    this.#observer.disconnect();
  }

  #check(): void {
    if (!this.#isHolding || this.#host.matches(':popover-open')) return;
    this.release();
    this.#returns++;
    if (this.hasGivenUp) this.#onGivenUp();
    else this.#show();
  }
}
