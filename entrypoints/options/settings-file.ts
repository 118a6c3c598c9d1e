/** Owns the file in which a reader takes their settings along: all they set, as one JSON object. */
import * as v from 'valibot';
import { isSettingKey, isValueOf, type SettingValues } from '../shared/settings/settings';
import { SETTINGS_VERSION } from '../shared/settings/stored-settings';

const fileSchema = v.object({
  pangzhu: v.literal('settings'),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  settings: v.record(v.string(), v.unknown()),
});

export type FileFault = 'not_json' | 'not_ours' | 'newer' | 'unknown' | 'value' | 'locked';

export type ReadFile = { ok: true; values: SettingValues } | { ok: false; where: string; what: FileFault };

/** @param values as `SettingsStore.values` gives them. */
export function writeSettingsFile(values: Readonly<Record<string, unknown>>): string {
  const sorted = Object.fromEntries(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ pangzhu: 'settings', version: SETTINGS_VERSION, settings: sorted }, null, 2)}\n`;
}

/** All values of a file, or the first fault and where it is: nothing is taken from a file with one. */
export function readSettingsFile(text: string, isLocked: (key: string) => boolean): ReadFile {
  const json = parseJson(text);
  if (json === undefined) return { ok: false, where: '/', what: 'not_json' };
  const file = v.safeParse(fileSchema, json);
  if (!file.success) return { ok: false, where: `/${v.getDotPath(file.issues[0]) ?? ''}`, what: 'not_ours' };
  if (file.output.version > SETTINGS_VERSION) return { ok: false, where: '/version', what: 'newer' };
  for (const [key, value] of Object.entries(file.output.settings)) {
    const what = faultOf(key, value, isLocked);
    if (what) return { ok: false, where: `/settings/${key}`, what };
  }
  return { ok: true, values: file.output.settings as SettingValues }; // Each was looked at.
}

function faultOf(key: string, value: unknown, isLocked: (key: string) => boolean): FileFault | null {
  if (!isSettingKey(key)) return 'unknown';
  if (!isValueOf(key, value)) return 'value';
  return isLocked(key) ? 'locked' : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
