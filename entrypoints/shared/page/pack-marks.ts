/** Settings of a pack, and their parser for pages, which works without a schema library. */
import type { InsideWords } from '../../../glossary/find/pattern-senses';
import { MARK_COLOURS, type MarkColour } from '../../../glossary/pack/mark-colours';
import { EVERYWHERE, parseSites, type SiteRules } from '../sites/site-rules';

export const DENSITIES = ['every', 'section', 'page'] as const;

/** Which mentions of a term are marked: every one, the first in a section, or the first on the page. */
export type Density = (typeof DENSITIES)[number];

/** How the terms of a pack are marked. */
export interface PackLook {
  /** Null: as the marks of all other terms. */
  colour: MarkColour | null;
  /** Null: as the setting for all other terms. */
  density: Density | null;
  /** By place in the pack. */
  insideWords: InsideWords;
}

/** How and where the terms of a pack are marked. */
export interface PackMarks extends PackLook {
  sites: SiteRules;
}

/** The reader's choices for a pack. */
export interface PackPreferences extends PackMarks {
  isOn: boolean;
}

/** A pack whose terms are in the joint tables: bundled, the reader's own, or of a policy. */
export interface SetPack extends PackPreferences {
  segment: number;
}

export const NEW_PREFERENCES: PackPreferences = {
  isOn: true,
  colour: null,
  density: null,
  insideWords: [],
  sites: EVERYWHERE,
};

/** The preferences in a record, always in the same order. */
export function preferencesOf({ isOn, colour, density, insideWords, sites }: PackPreferences): PackPreferences {
  return { isOn, colour, density, insideWords, sites };
}

type Fields<T> = { [K in keyof T]?: unknown };

/** Invalid values count as not set. */
export function parseMarks(value: unknown): PackMarks {
  const { colour, density, insideWords, sites } = (value ?? {}) as Fields<PackMarks>; // A value without such fields has none.
  return {
    colour: MARK_COLOURS.find((one) => one === colour) ?? null,
    density: DENSITIES.find((one) => one === density) ?? null,
    insideWords: parseInsideWords(insideWords),
    sites: parseSites(sites),
  };
}

/** Values that name no pack are left out. */
export function parseSetPacks(value: unknown): SetPack[] {
  return Array.isArray(value) ? value.flatMap(parseSetPack) : [];
}

function parseSetPack(value: unknown): SetPack[] {
  const { segment, isOn } = (value ?? {}) as Fields<SetPack>; // As above.
  return typeof segment === 'number' ? [{ segment, isOn: isOn !== false, ...parseMarks(value) }] : [];
}

/** Whether the terms of a pack are marked on no site at all. */
export function isNowhere({ isOn, sites }: Pick<PackPreferences, 'isOn' | 'sites'>): boolean {
  return !isOn || (sites.base === 'off' && !sites.rules.some((rule) => rule.isOn));
}

function parseInsideWords(value: unknown): InsideWords {
  if (value === 'all') return value;
  return Array.isArray(value) ? value.filter((place) => typeof place === 'number') : [];
}
