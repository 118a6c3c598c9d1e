/** One frame: its settings, its switch, and the engine once the prefilter matched. */
import prefilterData from 'virtual:pangzhu/prefilter';
import { browser } from 'wxt/browser';
import { createHashedPrefilter } from '../../glossary/find/hashed-prefilter';
import { createPrefilter, type Prefilter } from '../../glossary/find/prefilter';
import type { PackTablesText, PageTerms } from '../shared/messages';
import type { Engine } from '../shared/page/engine-api';
import { isolatedWorld } from '../shared/page/isolated-world';
import { listenUntil, onPageRestored } from '../shared/page/page-events';
import { isPageOrder } from '../shared/page/page-orders';
import { DEFAULT_PAGE_SETTINGS, type PageSettings } from '../shared/settings/page-settings';
import { isSiteOn } from '../shared/sites/site-rules';
import type { Lifetime } from './lifetime';
import { prefilterPage } from './page-prefilter';
import { createReport, servePageTerms } from './page-terms';
import { createSend } from './send';
import { createSiteSwitch, type SiteSwitch, siteOfTab } from './site-switch';
import { type PacksInPages, readAddedFinder, watchPageSettings } from './watch-page-settings';

/** Turns this frame on and off, and answers extension pages and the background about it. */
export class Frame {
  readonly #lifetime: Lifetime;
  readonly #send: ReturnType<typeof createSend>;
  readonly #site: SiteSwitch;
  /** The name by which extension pages know this frame. */
  readonly #name = String(Math.random());
  readonly #notifyPages: () => void;
  readonly #report: () => void;
  #packs: PacksInPages = { added: null, imported: null };
  #settings = DEFAULT_PAGE_SETTINGS;
  #engine: Engine | null = null;
  /** Aborted when the page is turned off, or on again. */
  #enabled = new AbortController();
  /** Null until the settings are known. */
  #isOn: boolean | null = null;

  /** Works until the lifetime ends. */
  constructor(lifetime: Lifetime) {
    const { signal } = lifetime;
    this.#lifetime = lifetime;
    this.#send = createSend(lifetime);
    this.#site = createSiteSwitch(this.#send, (isOn) => this.#setEnabled(isOn), signal);
    this.#report = createReport(this.#send, this.#name, signal);
    this.#notifyPages = servePageTerms(
      (isBrief) => this.#terms(isBrief),
      (message) => message.frame === this.#name && this.#engine?.goTo(message.entry, message.nth),
      signal,
    );
    // The number on the button was removed when the reader left.
    onPageRestored(() => this.#notify(), signal);
    listenUntil(browser.runtime.onMessage, (message) => this.#handleOrder(message), signal);
    watchPageSettings(
      (settings, packs) => this.#applySettings(settings, packs),
      () => siteOfTab(this.#send),
      signal,
    );
  }

  async #terms(isBrief: boolean): Promise<PageTerms> {
    const none = { revisions: [], isHidden: false, terms: [] };
    return { frame: this.#name, isOn: this.#isOn, ...((await this.#engine?.terms(isBrief)) ?? none) };
  }

  /** The frame's terms may have changed. */
  #notify(): void {
    this.#notifyPages();
    // A page that never loaded the engine does not wake the background.
    if (isolatedWorld().startEngine) this.#report();
  }

  #handleOrder(message: unknown): void {
    if (!isPageOrder(message)) return;
    if (message.type === 'page.mark') this.#site.markPage();
    else this.#lifetime.end();
  }

  #applySettings(settings: PageSettings, packs: PacksInPages): void {
    this.#settings = settings;
    this.#engine?.applySettings(settings);
    const isSame = revisionsOf(packs) === revisionsOf(this.#packs);
    this.#packs = packs;
    if (!isSame) {
      // With other terms the page is tested and read again.
      if (this.#isOn) this.#setEnabled(true);
    }
    void this.#site.apply(settings);
  }

  /** Turns the page on or off; on when it is on already, it starts over. */
  #setEnabled(isOn: boolean): void {
    this.#enabled.abort();
    this.#enabled = new AbortController();
    this.#engine = null;
    this.#isOn = isOn;
    this.#notify();
    if (!isOn) return;
    const signal = AbortSignal.any([this.#lifetime.signal, this.#enabled.signal]);
    const onMatch = () => {
      void this.#startEngine(signal);
      // If the reader left before the engine came, it went to the document that came next.
      onPageRestored(() => this.#engine || void this.#startEngine(signal), signal);
    };
    prefilterPage(prefilterOf(this.#packs), onMatch, signal);
  }

  async #startEngine(signal: AbortSignal): Promise<void> {
    const [addedFinder, imported] = await Promise.all([
      this.#packs.added && readAddedFinder(),
      this.#readImported(),
      isolatedWorld().startEngine ?? this.#send({ type: 'engine.load' }),
    ]);
    if (signal.aborted || this.#engine) return;
    const context = {
      send: this.#send,
      isAlive: () => this.#lifetime.isAlive(),
      addedFinder,
      imported,
      settings: () => this.#settings,
      onTermsChange: () => this.#notify(),
    };
    this.#engine = isolatedWorld().startEngine?.(context, signal) ?? null;
    this.#notify();
  }

  /** The tables of the imported packs that are on for this site. */
  async #readImported(): Promise<readonly PackTablesText[]> {
    const packs = this.#packs.imported?.packs ?? [];
    const isEverywhere = packs.every(({ sites }) => sites.rules.length === 0);
    const site = isEverywhere ? null : await siteOfTab(this.#send);
    const wanted = packs.filter(({ sites }) => isSiteOn(sites, site)).map(({ id }) => id);
    if (wanted.length === 0) return [];
    const answer = await this.#send({ type: 'packs.tables', packs: wanted });
    return answer.ok ? answer.value : [];
  }
}

/** Identifies a set of packs and the sites on which they are on. */
function revisionsOf({ added, imported }: PacksInPages): string {
  return JSON.stringify([added?.revisions, imported?.packs]);
}

function prefilterOf({ added, imported }: PacksInPages): Prefilter {
  const first = createPrefilter(added ? [prefilterData, added] : [prefilterData]);
  if (!imported) return first;
  const second = createHashedPrefilter(imported.prefilter);
  return {
    mayHold: (text) => first.mayHold(text) || second(text),
    isTelling: (text) => first.isTelling(text) || second(text),
    holds: (text) => first.holds(text) || second(text),
  };
}
