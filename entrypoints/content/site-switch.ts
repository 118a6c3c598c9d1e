/** Owns whether this frame is to be marked: the site's switch, now and whenever the reader turns it. */
import { browser } from 'wxt/browser';
import type { Send } from '../shared/engine-api';
import { hostOf, parseSitesOff, SITES_OFF_KEY } from '../shared/sites';

/** Calls `onChange` with the state at the start and after each change, until `signal` aborts. */
export function watchSite(send: Send, onChange: (isOn: boolean) => void, signal: AbortSignal): void {
  let last: boolean | null = null;
  let turn = 0;
  const update = async (stored: unknown) => {
    const mine = ++turn;
    const sitesOff = parseSitesOff(stored);
    const host = sitesOff.length > 0 ? await hostOfTab(send) : null;
    const isOn = host === null || !sitesOff.includes(host);
    if (signal.aborted || mine !== turn || isOn === last) return;
    last = isOn;
    onChange(isOn);
  };
  const onStored = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    const change = changes[SITES_OFF_KEY];
    if (area === 'local' && change) void update(change.newValue);
  };
  browser.storage.onChanged.addListener(onStored);
  signal.addEventListener('abort', () => forgetListener(onStored), { once: true });
  browser.storage.local.get(SITES_OFF_KEY).then(
    (stored) => update(stored[SITES_OFF_KEY]),
    // A store that cannot be read holds no switch.
    () => update(undefined),
  );
}

/** Of an extension that is gone, nothing can be asked any more, not even this. */
function forgetListener(listener: Parameters<typeof browser.storage.onChanged.addListener>[0]): void {
  if (browser.runtime?.id) browser.storage.onChanged.removeListener(listener);
}

async function hostOfTab(send: Send): Promise<string | null> {
  if (window === window.top) return hostOf(location.href);
  const answer = await send({ type: 'site.host' });
  return answer.ok ? answer.value : hostOf(location.href);
}
