/** The settings store of this reader in the browser's storage, and an observer of changes. */
import browser from 'webextension-polyfill';
import { optionalApis } from '../optional-apis';
import { policyOf } from './managed-settings';
import { outsidePrivate } from './outside-private';
import { NO_POLICY, type Policy } from './policy';
import { SettingsStore } from './settings-store';
import { isRecordItem, type SettingsState, VERSION_KEY } from './stored-settings';

export const settingsStore = new SettingsStore({
  local: browser.storage.local,
  policy: readPolicy,
  inTurn: (act) => navigator.locks.request('settings', act),
  nowMs: () => Date.now(),
});

/**
 * Changes made by readers in extension pages, popup and panel included: refused with `private` in a private window. Not for
 * the background, which checks the tab of a request.
 */
export const settingsChanges = outsidePrivate(settingsStore, async () => {
  // In Chromium the popup over a private window is not private itself, but its window is.
  return browser.extension.inIncognitoContext || ((await optionalApis.windows?.getCurrent())?.incognito ?? false);
});

let policy: Promise<Policy> | null = null;

/** The policy, memoised until it changes. */
function readPolicy(): Promise<Policy> {
  if (!policy) {
    browser.storage.onChanged.addListener(forgetPolicy);
    // Without a policy, Firefox has no managed storage.
    policy = browser.storage.managed.get().then(policyOf, () => NO_POLICY);
  }
  return policy;
}

function forgetPolicy(_changes: unknown, area: string): void {
  if (area === 'managed') policy = null;
}

/** Calls `onChange` with the settings after each change, in any context, until `signal` aborts. */
export function watchSettings(onChange: (state: SettingsState) => void, signal: AbortSignal): void {
  let turn = 0;
  const onStored = (changes: Record<string, unknown>, area: string) => {
    // This listener may be called before the other one.
    forgetPolicy(changes, area);
    if (area !== 'managed' && !(area === 'local' && Object.keys(changes).some(isOfSettings))) return;
    const mine = ++turn;
    settingsStore.read().then(
      (state) => {
        // A later change is being read.
        if (mine === turn && !signal.aborted) onChange(state);
      },
      // After a failure, the settings are read at the next change.
      () => null,
    );
  };
  browser.storage.onChanged.addListener(onStored);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(onStored), { once: true });
}

function isOfSettings(item: string): boolean {
  return isRecordItem(item) || item === VERSION_KEY;
}
