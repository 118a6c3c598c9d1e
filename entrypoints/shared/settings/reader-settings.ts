/** Owns this reader's settings: the store over the browser's own storage, and word of every change. */
import browser from 'webextension-polyfill';
import { policyOf } from './managed-settings';
import { outsidePrivate } from './outside-private';
import { SettingsStore } from './settings-store';
import { isRecordItem, NO_POLICY, type Policy, type SettingsState, VERSION_KEY } from './stored-settings';

export const settingsStore = new SettingsStore({
  local: browser.storage.local,
  policy: readPolicy,
  inTurn: (act) => navigator.locks.request('settings', act),
  nowMs: () => Date.now(),
});

/**
 * Changes made by hand in a page of ours, the popup and the panel included: refused with `private` in a private window.
 * Not for the background, which has no window: it asks the tab a request comes from.
 */
export const settingsChanges = outsidePrivate(settingsStore, async () => {
  // In Chromium our popup over a private window is not itself private: the window says it.
  return browser.extension.inIncognitoContext || (await browser.windows.getCurrent()).incognito;
});

let policy: Promise<Policy> | null = null;

/** What the organisation decided: asked for once, and again when it changed. */
function readPolicy(): Promise<Policy> {
  if (!policy) {
    browser.storage.onChanged.addListener(forgetPolicy);
    // Where there is no policy, Firefox has no such storage.
    policy = browser.storage.managed.get().then(policyOf, () => NO_POLICY);
  }
  return policy;
}

function forgetPolicy(_changes: unknown, area: string): void {
  if (area === 'managed') policy = null;
}

/** Calls `onChange` with the settings whenever they changed, here or elsewhere, until `signal` aborts. */
export function watchSettings(onChange: (state: SettingsState) => void, signal: AbortSignal): void {
  let turn = 0;
  const onStored = (changes: Record<string, unknown>, area: string) => {
    // Whichever of the listeners is called first.
    forgetPolicy(changes, area);
    if (area !== 'managed' && !(area === 'local' && Object.keys(changes).some(isOfSettings))) return;
    const mine = ++turn;
    settingsStore.read().then(
      (state) => {
        // A later change has its own reading under way.
        if (mine === turn && !signal.aborted) onChange(state);
      },
      // What cannot be read now is read with the next change.
      () => null,
    );
  };
  browser.storage.onChanged.addListener(onStored);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(onStored), { once: true });
}

function isOfSettings(item: string): boolean {
  return isRecordItem(item) || item === VERSION_KEY;
}
