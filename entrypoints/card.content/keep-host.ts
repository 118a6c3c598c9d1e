/**
 * Owns keeping the card's element where it was put. A page that takes it away has it back a few times, and then for
 * good: scripts that fight over an element freeze the page, and the reader is the one who waits.
 */

/** How often an element that the page took away comes back, in the life of a document. */
const MAX_RETURNS = 3;

export class HostKeeper {
  readonly #host: HTMLElement;
  readonly #put: () => void;
  readonly #onGivenUp: () => void;
  readonly #observer = new MutationObserver(() => this.#look());
  #returns = 0;
  #isHolding = false;

  /**
   * @param put puts the host back and shows it.
   * @param onGivenUp called once the page has taken the host away too often.
   */
  constructor(host: HTMLElement, { put, onGivenUp }: { put(): void; onGivenUp(): void }) {
    this.#host = host;
    this.#put = put;
    this.#onGivenUp = onGivenUp;
    // Hiding a popover changes no node.
    host.addEventListener('toggle', () => this.#look());
  }

  /** From then on the card stays away. */
  get hasGivenUp(): boolean {
    return this.#returns > MAX_RETURNS;
  }

  /** Watches over the host where it is now; call `release` before it is meant to go. */
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

  #look(): void {
    if (!this.#isHolding || this.#host.matches(':popover-open')) return;
    this.release();
    this.#returns++;
    if (this.hasGivenUp) this.#onGivenUp();
    else this.#put();
  }
}
