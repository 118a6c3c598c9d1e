/** Decides whether this frame is marked: by the rules for the site, the reader's order for this page, and a pause. */
import type { Send } from '../shared/page/engine-api';
import { isOnFor, type PageSettings } from '../shared/settings/page-settings';
import { EVERYWHERE, isSiteOn, siteOf } from '../shared/sites/site-rules';

/** Longest timer, in ms: its clock stops while the machine sleeps, so that a longer one would fire late. */
const MAX_TIMER_MS = 60_000;

/** The switch of one frame. */
export interface SiteSwitch {
  /** Applies the settings: call it at the start and after each change. A later call overtakes this one. */
  apply(settings: PageSettings): Promise<void>;
  /** Marks this page, whatever the rules. A pause still holds. */
  markPage(): void;
}

/** Calls `onChange` with the first state and with each change, until `signal` aborts. */
export function createSiteSwitch(send: Send, onChange: (isOn: boolean) => void, signal: AbortSignal): SiteSwitch {
  let current: boolean | null = null;
  let latest: PageSettings | null = null;
  /** Whether the reader ordered this page to be marked although its site is off. */
  let isOrdered = false;
  let pause: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(pause), { once: true });
  const apply = async (settings: PageSettings) => {
    latest = settings;
    // Without rules the site makes no difference.
    const site = settings.sites.rules.length > 0 ? await siteOfTab(send) : null;
    if (signal.aborted || settings !== latest) return;
    const nowMs = Date.now();
    clearTimeout(pause);
    if (settings.pausedUntil !== null && settings.pausedUntil > nowMs) awaitEnd(settings.pausedUntil);
    // A rule that turns the site on replaces the order: when it is removed, the marks go as well.
    if (isSiteOn(settings.sites, site)) isOrdered = false;
    const sites = isOrdered ? EVERYWHERE : settings.sites;
    const isOn = isOnFor({ sites, pausedUntil: settings.pausedUntil }, site, nowMs);
    if (isOn === current) return;
    current = isOn;
    onChange(isOn);
  };
  // Before the settings are known there is nothing to apply: the first call of `apply` finds the order.
  const applyLatest = () => latest && void apply(latest);
  const awaitEnd = (endMs: number) => {
    const check = () => (Date.now() < endMs ? awaitEnd(endMs) : applyLatest());
    pause = setTimeout(check, Math.min(MAX_TIMER_MS, endMs - Date.now()));
  };
  const markPage = () => {
    isOrdered = true;
    applyLatest();
  };
  return { apply, markPage };
}

/** The site in the address bar: a frame follows the switch of the page it is in. */
export async function siteOfTab(send: Send): Promise<string | null> {
  if (window === window.top) return siteOf(location.href);
  const answer = await send({ type: 'site.host' });
  return answer.ok ? answer.value : siteOf(location.href);
}
