/** The state of the popup: tab, site and settings, and their changes. */
import { computed, signal } from '@preact/signals';
import browser from 'webextension-polyfill';
import type { PageState } from '../../components/popup/PageActions';
import type { ScopeState } from '../../components/popup/ScopeSwitches';
import type { Entry } from '../../glossary/library/library';
import type { CommandMessage } from '../shared/commands';
import { interfaceLanguage } from '../shared/language/translate';
import type { LibrarySource } from '../shared/page/ask-frames';
import { listenToPage, type PageListener } from '../shared/page/listen-to-page';
import type { CountedEntry } from '../shared/page/sum-up-terms';
import { findTab, markPage } from '../shared/page/tab-access';
import { failure, faultOf, type Result, refusalOf } from '../shared/result';
import { isLocked } from '../shared/settings/policy';
import { settingsChanges, settingsStore, watchSettings } from '../shared/settings/reader-settings';
import { elementValue, type SettingValues } from '../shared/settings/settings';
import type { SettingsState } from '../shared/settings/stored-settings';
import { mayReadUnasked, restrictionOf } from '../shared/sites/page-access';
import { hasPath, isSiteOn, placeOf, ruleFor, type SiteRules, siteIn } from '../shared/sites/site-rules';
import { pauseEnd, pauseText } from './pause';
import { hasRestrictedFrames } from './restricted-frames';

type Tab = { id: number; url: string | undefined };
/** The report of the page. */
type Reported =
  | { name: 'loading' }
  | Extract<PageState, { name: 'restricted' }>
  | { name: 'reported'; terms: CountedEntry[]; isOn: boolean | null };

function isAnyLocked(state: SettingsState | null, keys: readonly string[]): boolean {
  return state !== null && keys.some((key) => isLocked(key, state.locked));
}

/** Signals for the view, and actions of the reader. */
export class PopupState {
  readonly #tab = signal<Tab | null>(null);
  readonly #reported = signal<Reported>({ name: 'loading' });
  readonly #settings = signal<SettingsState | null>(null);
  readonly #isPageOn = signal(true);
  readonly #problem = signal<ScopeState['problem']>(null);
  /** Whether the extension has access to the site without a click; true while unknown. */
  readonly #hasAccess = signal(true);
  readonly #hasRestrictedFrames = signal(false);
  #isFromToolbar = false;
  #listener: PageListener | null = null;
  /** Null until it is loaded; needed to read the page's terms. */
  #library: LibrarySource | null = null;

  /** The state of the page. */
  readonly page = computed<PageState>(() => {
    const settings = this.#settings.value?.settings;
    const reported = this.#reported.value;
    if (reported.name === 'restricted') return reported;
    if (this.#pausedUntil() !== null) return { name: 'paused' };
    if (reported.name === 'loading' || reported.isOn === null) return { name: 'loading' };
    if (!reported.isOn) return { name: 'off' };
    const muted = new Set(settings?.muted);
    const terms = reported.terms.map((term) => ({ ...term, isMuted: muted.has(term.entry.id) }));
    return {
      name: 'read',
      terms,
      markedDespite: this.#markedDespite(),
      hasRestrictedFrames: this.#hasRestrictedFrames.value,
    };
  });

  /** The state of the switches. */
  readonly scope = computed<ScopeState>(() => {
    const state = this.#settings.value;
    const place = this.#place();
    const page = this.page.value;
    const until = this.#pausedUntil();
    return {
      site: place && shownSite(place, state?.settings.sites.rules ?? []),
      isSiteOn: state === null || isSiteOn(state.settings.sites, place),
      isBaseOn: state === null || state.settings.sites.base === 'on',
      isPageOn: page.name === 'read' && page.terms.length > 0 ? this.#isPageOn.value : null,
      pausedUntil: until === null ? null : pauseText(until, Date.now(), interfaceLanguage()),
      areSitesLocked: isAnyLocked(state, ['rule', 'sites.base']),
      isPauseLocked: isAnyLocked(state, ['pausedUntil']),
      problem: this.#problem.value,
    };
  });

  /** The tab; null until it is known, and without one. */
  get tab(): Tab | null {
    return this.#tab.value;
  }

  /** The last settings read; null if they are unknown or unreadable. */
  get settings(): SettingsState | null {
    return this.#settings.value;
  }

  /** Waits for an action of the browser, and shows a message if it fails. @returns whether it succeeded. */
  async attempt(act: Promise<unknown>): Promise<boolean> {
    try {
      await act;
      this.#problem.value = null;
      return true;
    } catch (error) {
      this.#problem.value = 'refused';
      // biome-ignore lint/suspicious/noConsole: for developers; readers see a message.
      console.error('[pangzhu] the browser refused', error);
      return false;
    }
  }

  /** Marks the page until it is loaded again, whatever the rules for its site. */
  async markPage(): Promise<void> {
    if (!this.tab) return;
    const result = await markPage(this.tab);
    this.#problem.value = result.ok ? null : 'unmarked';
    if (result.ok && this.#library) this.listen(this.#library);
  }

  /**
   * Finds the tab and reads the settings, and follows them as long as the popup is open. Call `listen` after it.
   * @param given the tab; null for the front one.
   */
  async start(given: number | null): Promise<void> {
    watchSettings((state) => {
      this.#settings.value = state;
    }, new AbortController().signal);
    // If settings cannot be read, defaults apply.
    const [settings, tab] = await Promise.all([settingsStore.read().catch(() => null), findTab(given)]);
    this.#settings.value = settings;
    if (tab?.id === undefined) {
      this.#reported.value = { name: 'restricted', reason: 'browser' };
      return;
    }
    this.#tab.value = { id: tab.id, url: tab.url };
    this.#isFromToolbar = given === null;
  }

  /** Listens to the tab as long as the popup is open. Further calls ask again, because the page may have become readable. */
  listen(library: LibrarySource): void {
    this.#library = library;
    const { tab } = this;
    if (!tab) return;
    this.#reported.value = { name: 'loading' };
    this.#listener?.close();
    void mayReadUnasked(tab.url).then((hasAccess) => {
      this.#hasAccess.value = hasAccess;
    });
    let hasLooked = false;
    this.#listener = listenToPage(tab.id, library, {
      onTerms: (terms, isOn, isHidden) => {
        if (!hasLooked) void this.#lookForFrames(tab.id);
        hasLooked = true;
        this.#isPageOn.value = !isHidden;
        this.#reported.value = { name: 'reported', terms, isOn };
      },
      onUnreadable: () => {
        // The click that opened the popup reveals every address except of the browser's pages.
        const isBrowsers = this.#isFromToolbar && tab.url === undefined;
        void (isBrowsers ? Promise.resolve('browser' as const) : restrictionOf(tab.url)).then((reason) => {
          this.#reported.value = { name: 'restricted', reason };
        });
      },
    });
  }

  /** Shows mention `nth` (from 0) of an entry in the page. */
  goTo(entry: number, nth: number): void {
    this.#listener?.goTo({ entry, nth });
  }

  /** Mutes or unmutes an entry. */
  mute({ id }: Entry, isMuted: boolean): Promise<void> {
    return this.#change(elementValue('muted', id, isMuted));
  }

  /** Hides or shows the marks of the page, until it is loaded again. */
  async setPageEnabled(isOn: boolean): Promise<void> {
    if (!this.tab) return;
    this.#isPageOn.value = isOn;
    const message: CommandMessage = { type: 'command', command: 'toggle-marks' };
    await browser.tabs.sendMessage(this.tab.id, message).catch(() => null);
  }

  /** Turns the site on or off. */
  async setSiteEnabled(isOn: boolean): Promise<void> {
    const place = this.#place();
    if (place !== null) await this.#save(settingsChanges.setSiteEnabled(place, isOn));
  }

  /** Turns all sites without a rule on or off. */
  setBaseEnabled(isOn: boolean): Promise<void> {
    return this.#change({ 'sites.base': isOn ? 'on' : 'off' });
  }

  /** Pauses marking; null ends the pause. */
  pause(length: 'hour' | 'tomorrow' | null): Promise<void> {
    return this.#change({ pausedUntil: length === null ? null : pauseEnd(length, Date.now()) });
  }

  async #lookForFrames(tabId: number): Promise<void> {
    this.#hasRestrictedFrames.value = await hasRestrictedFrames(tabId);
  }

  #change(values: SettingValues): Promise<void> {
    return this.#save(settingsChanges.change(values));
  }

  /** Shows the stored settings after a change, and a message if it failed. */
  async #save(change: Promise<Result<null>>): Promise<void> {
    const result = await change.catch(() => failure(faultOf('the store cannot be reached')));
    if (result.ok) this.#problem.value = null;
    else this.#problem.value = refusalOf(result.error);
    this.#settings.value = await settingsStore.read().catch(() => this.#settings.value);
  }

  /** Why only this page is marked, until it is loaded again; null otherwise. */
  #markedDespite(): Extract<PageState, { name: 'read' }>['markedDespite'] {
    if (!this.#hasAccess.value) return 'permission';
    const sites = this.#settings.value?.settings.sites;
    return sites && !isSiteOn(sites, this.#place()) ? 'rules' : null;
  }

  #place(): string | null {
    return placeOf(this.#tab.value?.url ?? '');
  }

  #pausedUntil(): number | null {
    const until = this.#settings.value?.settings.pausedUntil ?? null;
    return until !== null && until > Date.now() ? until : null;
  }
}

/** The scope of the site's switch (`siteChange`): a part of the site if a rule for it applies. */
function shownSite(place: string, rules: SiteRules['rules']): string {
  const rule = ruleFor(place, rules);
  return rule && hasPath(rule) && !rule.pattern.startsWith('*.') ? rule.pattern : siteIn(place);
}
