/** Damaged contents of storage: values of other types at any depth, missing and unknown items. */
import fc from 'fast-check';

/** One valid item of each kind, as this version writes them. */
export const SOUND_ITEMS = {
  'set/marks.style': { v: 'wavy', t: 5, device: 'd' },
  'set/muted/bundled/cast': { v: true, t: 6, device: 'd' },
  'set/rule/a.cn': { v: false, t: 7, device: 'd' },
  'set/term/x': { v: { headword: '词语', forms: ['词儿'], definition: '释义' }, t: 8, device: 'd' },
  'set/language': { v: 'en', t: 9, device: 'd' },
  'set/badge': { v: false, t: 9, device: 'd' },
  'set/pausedUntil': { v: 1, t: 9, device: 'd' },
  settingsVersion: 1,
  settingsDevice: '0123456789abcdef',
  settingsSyncDue: true,
  settingsSync: { problem: null, left: 0 },
  settingsQuarantine: [{ item: 'set/odd', value: 'x' }],
  updatedTo: '0.1.0',
  page: { v: 1, sites: { base: 'on', rules: [] }, pausedUntil: null, density: 'every' },
  packsPrefilter: { revisions: ['', '0'.repeat(16)], literals: '词语', spellings: '  ' },
  packsFinder: { revisions: ['', '0'.repeat(16)] },
  mutedEntries: { revisions: ['0'.repeat(16), ''], entries: [0] },
} as const;

type Items = Record<string, unknown>;

/** Paths of all values in a value, its own included. */
function pathsIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key]))];
}

function withAt(value: unknown, [key, ...rest]: readonly string[], next: unknown): unknown {
  if (key === undefined) return next;
  const copy: Items = Object.assign(Array.isArray(value) ? [] : {}, value);
  copy[key] = withAt(copy[key], rest, next);
  return copy;
}

/** Limits of dates, counts and numbers, which arbitrary values rarely contain. */
const largeNumber = fc.constantFrom(8.64e15, 8.64e15 + 1, Number.MAX_SAFE_INTEGER, 2 ** 53, 1e20, Number.MAX_VALUE);

const damage = fc.oneof({ weight: 4, arbitrary: fc.jsonValue() }, { weight: 1, arbitrary: largeNumber });
const flip = fc.tuple(fc.constantFrom(...pathsIn(SOUND_ITEMS).slice(1)), damage);

/** The valid items with up to four replaced values, some missing and some unknown items. */
export const damagedState: fc.Arbitrary<Items> = fc
  .tuple(
    fc.array(flip, { minLength: 1, maxLength: 4 }),
    fc.array(fc.constantFrom(...Object.keys(SOUND_ITEMS)), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('set/', 'set/density', 'set/x/'), fc.jsonValue()),
  )
  .map(([flips, missing, strange]) => {
    const damaged = flips.reduce<unknown>((items, [path, value]) => withAt(items, path, value), SOUND_ITEMS);
    const kept = Object.entries(damaged as Items).filter(([item]) => !missing.includes(item)); // An object it began with.
    return { ...Object.fromEntries(kept), ...strange };
  });

/** The same damaged contents in every run. */
export function damagedStates(count: number): Items[] {
  return fc.sample(damagedState, { numRuns: count, seed: 20261125 });
}
