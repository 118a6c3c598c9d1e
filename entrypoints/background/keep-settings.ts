/** Syncs settings with other devices, and keeps the page settings up to date. */
import browser from 'webextension-polyfill';
import { settingsStore, watchSettings } from '../shared/settings/reader-settings';
import { isRecordItem } from '../shared/settings/stored-settings';
import { isPacked } from '../shared/settings/synced-items';
import { SettingsSync } from './settings-sync';

/** Call it at each start of the worker, synchronously: its listeners wake the worker. */
export function keepSettings(): void {
  const { local, sync: synced } = browser.storage;
  const sync = new SettingsSync({ local, sync: synced, store: settingsStore, nowMs: () => Date.now() });
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && Object.keys(changes).some(isRecordItem)) sync.request();
    if (area === 'sync' && Object.keys(changes).some(isPacked)) void sync.receive().catch(() => null);
  });
  // Changes on this device update the page settings by themselves; this is for policy and sync.
  const refresh = () => void settingsStore.refreshPage().catch(() => null);
  watchSettings(refresh, new AbortController().signal);
  refresh();
  void settingsStore.quarantineBroken().catch(() => null);
  void sync.resume().catch(() => null);
}
