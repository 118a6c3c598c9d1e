/** Owns what the background does for the settings: what came from elsewhere is taken in, what was changed here is sent. */
import browser from 'webextension-polyfill';
import { settingsStore, watchSettings } from '../shared/settings/reader-settings';
import { isRecordItem } from '../shared/settings/stored-settings';
import { isPacked } from '../shared/settings/synced-items';
import { SettingsSync } from './settings-sync';

/** To be called once, when the worker starts: the listeners wake it later. */
export function keepSettings(): void {
  const { local, sync: synced } = browser.storage;
  const sync = new SettingsSync({ local, sync: synced, store: settingsStore, nowMs: () => Date.now() });
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && Object.keys(changes).some(isRecordItem)) sync.request();
    if (area === 'sync' && Object.keys(changes).some(isPacked)) void sync.receive().catch(() => null);
  });
  // What pages derive is written with each change; this is for what came from elsewhere.
  const refresh = () => void settingsStore.refreshPage().catch(() => null);
  watchSettings(refresh, new AbortController().signal);
  refresh();
  void settingsStore.setBrokenAside().catch(() => null);
  void sync.resume().catch(() => null);
}
