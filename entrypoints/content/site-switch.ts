/** Decides whether this frame is marked: by the rules for the site, the reader's order for this page, and a pause. */
import type { Send } from '../shared/page/engine-api';
import { isOnFor, type PageSettings } from '../shared/settings/page-settings';
import { isSiteOn, type SiteRules, siteOf } from '../shared/sites/site-rules';

/** Longest timer, in ms: its clock stops while the machine sleeps, so that a longer one would fire late. */
const MAX_TIMER_MS = 60_000;

const EVERYWHERE: SiteRules = { base: 'on', rules: [] };

/** The switch of one frame. */
export class SiteSwitch {
  readonly #send: Send;
  readonly #onChange: (isOn: boolean) => void;
  readonly #signal: AbortSignal;
  #isOn: boolean | null = null;
  #settings: PageSettings | null = null;
  /** Whether the reader ordered this page to be marked although its site is off. */
  #isOrdered = false;
  #pause: ReturnType<typeof setTimeout> | undefined;

  /** Calls `onChange` with the first state and with each change, until `signal` aborts. */
  constructor(send: Send, onChange: (isOn: boolean) => void, signal: AbortSignal) {
    this.#send = send;
    this.#onChange = onChange;
    this.#signal = signal;
    signal.addEventListener('abort', () => clearTimeout(this.#pause), { once: true });
  }

  /** Applies the settings: call it at the start and after each change. A later call overtakes this one. */
  async apply(settings: PageSettings): Promise<void> {
    this.#settings = settings;
    // Without rules the site makes no difference.
    const site = settings.sites.rules.length > 0 ? await siteOfTab(this.#send) : null;
    if (this.#signal.aborted || settings !== this.#settings) return;
    const nowMs = Date.now();
    clearTimeout(this.#pause);
    if (settings.pausedUntil !== null && settings.pausedUntil > nowMs) this.#awaitEnd(settings.pausedUntil);
    // A rule that turns the site on replaces the order: when it is removed, the marks go as well.
    if (isSiteOn(settings.sites, site)) this.#isOrdered = false;
    const sites = this.#isOrdered ? EVERYWHERE : settings.sites;
    const isOn = isOnFor({ sites, pausedUntil: settings.pausedUntil }, site, nowMs);
    if (isOn === this.#isOn) return;
    this.#isOn = isOn;
    this.#onChange(isOn);
  }

  /** Marks this page, whatever the rules. A pause still holds. */
  async markPage(): Promise<void> {
    this.#isOrdered = true;
    // Before the settings are known, `apply` will find the order.
    if (this.#settings) await this.apply(this.#settings);
  }

  #awaitEnd(endMs: number): void {
    this.#pause = setTimeout(
      () => {
        if (Date.now() < endMs) this.#awaitEnd(endMs);
        else if (this.#settings) void this.apply(this.#settings);
      },
      Math.min(MAX_TIMER_MS, endMs - Date.now()),
    );
  }
}

/** The site in the address bar: a frame follows the switch of the page it is in. */
async function siteOfTab(send: Send): Promise<string | null> {
  if (window === window.top) return siteOf(location.href);
  const answer = await send({ type: 'site.host' });
  return answer.ok ? answer.value : siteOf(location.href);
}
