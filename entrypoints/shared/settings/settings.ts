/**
 * All settings: shape, defaults, and valid values. A setting has a *key*: `marks.style` for a single one; `muted/NAME`,
 * `rule/PATTERN`, `pack/ID`, `term/ID` and `correction/ID` for elements of a set, which are stored, synced and merged
 * separately (`stored-record.ts`).
 */
import * as v from 'valibot';
import { readEntryName } from '../../../glossary/library/entry-name';
import type { PlainPack } from '../../../glossary/library/plain-pack';
import { MARK_COLOURS } from '../../../glossary/pack/mark-colours';
import { DENSITIES, NEW_PREFERENCES, type PackPreferences } from '../page/pack-marks';
import { type Correction, correctionSchema } from './correction';
import { packSettingSchema, setPacksOf } from './pack-settings';
import {
  CARD_OPENERS,
  CARD_TEXT_SIZES,
  DEFAULT_PAGE_SETTINGS,
  MARK_SHOWS,
  MARK_STRENGTHS,
  MARK_STYLES,
  type PageSettings,
  REST_MS,
} from './page-settings';
import { plainTermSchema } from './plain-term-schema';

/** Limit of the reader's own terms. If other devices add more, the first are found. */
export const MAX_USER_TERMS = 1000;
/** Limit of the reader's site rules, which every frame reads. */
export const MAX_RULES = 1000;

export const LANGUAGES = ['auto', 'zh_CN', 'zh_TW', 'en'] as const;

/** The settings with their defaults. */
export interface Settings extends Omit<PageSettings, 'v' | 'muted' | 'packs'> {
  /** Names of entries that are not marked. */
  muted: readonly string[];
  /** Sorted by id. */
  corrections: readonly (Correction & { id: string })[];
  /** Settings of packs, by id, without imported ones. */
  packs: Readonly<Record<string, PackPreferences>>;
  /** Whether the toolbar button shows the number of the page's terms. */
  badge: boolean;
  /** Language of the interface; `auto` is the browser's. */
  language: (typeof LANGUAGES)[number];
}

const { v: _version, muted: _muted, packs: _packs, ...pageDefaults } = DEFAULT_PAGE_SETTINGS;

export const DEFAULT_SETTINGS: Settings = {
  ...pageDefaults,
  muted: [],
  corrections: [],
  packs: {},
  badge: true,
  language: 'auto',
};

/** The latest valid date, in ms since the epoch. */
const LAST_DATE_MS = 8.64e15;

const SINGLE = {
  'marks.style': v.picklist(MARK_STYLES),
  'marks.colour': v.picklist(MARK_COLOURS),
  'marks.strength': v.picklist(MARK_STRENGTHS),
  'marks.show': v.picklist(MARK_SHOWS),
  'card.opensBy': v.picklist(CARD_OPENERS),
  'card.restMs': v.pipe(v.number(), v.integer(), v.minValue(REST_MS.min), v.maxValue(REST_MS.max)),
  'card.textSize': v.picklist(CARD_TEXT_SIZES),
  density: v.picklist(DENSITIES),
  'sites.base': v.picklist(['on', 'off']),
  pausedUntil: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LAST_DATE_MS)),
  badge: v.boolean(),
  language: v.picklist(LANGUAGES),
} as const;

const ELEMENTS = {
  muted: v.boolean(),
  rule: v.union([v.boolean(), v.literal('none')]),
  pack: packSettingSchema,
  term: plainTermSchema,
  correction: correctionSchema,
} as const;

/** Values that mean no element. They are stored to remove a preset of an organisation. */
const NO_ELEMENT = { muted: false, rule: 'none', pack: NEW_PREFERENCES, term: null, correction: null } as const;

type Single = { [K in keyof typeof SINGLE]: v.InferOutput<(typeof SINGLE)[K]> };
type Element = { [K in keyof typeof ELEMENTS as `${K}/${string}`]: v.InferOutput<(typeof ELEMENTS)[K]> };

/** Values by key; null removes the reader's value, so that the preset or default applies. */
export type SettingValues = Partial<
  { [K in keyof Single]: Single[K] | null } & { [K in keyof Element]: Element[K] | null }
>;
export type SettingKey = keyof SettingValues;

/** The change of a single setting; null removes the reader's value. */
export function singleValue(key: keyof Single, value: unknown): SettingValues {
  return { [key]: value } as SettingValues; // The store checks the value.
}

/**
 * The change of an element of a set; null removes the reader's value. `false` (`muted`) and `none` (`rule`) remove the
 * element even if an organisation presets it.
 */
export function elementValue<S extends keyof typeof ELEMENTS>(
  set: S,
  name: string,
  value: Element[`${S}/${string}`] | null,
): SettingValues {
  return { [`${set}/${name}`]: value } as SettingValues; // TypeScript widens the computed key to a string.
}

/** Limit of an element's name in UTF-16 units; hosts are shorter. */
const MAX_NAME = 270;
/** The ids of a term and of a pack are parts of an entry's name (`entry-name.ts`). */
const TERM_NAME = /^[A-Za-z0-9-]{1,80}$/;
/** The hash of a correction (`correctionChange`). */
const CORRECTION_NAME = /^[0-9a-f]{16}$/;

/** The current key for a stored one: version 0.1.0 had other names of muted entries (`readEntryName`). */
export function readSettingKey(stored: string): string {
  const muted = stored.startsWith('muted/') ? readEntryName(stored.slice('muted/'.length)) : null;
  return muted === null ? stored : `muted/${muted}`;
}

/** Whether this version knows the key. */
export function isSettingKey(key: string): key is SettingKey {
  return schemaOf(key) !== null;
}

/** Whether a value is valid for a key. */
export function isValueOf(key: string, value: unknown): boolean {
  const schema = schemaOf(key);
  return schema !== null && v.is(schema, value);
}

function schemaOf(key: string): v.GenericSchema | null {
  if (Object.hasOwn(SINGLE, key)) return SINGLE[key as keyof Single]; // An own key.
  const at = key.indexOf('/');
  const set = key.slice(0, Math.max(0, at));
  if (at === key.length - 1 || key.length - at > MAX_NAME || !Object.hasOwn(ELEMENTS, set)) return null;
  const name = key.slice(at + 1);
  if ((set === 'term' || set === 'pack') && !TERM_NAME.test(name)) return null;
  if (set === 'correction' && !CORRECTION_NAME.test(name)) return null;
  if (set === 'muted' && readEntryName(name) !== name) return null;
  return ELEMENTS[set as keyof typeof ELEMENTS]; // As above.
}

/** The elements of a set: names and values, sorted by name. */
export function elementsOf<S extends keyof typeof ELEMENTS>(
  set: S,
  values: ReadonlyMap<string, unknown>,
): [string, Element[`${S}/${string}`]][] {
  const prefix = `${set}/`;
  return [...values]
    .filter(([key]) => key.startsWith(prefix))
    .map(([key, value]): [string, Element[`${S}/${string}`]] => [
      key.slice(prefix.length),
      value as Element[`${S}/${string}`], // All values are valid.
    ])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The settings for values by key. @param values valid ones (`isValueOf`). */
export function settingsOf(values: ReadonlyMap<string, unknown>): Settings {
  const usual = DEFAULT_SETTINGS;
  const get = <K extends keyof Single>(key: K, otherwise: Single[K]): Single[K] =>
    values.has(key) ? (values.get(key) as Single[K]) : otherwise; // All values are valid.
  return {
    marks: {
      style: get('marks.style', usual.marks.style),
      colour: get('marks.colour', usual.marks.colour),
      strength: get('marks.strength', usual.marks.strength),
      show: get('marks.show', usual.marks.show),
    },
    card: {
      opensBy: get('card.opensBy', usual.card.opensBy),
      restMs: get('card.restMs', usual.card.restMs),
      textSize: get('card.textSize', usual.card.textSize),
    },
    density: get('density', usual.density),
    muted: elementsOf('muted', values).flatMap(([entry, isMuted]) => (isMuted ? [entry] : [])),
    corrections: elementsOf('correction', values).map(([id, correction]) => ({ id, ...correction })),
    packs: Object.fromEntries(elementsOf('pack', values)),
    sites: {
      base: get('sites.base', usual.sites.base),
      rules: elementsOf('rule', values).flatMap(([pattern, isOn]) => (isOn === 'none' ? [] : [{ pattern, isOn }])),
    },
    pausedUntil: values.has('pausedUntil') ? get('pausedUntil', 0) : null,
    badge: get('badge', usual.badge),
    language: get('language', usual.language),
  };
}

/** The default of a key; null for `pausedUntil`, terms and corrections. */
export function usualValue(key: string): unknown {
  const [set = ''] = key.split('/', 1);
  if (Object.hasOwn(NO_ELEMENT, set)) return NO_ELEMENT[set as keyof typeof NO_ELEMENT]; // An own key.
  if (!Object.hasOwn(SINGLE, key)) return null;
  const [group = '', name] = key.split('.');
  const found = DEFAULT_SETTINGS[group as keyof Settings]; // The first part of a single key is a field of `Settings`.
  return name === undefined ? found : (found as unknown as Record<string, unknown>)[name];
}

/** The settings that pages need. @param packs besides the bundled one and imported ones. */
export function pageSettingsOf(
  { badge: _b, language: _l, muted: _m, corrections: _c, packs: set, ...settings }: Settings,
  packs: readonly PlainPack[],
): Omit<PageSettings, 'muted'> {
  return { v: 1, ...settings, packs: setPacksOf(set, packs) };
}
