/** Checks of changes before they are stored, and the reason if the browser did not store them. */
import { type Failure, faultOf } from '../result';
import { isLocked, type Policy } from './policy';
import { isSettingKey, isValueOf, usualValue } from './settings';
import type { Records } from './stored-record';

/** The failure of a write. */
export function writeFailureOf(error: unknown): Failure {
  const fault = faultOf(error);
  // Both browsers report a full storage by an error whose message contains “quota”.
  return /quota/i.test(fault.message) ? { kind: 'full' } : fault;
}

/** Whether a set exceeds its limit and grows: elements above the limit can be removed. */
export function hasTooMany(set: string, most: number, { before, after }: { before: Records; after: Records }): boolean {
  const count = (records: Records) =>
    [...records].filter(([key, { v }]) => key.startsWith(`${set}/`) && v !== null).length;
  return count(after) > Math.max(most, count(before));
}

/** The reason for which a value cannot be set, or null. */
export function refusalOf(key: string, value: unknown, { locked }: Policy): Failure | null {
  if (!isSettingKey(key)) return { kind: 'fault', message: `no such setting: ${key}` };
  if (value !== null && !isValueOf(key, value)) return { kind: 'fault', message: `not a value of ${key}` };
  return isLocked(key, locked) ? { kind: 'locked' } : null;
}

/** Whether a value is the default or the preset. */
export function isUsual(key: string, value: unknown, { preset }: Policy): boolean {
  const usual = preset.has(key) ? preset.get(key) : usualValue(key);
  return JSON.stringify(value) === JSON.stringify(usual);
}
