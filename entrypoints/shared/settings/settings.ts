/**
 * What the reader can set: its shape, its defaults, and the values each key may have. A setting is known by its *key*: `marks.style` for a single one, `muted/NAME`, `rule/PATTERN` and `term/ID` for the
 * elements of a set, each of which is stored, synced and merged by itself (`stored-record.ts`).
 */
import * as v from 'valibot';
import { readEntryName } from '../../../glossary/library/entry-name';
import { lettersOf } from '../../../glossary/pack/characters';
import { visibleText } from '../../../glossary/visible-text';
import {
  CARD_OPENERS,
  DEFAULT_PAGE_SETTINGS,
  DENSITIES,
  MARK_COLOURS,
  MARK_SHOWS,
  MARK_STRENGTHS,
  MARK_STYLES,
  type PageSettings,
  REST_MS,
} from './page-settings';

/** The reader's own terms that are found at most; of more, the first. */
export const MAX_USER_TERMS = 1000;
/** The reader's own site rules at most: every frame of every page reads all of them. */
export const MAX_RULES = 1000;

export const LANGUAGES = ['auto', 'zh_CN', 'zh_TW', 'en'] as const;

/** All that can be set, with what holds where nothing was changed. Everything a page needs is `PageSettings`. */
export interface Settings extends Omit<PageSettings, 'v' | 'muted'> {
  /** Names of entries that are not marked. */
  muted: readonly string[];
  /** Whether the toolbar button shows how many terms the page mentions. */
  badge: boolean;
  /** Of the interface; `auto`: the browser's. */
  language: (typeof LANGUAGES)[number];
}

const { v: _version, muted: _muted, ...pageDefaults } = DEFAULT_PAGE_SETTINGS;

export const DEFAULT_SETTINGS: Settings = { ...pageDefaults, muted: [], badge: true, language: 'auto' };

/**
 * A spelling of a term of the reader's own, in UTF-16 units. What the finder skips (quotation marks, invisible
 * characters, spaces) is not counted: of less than two letters nearly every page would be full.
 */
const ownForm = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(64),
  v.check((form) => lettersOf(form).length >= 2, 'fewer than two letters'),
);

/** A term the reader added: what it is called, and what it means to them. In Chinese it fits one item of `storage.sync`. */
export const plainTermSchema = v.strictObject({
  headword: ownForm,
  forms: v.pipe(v.array(ownForm), v.maxLength(8)),
  definition: v.pipe(
    v.string(),
    v.trim(),
    v.maxLength(2000),
    v.check((text) => visibleText(text).trim() !== '', 'nothing to be seen'),
  ),
});

/** The last moment a date can name, in ms since the epoch. */
const LAST_DATE_MS = 8.64e15;

const SINGLE = {
  'marks.style': v.picklist(MARK_STYLES),
  'marks.colour': v.picklist(MARK_COLOURS),
  'marks.strength': v.picklist(MARK_STRENGTHS),
  'marks.show': v.picklist(MARK_SHOWS),
  'card.opensBy': v.picklist(CARD_OPENERS),
  'card.restMs': v.pipe(v.number(), v.integer(), v.minValue(REST_MS.min), v.maxValue(REST_MS.max)),
  density: v.picklist(DENSITIES),
  'sites.base': v.picklist(['on', 'off']),
  pausedUntil: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LAST_DATE_MS)),
  badge: v.boolean(),
  language: v.picklist(LANGUAGES),
} as const;

const ELEMENTS = {
  muted: v.boolean(),
  rule: v.union([v.boolean(), v.literal('none')]),
  term: plainTermSchema,
} as const;

/** As good as no element. It is kept where it takes out one that an organisation presets. */
const NO_ELEMENT = { muted: false, rule: 'none', term: null } as const;

type Single = { [K in keyof typeof SINGLE]: v.InferOutput<(typeof SINGLE)[K]> };
type Element = { [K in keyof typeof ELEMENTS as `${K}/${string}`]: v.InferOutput<(typeof ELEMENTS)[K]> };

/** A key with its value; null takes back what was set: then holds again what held before. */
export type SettingValues = Partial<
  { [K in keyof Single]: Single[K] | null } & { [K in keyof Element]: Element[K] | null }
>;
export type SettingKey = keyof SettingValues;

/** One single setting, changed; null takes it back. */
export function singleValue(key: keyof Single, value: unknown): SettingValues {
  return { [key]: value } as SettingValues; // Whether the key may have the value is asked where it is stored.
}

/**
 * One element of a set, added or changed; null takes that back. What an organisation presets is taken out by `false`
 * (`muted`) and `none` (`rule`), which are good for any other as well.
 */
export function elementValue<S extends keyof typeof ELEMENTS>(
  set: S,
  name: string,
  value: Element[`${S}/${string}`] | null,
): SettingValues {
  return { [`${set}/${name}`]: value } as SettingValues; // The compiler makes any string of the key.
}

/** The longest name of an element, in UTF-16 units: hosts are shorter. */
const MAX_NAME = 270;
/** A term's id is part of an entry's name (`entry-name.ts`). */
const TERM_NAME = /^[A-Za-z0-9-]{1,80}$/;

/** The key that a stored one means: version 0.1.0 named muted entries otherwise (`readEntryName`). */
export function readSettingKey(stored: string): string {
  const muted = stored.startsWith('muted/') ? readEntryName(stored.slice('muted/'.length)) : null;
  return muted === null ? stored : `muted/${muted}`;
}

/** Whether this version knows what `key` means. */
export function isSettingKey(key: string): key is SettingKey {
  return schemaOf(key) !== null;
}

/** Whether `value` is one that `key` may have. */
export function isValueOf(key: string, value: unknown): boolean {
  const schema = schemaOf(key);
  return schema !== null && v.is(schema, value);
}

function schemaOf(key: string): v.GenericSchema | null {
  if (Object.hasOwn(SINGLE, key)) return SINGLE[key as keyof Single]; // Own: it is one of them.
  const at = key.indexOf('/');
  const set = key.slice(0, Math.max(0, at));
  if (at === key.length - 1 || key.length - at > MAX_NAME || !Object.hasOwn(ELEMENTS, set)) return null;
  const name = key.slice(at + 1);
  if (set === 'term' && !TERM_NAME.test(name)) return null;
  if (set === 'muted' && readEntryName(name) !== name) return null;
  return ELEMENTS[set as keyof typeof ELEMENTS]; // As above.
}

/** The elements of one set: names with their values, in the order of names. */
export function elementsOf<S extends keyof typeof ELEMENTS>(
  set: S,
  values: ReadonlyMap<string, unknown>,
): [string, Element[`${S}/${string}`]][] {
  const prefix = `${set}/`;
  return [...values]
    .filter(([key]) => key.startsWith(prefix))
    .map(([key, value]): [string, Element[`${S}/${string}`]] => [
      key.slice(prefix.length),
      value as Element[`${S}/${string}`], // `values` holds only what its key may have.
    ])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** @param values what is set, each known to be valid for its key (`isValueOf`). */
export function settingsOf(values: ReadonlyMap<string, unknown>): Settings {
  const usual = DEFAULT_SETTINGS;
  const get = <K extends keyof Single>(key: K, otherwise: Single[K]): Single[K] =>
    values.has(key) ? (values.get(key) as Single[K]) : otherwise; // By contract of `values`.
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
    },
    density: get('density', usual.density),
    muted: elementsOf('muted', values).flatMap(([entry, isMuted]) => (isMuted ? [entry] : [])),
    sites: {
      base: get('sites.base', usual.sites.base),
      rules: elementsOf('rule', values).flatMap(([pattern, isOn]) => (isOn === 'none' ? [] : [{ pattern, isOn }])),
    },
    pausedUntil: values.has('pausedUntil') ? get('pausedUntil', 0) : null,
    badge: get('badge', usual.badge),
    language: get('language', usual.language),
  };
}

/** What holds as long as nobody set anything; null for `pausedUntil` and terms. */
export function usualValue(key: string): unknown {
  const [set = ''] = key.split('/', 1);
  if (Object.hasOwn(NO_ELEMENT, set)) return NO_ELEMENT[set as keyof typeof NO_ELEMENT]; // Own: it is one of them.
  if (!Object.hasOwn(SINGLE, key)) return null;
  const [group = '', name] = key.split('.');
  const found = DEFAULT_SETTINGS[group as keyof Settings]; // The first part of a single key is a field of `Settings`.
  return name === undefined ? found : (found as unknown as Record<string, unknown>)[name];
}

/** What pages need of it. */
export function pageSettingsOf({
  badge: _b,
  language: _l,
  muted: _m,
  ...settings
}: Settings): Omit<PageSettings, 'muted'> {
  return { v: 1, ...settings };
}
