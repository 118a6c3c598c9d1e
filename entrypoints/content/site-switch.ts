/** Decides whether this frame is marked: by the rules for the site, the reader's request for this page, and a pause. */
import type { Send } from '../shared/page/engine-api';
import { isOnFor, type PageSettings } from '../shared/settings/page-settings';
import { EVERYWHERE, hasPath, isSiteOn, placeOf } from '../shared/sites/site-rules';

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
export function createSiteSwitch(
  readPlace: ReadPlace,
  onChange: (isOn: boolean) => void,
  signal: AbortSignal,
): SiteSwitch {
  let current: boolean | null = null;
  let latest: PageSettings | null = null;
  /** Whether the reader requested that this page be marked although its site is off. */
  let isRequested = false;
  let pause: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(pause), { once: true });
  const apply = async (settings: PageSettings) => {
    latest = settings;
    const { rules } = settings.sites;
    // Without rules the place makes no difference.
    const place = rules.length > 0 ? await readPlace(rules.some(hasPath)) : null;
    if (signal.aborted || settings !== latest) return;
    const nowMs = Date.now();
    clearTimeout(pause);
    if (settings.pausedUntil !== null && settings.pausedUntil > nowMs) awaitEnd(settings.pausedUntil);
    // A rule that turns the site on replaces the request: when the rule is removed, the marks are removed as well.
    if (isSiteOn(settings.sites, place)) isRequested = false;
    const sites = isRequested ? EVERYWHERE : settings.sites;
    const isOn = isOnFor({ sites, pausedUntil: settings.pausedUntil }, place, nowMs);
    if (isOn === current) return;
    current = isOn;
    onChange(isOn);
  };
  // Before the settings are known there is nothing to apply: the first call of `apply` considers the request.
  const applyLatest = () => latest && void apply(latest);
  const awaitEnd = (endMs: number) => {
    const check = () => (Date.now() < endMs ? awaitEnd(endMs) : applyLatest());
    pause = setTimeout(check, Math.min(MAX_TIMER_MS, endMs - Date.now()));
  };
  const markPage = () => {
    isRequested = true;
    applyLatest();
  };
  // A page of one document goes to other paths (Firefox before version 147 does not tell).
  const onMove = () => latest?.sites.rules.some(hasPath) && applyLatest();
  globalThis.navigation?.addEventListener('currententrychange', onMove, { signal });
  return { apply, markPage };
}

/** Resolves to the place in the address bar (`placeOf`). @param isFresh whether the page may have moved since it was read. */
export type ReadPlace = (isFresh?: boolean) => Promise<string | null>;

/** Reads the place of the page that the frame is in. Memoised; `isFresh` reads it again. */
export function createPlaceReader(send: Send): ReadPlace {
  let asked: Promise<string | null> | null = null;
  const ask = async () => {
    const answer = await send({ type: 'site.place' });
    if (answer.ok) return answer.value;
    asked = null;
    return placeOf(location.href);
  };
  return async (isFresh = false) => {
    if (window === window.top) return placeOf(location.href);
    if (isFresh || asked === null) asked = ask();
    return asked;
  };
}
