/** The file of all settings, a JSON object. */
import * as v from 'valibot';
import { jsonOf } from '../../glossary/json-of';
import { isSettingKey, isValueOf, readSettingKey, type SettingValues } from '../shared/settings/settings';
import { SETTINGS_VERSION } from '../shared/settings/stored-settings';

const fileSchema = v.object({
  pangzhu: v.literal('settings'),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  settings: v.record(v.string(), v.unknown()),
});

/** Why a file cannot be imported. */
export type FileFault = 'not_json' | 'not_ours' | 'newer' | 'unknown' | 'value';

/** Values and the number of skipped locked keys, or the first fault and its place. */
export type ReadFile =
  | { ok: true; values: SettingValues; locked: number }
  | { ok: false; where: string; what: FileFault };

/** Formats settings. @param values of `SettingsStore.values`. */
export function writeSettingsFile(values: Readonly<Record<string, unknown>>): string {
  const sorted = Object.fromEntries(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ pangzhu: 'settings', version: SETTINGS_VERSION, settings: sorted }, null, 2)}\n`;
}

/** Parses settings without locked ones. A file with a fault yields no values. */
export function readSettingsFile(text: string, isLocked: (key: string) => boolean): ReadFile {
  const json = jsonOf(text.replace(/^\uFEFF/, ''));
  if (json === undefined) return { ok: false, where: '/', what: 'not_json' };
  const file = v.safeParse(fileSchema, json);
  if (!file.success) return { ok: false, where: `/${v.getDotPath(file.issues[0]) ?? ''}`, what: 'not_ours' };
  if (file.output.version > SETTINGS_VERSION) return { ok: false, where: '/version', what: 'newer' };
  const all = Object.entries(file.output.settings).map(([key, value]): [string, unknown] => [
    readSettingKey(key),
    value,
  ]);
  for (const [key, value] of all) {
    const what = faultOf(key, value);
    if (what) return { ok: false, where: `/settings/${key}`, what };
  }
  const free = all.filter(([key]) => !isLocked(key));
  const values = Object.fromEntries(free) as SettingValues; // Each was checked.
  return { ok: true, values, locked: all.length - free.length };
}

function faultOf(key: string, value: unknown): FileFault | null {
  if (!isSettingKey(key)) return 'unknown';
  return isValueOf(key, value) ? null : 'value';
}
