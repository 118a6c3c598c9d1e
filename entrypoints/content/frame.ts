/** One frame: its settings, its switch, and the engine once the prefilter matched. */
import parseBundled from 'virtual:pangzhu/prefilter';
import { browser } from 'wxt/browser';
import { createHashedPrefilter } from '../../glossary/find/hashed-prefilter';
import { createPrefilter, type Prefilter } from '../../glossary/find/prefilter';
import type { PageTerms } from '../shared/messages';
import type { Engine, EngineContext } from '../shared/page/engine-api';
import { isolatedWorld } from '../shared/page/isolated-world';
import { isNowhere } from '../shared/page/pack-marks';
import { listenUntil, onPageRestored } from '../shared/page/page-events';
import { isPageOrder } from '../shared/page/page-orders';
import { DEFAULT_PAGE_SETTINGS, type PageSettings } from '../shared/settings/page-settings';
import { isSiteOn } from '../shared/sites/site-rules';
import type { Lifetime } from './lifetime';
import { prefilterPage } from './page-prefilter';
import { createReport, servePageTerms } from './page-terms';
import { createSend } from './send';
import { createPlaceReader, createSiteSwitch, type ReadPlace, type SiteSwitch } from './site-switch';
import { type PacksInPages, readAddedFinder, watchPageSettings } from './watch-page-settings';

/** Turns this frame on and off, and answers extension pages and the background about it. */
export class Frame {
  readonly #lifetime: Lifetime;
  readonly #send: ReturnType<typeof createSend>;
  readonly #readPlace: ReadPlace;
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
  /** The last state reported to the toolbar button; null while it is the default. */
  #shownOn: boolean | null = null;

  /** Works until the lifetime ends. */
  constructor(lifetime: Lifetime) {
    const { signal } = lifetime;
    this.#lifetime = lifetime;
    this.#send = createSend(lifetime);
    this.#readPlace = createPlaceReader(this.#send);
    this.#site = createSiteSwitch(this.#readPlace, (isOn) => this.#setEnabled(isOn), signal);
    this.#report = createReport(this.#send, this.#name, signal);
    this.#notifyPages = servePageTerms(
      (isBrief) => this.#terms(isBrief),
      (message) => message.frame === this.#name && this.#engine?.goTo(message.entry, message.nth),
      signal,
    );
    // The number on the button was removed when the reader left.
    onPageRestored(() => {
      this.#shownOn = null;
      this.#showState();
      this.#notify();
    }, signal);
    listenUntil(browser.runtime.onMessage, (message) => this.#handleOrder(message), signal);
    watchPageSettings((settings, packs) => this.#applySettings(settings, packs), this.#readPlace, signal);
    // The page may outlive this script, and the engine refers to nodes that the page may have removed.
    const releaseEngine = () => {
      this.#engine = null;
    };
    signal.addEventListener('abort', releaseEngine, { once: true });
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
    const isSame = termsOf(settings, packs) === termsOf(this.#settings, this.#packs);
    this.#settings = settings;
    this.#packs = packs;
    this.#engine?.applySettings(settings);
    if (!isSame) {
      // With other terms the page is tested and read again.
      if (this.#isOn) this.#setEnabled(true);
    }
    void this.#site.apply(settings).then(() => this.#showState());
  }

  /** Turns the page on or off. If it is on already, turning it on starts over. */
  #setEnabled(isOn: boolean): void {
    this.#enabled.abort();
    this.#enabled = new AbortController();
    this.#engine = null;
    this.#isOn = isOn;
    this.#showState();
    this.#notify();
    if (!isOn) return;
    const signal = AbortSignal.any([this.#lifetime.signal, this.#enabled.signal]);
    const onMatch = () => {
      void this.#startEngine(signal);
      // If the reader left before the engine came, it went to the document that came next.
      onPageRestored(() => this.#engine || void this.#startEngine(signal), signal);
    };
    prefilterPage(prefilterOf(this.#settings, this.#packs), onMatch, signal);
  }

  /** Tells the toolbar button whether this page is on, where that is not as on most sites. */
  #showState(): void {
    const isUsual = this.#isOn === (this.#settings.sites.base === 'on');
    const shown = isUsual ? null : this.#isOn;
    if (shown === this.#shownOn || this.#isOn === null || window !== window.top) return;
    this.#shownOn = shown;
    void this.#send({ type: 'site.button', isOn: this.#isOn });
  }

  async #startEngine(signal: AbortSignal): Promise<void> {
    const [addedFinder, packs] = await Promise.all([
      this.#packs.added && readAddedFinder(),
      this.#readPacks(),
      isolatedWorld().startEngine ?? this.#send({ type: 'engine.load' }),
    ]);
    if (signal.aborted || this.#engine) return;
    const context = {
      send: this.#send,
      isAlive: () => this.#lifetime.isAlive(),
      addedFinder,
      ...packs,
      settings: () => this.#settings,
      onTermsChange: () => this.#notify(),
    };
    this.#engine = isolatedWorld().startEngine?.(context, signal) ?? null;
    this.#notify();
  }

  /** Settings of packs for this site, and the tables of the imported ones that are on here. */
  async #readPacks(): Promise<Pick<EngineContext, 'choices' | 'imported'>> {
    const joint = this.#settings.packs;
    const imported = this.#packs.imported?.packs ?? [];
    const isEverywhere = [...joint, ...imported].every(({ sites }) => sites.rules.length === 0);
    const place = isEverywhere ? null : await this.#readPlace();
    const choices = joint.map(({ segment, isOn, sites, ...look }) => ({
      segment,
      isOn: isOn && isSiteOn(sites, place),
      look,
    }));
    const packs = imported.filter(({ sites }) => isSiteOn(sites, place)).map(({ id }) => id);
    const answer = packs.length > 0 ? await this.#send({ type: 'packs.tables', packs }) : null;
    return { choices, imported: answer?.ok ? answer.value : [] };
  }
}

/** Identifies a set of packs with their settings. */
function termsOf({ packs }: PageSettings, { added, imported }: PacksInPages): string {
  return JSON.stringify([packs, added?.revisions, imported?.packs]);
}

/** Of the packs that are on anywhere. */
function prefilterOf({ packs }: PageSettings, { added, imported }: PacksInPages): Prefilter {
  const nowhere = new Set(packs.filter(isNowhere).map(({ segment }) => segment));
  const isAddedOn = added?.revisions.some((revision, segment) => revision !== '' && !nowhere.has(segment));
  const first = createPrefilter([...(nowhere.has(0) ? [] : [parseBundled()]), ...(added && isAddedOn ? [added] : [])]);
  if (!imported) return first;
  const second = createHashedPrefilter(imported.prefilter);
  return (text, inNodes) => first(text, inNodes) || second(text);
}
