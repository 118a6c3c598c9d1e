/** Owns taking all settings along, bringing them back, and giving them up. */
import { signal } from '@preact/signals';
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import type { DataProps } from '../../components/options/AboutSections';
import { translate } from '../shared/language/translate';
import { settingsChanges, settingsStore } from '../shared/settings/reader-settings';
import type { SettingValues } from '../shared/settings/settings';
import { isLocked, type SetAside, SYNC_STATE_KEY } from '../shared/settings/stored-settings';
import { download } from './download';
import { attempt, change, load, loaded, say } from './options-model';
import { readSettingsFile, writeSettingsFile } from './settings-file';

/** What there is to say about syncing, in words; null where all is well. */
export const syncProblem = signal<string | null>(null);

const stateSchema = v.object({ problem: v.nullable(v.string()), left: v.number() });

export async function readSyncProblem(): Promise<void> {
  const stored = await browser.storage.local.get(SYNC_STATE_KEY);
  const state = v.safeParse(stateSchema, stored[SYNC_STATE_KEY]);
  const { problem, left } = state.success ? state.output : { problem: null, left: 0 };
  const isFull = left > 0 ? translate('options_sync_left', String(left)) : null;
  syncProblem.value = problem === null ? isFull : translate('options_sync_problem', problem);
}

export function dataActions(broken: readonly SetAside[]): Omit<DataProps, 'syncProblem' | 'brokenItems'> {
  return {
    onExport: () => void attempt(exportSettings),
    onImport: (file) => void attempt(() => importSettings(file)),
    onReset: () => void attempt(reset),
    onExportBroken: () => download('pangzhu-unreadable.json', `${JSON.stringify(broken, null, 2)}\n`),
    onForgetBroken: () => void attempt(forgetBroken),
  };
}

async function exportSettings(): Promise<void> {
  download('pangzhu-settings.json', writeSettingsFile(await settingsStore.values()));
}

async function importSettings(file: File): Promise<void> {
  const locked = loaded.value.name === 'ready' ? loaded.value.state.locked : new Set<string>();
  const read = readSettingsFile(await file.text(), (key) => isLocked(key, locked));
  if (!read.ok) say('failed', translate('options_import_fault', read.where, translate(`options_import_${read.what}`)));
  else {
    const count = String(Object.keys(read.values).length);
    await change(read.values, () => translate('options_imported', count));
  }
}

async function forgetBroken(): Promise<void> {
  const result = await settingsChanges.forgetBroken();
  if (result.ok) await load();
  else say('failed', translate('private_not_saved'));
}

async function reset(): Promise<void> {
  const values = await settingsStore.values();
  const locked = loaded.value.name === 'ready' ? loaded.value.state.locked : new Set<string>();
  const keys = Object.keys(values).filter((key) => !isLocked(key, locked));
  const nothing: SettingValues = Object.fromEntries(keys.map((key) => [key, null]));
  await change(nothing, () => translate('options_reset_done'));
}
