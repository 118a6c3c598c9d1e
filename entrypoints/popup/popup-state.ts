/** Owns what the popup knows of the tab, its site and the settings, and every change the reader makes there. */
import { computed, signal } from '@preact/signals';
import browser from 'webextension-polyfill';
import type { PageState } from '../../components/popup/PopupView';
import type { ScopeState } from '../../components/popup/ScopeSwitches';
import type { Entry, Library } from '../../glossary/library/library';
import type { CommandMessage } from '../shared/commands';
import { interfaceLanguage } from '../shared/language/translate';
import { listenToPage, type PageListener } from '../shared/page/listen-to-page';
import type { CountedEntry } from '../shared/page/sum-up-terms';
import { findTab, markPage } from '../shared/page/tab-access';
import { failure, faultOf, type Result, refusalOf } from '../shared/result';
import { settingsChanges, settingsStore, watchSettings } from '../shared/settings/reader-settings';
import { elementValue, type SettingValues } from '../shared/settings/settings';
import { isLocked, type SettingsState } from '../shared/settings/stored-settings';
import { barOf, mayReadUnasked } from '../shared/sites/page-access';
import { isSiteOn, siteOf } from '../shared/sites/site-rules';
import { hasRestrictedFrames } from './frames-kept-out';
import { pauseEnd, pauseText } from './pause';

type Tab = { id: number; url: string | undefined };
type Heard =
  | { name: 'loading' }
  | Extract<PageState, { name: 'restricted' }>
  | { name: 'heard'; terms: CountedEntry[]; isOn: boolean | null };

function isAnyLocked(state: SettingsState | null, keys: readonly string[]): boolean {
  return state !== null && keys.some((key) => isLocked(key, state.locked));
}

export class PopupState {
  readonly #tab = signal<Tab | null>(null);
  readonly #heard = signal<Heard>({ name: 'loading' });
  readonly #settings = signal<SettingsState | null>(null);
  readonly #isPageOn = signal(true);
  readonly #problem = signal<ScopeState['problem']>(null);
  /** Whether the browser lets us read the site without a click; unknown counts as that. */
  readonly #isLetIn = signal(true);
  readonly #hasRestrictedFrames = signal(false);
  #isFromToolbar = false;
  #listener: PageListener | null = null;
  /** Null until it is loaded: nothing is known of the page before. */
  #library: Library | null = null;

  readonly page = computed<PageState>(() => {
    const settings = this.#settings.value?.settings;
    const heard = this.#heard.value;
    if (heard.name === 'restricted') return heard;
    if (this.#pausedUntil() !== null) return { name: 'paused' };
    if (heard.name === 'loading' || heard.isOn === null) return { name: 'loading' };
    if (!heard.isOn) return { name: 'off' };
    const muted = new Set(settings?.muted);
    const terms = heard.terms.map((term) => ({ ...term, isMuted: muted.has(term.entry.id) }));
    return {
      name: 'read',
      terms,
      markedDespite: this.#markedDespite(),
      hasRestrictedFrames: this.#hasRestrictedFrames.value,
    };
  });

  readonly scope = computed<ScopeState>(() => {
    const state = this.#settings.value;
    const site = this.#site();
    const page = this.page.value;
    const until = this.#pausedUntil();
    return {
      site,
      isSiteOn: state === null || isSiteOn(state.settings.sites, site),
      isBaseOn: state === null || state.settings.sites.base === 'on',
      isPageOn: page.name === 'read' && page.terms.length > 0 ? this.#isPageOn.value : null,
      pausedUntil: until === null ? null : pauseText(until, Date.now(), interfaceLanguage()),
      areSitesLocked: isAnyLocked(state, ['rule', 'sites.base']),
      isPauseLocked: isAnyLocked(state, ['pausedUntil']),
      problem: this.#problem.value,
    };
  });

  /** The tab the popup is about; null until it is known, and where there is none. */
  get tab(): Tab | null {
    return this.#tab.value;
  }

  /** As they were read last; null where they cannot be read, or were not yet. */
  get settings(): SettingsState | null {
    return this.#settings.value;
  }

  /** @returns whether it was done; where the browser refused, the popup says so. */
  async attempt(act: Promise<unknown>): Promise<boolean> {
    try {
      await act;
      this.#problem.value = null;
      return true;
    } catch (error) {
      this.#problem.value = 'refused';
      // biome-ignore lint/suspicious/noConsole: a reader sees that it failed, a developer why.
      console.error('[pangzhu] the browser refused', error);
      return false;
    }
  }

  /** Marks the page as it is, whatever holds for its site. */
  async markPage(): Promise<void> {
    if (!this.tab) return;
    const result = await markPage(this.tab);
    this.#problem.value = result.ok ? null : 'unmarked';
    if (result.ok && this.#library) this.listen(this.#library);
  }

  /**
   * Looks for the tab, and listens to the settings as long as the popup is open. `listen` is to come after it.
   * @param given the tab; null for the one in front.
   */
  async start(given: number | null): Promise<void> {
    watchSettings((state) => {
      this.#settings.value = state;
    }, new AbortController().signal);
    // A store that cannot be read holds the usual.
    const [settings, tab] = await Promise.all([settingsStore.read().catch(() => null), findTab(given)]);
    this.#settings.value = settings;
    if (tab?.id === undefined) {
      this.#heard.value = { name: 'restricted', reason: 'browser' };
      return;
    }
    this.#tab.value = { id: tab.id, url: tab.url };
    this.#isFromToolbar = given === null;
  }

  /** Listens to the tab as long as the popup is open. Again, it asks anew: a page may have come that can be read. */
  listen(library: Library): void {
    this.#library = library;
    const { tab } = this;
    if (!tab) return;
    this.#heard.value = { name: 'loading' };
    this.#listener?.close();
    void mayReadUnasked(tab.url).then((isLetIn) => {
      this.#isLetIn.value = isLetIn;
    });
    let hasLooked = false;
    this.#listener = listenToPage(tab.id, library, {
      onTerms: (terms, isOn, isHidden) => {
        if (!hasLooked) void this.#lookForFrames(tab.id);
        hasLooked = true;
        this.#isPageOn.value = !isHidden;
        this.#heard.value = { name: 'heard', terms, isOn };
      },
      onUnreadable: () => {
        // The click that opened the popup tells the address of every page but the browser's own.
        const isBrowsers = this.#isFromToolbar && tab.url === undefined;
        void (isBrowsers ? Promise.resolve('browser' as const) : barOf(tab.url)).then((reason) => {
          this.#heard.value = { name: 'restricted', reason };
        });
      },
    });
  }

  goTo(entry: number, nth: number): void {
    this.#listener?.goTo({ entry, nth });
  }

  mute({ id }: Entry, isMuted: boolean): Promise<void> {
    return this.#change(elementValue('muted', id, isMuted));
  }

  /** Hides or shows the marks of the page as it is; they are back when it is loaded again. */
  async turnPage(isOn: boolean): Promise<void> {
    if (!this.tab) return;
    this.#isPageOn.value = isOn;
    const message: CommandMessage = { type: 'command', command: 'toggle-marks' };
    await browser.tabs.sendMessage(this.tab.id, message).catch(() => null);
  }

  async turnSite(isOn: boolean): Promise<void> {
    const site = this.#site();
    if (site !== null) await this.#keep(settingsChanges.turnSite(site, isOn));
  }

  turnBase(isOn: boolean): Promise<void> {
    return this.#change({ 'sites.base': isOn ? 'on' : 'off' });
  }

  pause(length: 'hour' | 'tomorrow' | null): Promise<void> {
    return this.#change({ pausedUntil: length === null ? null : pauseEnd(length, Date.now()) });
  }

  async #lookForFrames(tabId: number): Promise<void> {
    this.#hasRestrictedFrames.value = await hasRestrictedFrames(tabId);
  }

  #change(values: SettingValues): Promise<void> {
    return this.#keep(settingsChanges.change(values));
  }

  /** Shows what holds now; where that is not what was asked for, says so. */
  async #keep(change: Promise<Result<null>>): Promise<void> {
    const result = await change.catch(() => failure(faultOf('the store cannot be reached')));
    if (result.ok) this.#problem.value = null;
    else this.#problem.value = refusalOf(result.error);
    this.#settings.value = await settingsStore.read().catch(() => this.#settings.value);
  }

  /** Why the marks are only on the page as it is; null where they will be there again. */
  #markedDespite(): Extract<PageState, { name: 'read' }>['markedDespite'] {
    if (!this.#isLetIn.value) return 'permission';
    const sites = this.#settings.value?.settings.sites;
    return sites && !isSiteOn(sites, this.#site()) ? 'rules' : null;
  }

  #site(): string | null {
    return siteOf(this.#tab.value?.url ?? '');
  }

  #pausedUntil(): number | null {
    const until = this.#settings.value?.settings.pausedUntil ?? null;
    return until !== null && until > Date.now() ? until : null;
  }
}
