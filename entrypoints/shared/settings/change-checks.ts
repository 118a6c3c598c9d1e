/** Checks of changes before they are stored, and the reason if the browser did not store them. */
import { type Failure, faultOf } from '../result';
import { MAX_CORRECTIONS } from './correction';
import { isLocked, type Policy } from './policy';
import { isSettingKey, isValueOf, MAX_RULES, MAX_USER_TERMS, usualValue } from './settings';
import type { Records } from './stored-record';

/** The failure of a write. */
export function writeFailureOf(error: unknown): Failure {
  const fault = faultOf(error);
  // Both browsers report a full storage by an error whose message contains “quota”.
  return /quota/i.test(fault.message) ? { kind: 'full' } : fault;
}

/** Limits of sets, with the name of each in a failure. */
const LIMITS = [
  { set: 'term', most: MAX_USER_TERMS, of: 'terms' },
  { set: 'rule', most: MAX_RULES, of: 'rules' },
  { set: 'correction', most: MAX_CORRECTIONS, of: 'corrections' },
] as const;

/** The failure of a change by which a set exceeds its limit and grows, or null: elements above the limit can be removed. */
export function limitFailureOf({ before, after }: { before: Records; after: Records }): Failure | null {
  const exceeded = LIMITS.find(({ set, most }) => {
    const count = (records: Records) =>
      [...records].filter(([key, { v }]) => key.startsWith(`${set}/`) && v !== null).length;
    return count(after) > Math.max(most, count(before));
  });
  return exceeded ? { kind: 'too-many', of: exceeded.of } : null;
}

/** The failure for a value that cannot be set, or null. */
export function valueFailureOf(key: string, value: unknown, { locked }: Policy): Failure | null {
  if (!isSettingKey(key)) return { kind: 'fault', message: `no such setting: ${key}` };
  if (value !== null && !isValueOf(key, value)) return { kind: 'fault', message: `not a value of ${key}` };
  return isLocked(key, locked) ? { kind: 'locked' } : null;
}

/** Whether a value is the default or the preset. */
export function isUsual(key: string, value: unknown, { preset }: Policy): boolean {
  const usual = preset.has(key) ? preset.get(key) : usualValue(key);
  return JSON.stringify(value) === JSON.stringify(usual);
}
