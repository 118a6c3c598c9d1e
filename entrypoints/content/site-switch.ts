/** Owns whether this frame is to be marked: by the rules for the site, and until a pause is over. */
import type { Send } from '../shared/engine-api';
import { isOnFor, type PageSettings } from '../shared/page-settings';
import { siteOf } from '../shared/site-rules';

/** A timer holds no longer than this, in ms. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/**
 * What to call with the settings at the start and after each change.
 * Calls `onChange` with the first state and with each that differs, until `signal` aborts.
 */
export function createSiteSwitch(
  send: Send,
  onChange: (isOn: boolean) => void,
  signal: AbortSignal,
): (settings: PageSettings) => Promise<void> {
  let last: boolean | null = null;
  let turn = 0;
  let pause: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(pause), { once: true });
  return async function obey(settings) {
    const mine = ++turn;
    // Where no rule can hold, nothing need be known of the site.
    const site = settings.sites.rules.length > 0 ? await siteOfTab(send) : null;
    if (signal.aborted || mine !== turn) return;
    const nowMs = Date.now();
    clearTimeout(pause);
    if (settings.pausedUntil !== null && settings.pausedUntil > nowMs) {
      pause = setTimeout(() => void obey(settings), Math.min(MAX_TIMER_MS, settings.pausedUntil - nowMs));
    }
    const isOn = isOnFor(settings, site, nowMs);
    if (isOn === last) return;
    last = isOn;
    onChange(isOn);
  };
}

/** The site in the address bar: a frame obeys the switch of the page it is in. */
async function siteOfTab(send: Send): Promise<string | null> {
  if (window === window.top) return siteOf(location.href);
  const answer = await send({ type: 'site.host' });
  return answer.ok ? answer.value : siteOf(location.href);
}
