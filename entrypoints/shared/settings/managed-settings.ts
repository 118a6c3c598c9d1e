/**
 * Reads an organisation's policy from `storage.managed`. `public/managed_schema.json` has its shape, `docs/organisations.md`
 * its documentation. Invalid values are skipped and named; the rest applies. The schema restricts types only, because
 * Chromium silently drops a whole name for one value that violates the schema.
 */
import * as v from 'valibot';
import { type FollowAddress, readFollowAddress } from '../../../glossary/follow/follow-address';
import { parsePattern } from '../sites/site-pattern';
import type { Policy } from './policy';
import { readPolicyPacks } from './policy-packs';
import { isValueOf, readSettingKey } from './settings';

/** Single settings, by their path in the policy. */
const SINGLE = [
  'marks.style',
  'marks.colour',
  'marks.strength',
  'marks.show',
  'card.opensBy',
  'card.restMs',
  'card.textSize',
  'density',
  'sites.base',
  'badge',
  'language',
];

/** Keys that each name in `locked` locks. */
const LOCKS: Readonly<Record<string, readonly string[]>> = {
  marks: ['marks.style', 'marks.colour', 'marks.strength', 'marks.show'],
  card: ['card.opensBy', 'card.restMs', 'card.textSize'],
  density: ['density'],
  sites: ['sites.base', 'rule'],
  muted: ['muted', 'correction'],
  terms: ['term'],
  packs: ['pack'],
  pause: ['pausedUntil'],
  badge: ['badge'],
  language: ['language'],
};

/** Addresses of a policy at most. */
const MAX_FOLLOWED = 20;

const textsSchema = v.array(v.string());

/** Parses a policy. @param managed the contents of `storage.managed`. */
export function policyOf(managed: unknown): Policy {
  const preset = new Map<string, unknown>();
  const faults: string[] = [];
  const put = (key: string, value: unknown, where: string) => {
    if (isValueOf(key, value)) preset.set(key, value);
    else faults.push(where);
  };
  for (const key of SINGLE) {
    const value = at(managed, key);
    if (value !== undefined) put(key, value, key);
  }
  for (const entry of texts(managed, 'muted', faults)) put(readSettingKey(`muted/${entry}`), true, `muted: ${entry}`);
  for (const word of ['on', 'off']) {
    for (const site of texts(managed, `sites.${word}`, faults)) {
      const pattern = parsePattern(site);
      if (pattern.ok) put(`rule/${pattern.value}`, word === 'on', `sites.${word}: ${site}`);
      else faults.push(`sites.${word}: ${site}`);
    }
  }
  faults.push(...unknownIn(managed));
  const { packs, marks, faults: packFaults } = readPolicyPacks(at(managed, 'packs'));
  const locked = locksIn(managed, faults);
  for (const [id, set] of marks) {
    put(`pack/${id}`, set.preset, `packs: ${id}`);
    if (set.isLocked) locked.add(`pack/${id}`);
  }
  const follow = addressesIn(managed, faults);
  return { preset, locked, packs, follow, faults: [...faults, ...packFaults] };
}

/** Addresses to follow, each once. One without a key, or that cannot be followed, is added to the faults. */
function addressesIn(managed: unknown, faults: string[]): FollowAddress[] {
  const found = new Map<string, FollowAddress>();
  for (const text of texts(managed, 'follow', faults)) {
    const address = readFollowAddress(text);
    if (typeof address === 'string' || address.keys.length === 0 || found.size >= MAX_FOLLOWED) {
      faults.push(`follow: ${text.slice(0, 120)}`);
    } else found.set(address.url, address);
  }
  return [...found.values()];
}

/** Locked keys. Adds unknown names to the faults. */
function locksIn(managed: unknown, faults: string[]): Set<string> {
  const locked = new Set<string>();
  for (const name of texts(managed, 'locked', faults)) {
    const keys = Object.hasOwn(LOCKS, name) ? LOCKS[name] : undefined;
    if (keys) for (const key of keys) locked.add(key);
    else faults.push(`locked: ${name}`);
  }
  return locked;
}

/** All known paths. */
const PATHS = [...SINGLE, 'sites.on', 'sites.off', 'muted', 'locked', 'packs', 'follow'];

/**
 * Unknown paths, which may be typing errors.
 * @param group the path to search in; '' for the top.
 */
function unknownIn(managed: unknown, group = ''): string[] {
  const value = group === '' ? managed : at(managed, group);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.keys(value).flatMap((name) => {
    const path = group === '' ? name : `${group}.${name}`;
    if (name.includes('.')) return [path];
    if (PATHS.some((known) => known.startsWith(`${path}.`))) return unknownIn(managed, path);
    return PATHS.includes(path) ? [] : [path];
  });
}

function texts(managed: unknown, path: string, faults: string[]): string[] {
  const value = at(managed, path);
  if (value === undefined) return [];
  if (v.is(textsSchema, value)) return value;
  faults.push(path);
  return [];
}

/** The value at a dotted path; undefined if there is none. */
function at(value: unknown, path: string): unknown {
  let found = value;
  for (const name of path.split('.')) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return undefined;
    found = (found as Record<string, unknown>)[name]; // It is an object with that field.
  }
  return found;
}
