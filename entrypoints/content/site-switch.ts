/** Owns whether this frame is to be marked: by the rules for the site, by the reader's word for this page, and until a pause is over. */
import type { Send } from '../shared/page/engine-api';
import { isOnFor, type PageSettings } from '../shared/settings/page-settings';
import { isSiteOn, type SiteRules, siteOf } from '../shared/sites/site-rules';

/** How long a timer is trusted, in ms: its clock stands still while the machine sleeps. */
const MAX_TIMER_MS = 60_000;

const EVERYWHERE: SiteRules = { base: 'on', rules: [] };

interface SiteSwitch {
  /** To be called with the settings at the start and after each change. */
  obey(settings: PageSettings): Promise<void>;
  /** The reader wants this page marked, as long as no rule that would is taken back. A pause goes on. */
  markPage(): Promise<void>;
}

/** Calls `onChange` with the first state and with each that differs, until `signal` aborts. */
export function createSiteSwitch(send: Send, onChange: (isOn: boolean) => void, signal: AbortSignal): SiteSwitch {
  let last: boolean | null = null;
  let known: PageSettings | null = null;
  let isWanted = false;
  let turn = 0;
  let pause: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(pause), { once: true });
  const obey = async (settings: PageSettings) => {
    known = settings;
    const mine = ++turn;
    // Where no rule can hold, nothing need be known of the site.
    const site = settings.sites.rules.length > 0 ? await siteOfTab(send) : null;
    if (signal.aborted || mine !== turn) return;
    const nowMs = Date.now();
    clearTimeout(pause);
    if (settings.pausedUntil !== null && settings.pausedUntil > nowMs) awaitEnd(settings, settings.pausedUntil);
    // A rule that comes takes the reader's word over: when it goes again, so do the marks.
    if (isSiteOn(settings.sites, site)) isWanted = false;
    const sites = isWanted ? EVERYWHERE : settings.sites;
    const isOn = isOnFor({ sites, pausedUntil: settings.pausedUntil }, site, nowMs);
    if (isOn === last) return;
    last = isOn;
    onChange(isOn);
  };
  const awaitEnd = (settings: PageSettings, endMs: number) => {
    const leftMs = endMs - Date.now();
    pause = setTimeout(
      () => {
        if (Date.now() < endMs) awaitEnd(settings, endMs);
        else void obey(settings);
      },
      Math.min(MAX_TIMER_MS, leftMs),
    );
  };
  const markPage = async () => {
    isWanted = true;
    // Before the settings are known: their coming finds it.
    if (known) await obey(known);
  };
  return { obey, markPage };
}

/** The site in the address bar: a frame obeys the switch of the page it is in. */
async function siteOfTab(send: Send): Promise<string | null> {
  if (window === window.top) return siteOf(location.href);
  const answer = await send({ type: 'site.host' });
  return answer.ok ? answer.value : siteOf(location.href);
}
