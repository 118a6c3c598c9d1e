/**
 * What every page needs of the settings. Whoever changes them derives it and stores it in `storage.local` under
 * `PAGE_KEY`; the muted entries, whose indexes depend on the packs, are the background's (`pack-tables.ts`). Parsed by
 * hand, because a schema library would be half the size of everything a page carries.
 */
import { type MutedEntries, NO_MUTED, parseMuted } from '../page/pack-tables';
import { isSiteOn, type SiteRule, type SiteRules } from '../sites/site-rules';

export const PAGE_KEY = 'page';

export const MARK_STYLES = ['dotted', 'solid', 'dashed', 'wavy', 'wash'] as const;
export const MARK_COLOURS = ['text', 'blue', 'green', 'amber', 'red'] as const;
export const MARK_STRENGTHS = [1, 2, 3] as const;
export const MARK_SHOWS = ['always', 'hover'] as const;
export const CARD_OPENERS = ['hover', 'click', 'keys'] as const;
export const DENSITIES = ['every', 'section', 'page'] as const;

/** How long the pointer rests on a mark until its card opens, in ms. */
export const REST_MS = { min: 50, max: 2000, usual: 300 } as const;

export interface MarksLook {
  style: (typeof MARK_STYLES)[number];
  /** `text`: the colour of the text that is marked. */
  colour: (typeof MARK_COLOURS)[number];
  strength: (typeof MARK_STRENGTHS)[number];
  /** `hover`: only what the pointer is on is painted. */
  show: (typeof MARK_SHOWS)[number];
}

export interface CardSettings {
  opensBy: (typeof CARD_OPENERS)[number];
  restMs: number;
}

/** Which mentions of a term are marked: every one, the first in a section, or the first on the page. */
export type Density = (typeof DENSITIES)[number];

export interface PageSettings {
  v: 1;
  sites: SiteRules;
  /** No page is marked until then: ms since the epoch, or null. */
  pausedUntil: number | null;
  density: Density;
  muted: MutedEntries;
  marks: MarksLook;
  card: CardSettings;
}

export const DEFAULT_PAGE_SETTINGS: PageSettings = {
  v: 1,
  sites: { base: 'on', rules: [] },
  pausedUntil: null,
  density: 'every',
  muted: NO_MUTED,
  marks: { style: 'dotted', colour: 'text', strength: 2, show: 'always' },
  card: { opensBy: 'hover', restMs: REST_MS.usual },
};

/** Reads what is stored under `PAGE_KEY` and `MUTED_KEY`. A value that is broken counts as never changed. */
export function parsePageSettings(page: unknown, muted: unknown): PageSettings {
  const { sites, pausedUntil, density, marks, card } = fieldsOf(page);
  const usual = DEFAULT_PAGE_SETTINGS;
  const { base, rules } = fieldsOf(sites);
  const { style, colour, strength, show } = fieldsOf(marks);
  const { opensBy, restMs } = fieldsOf(card);
  return {
    v: 1,
    sites: { base: base === 'off' ? 'off' : 'on', rules: Array.isArray(rules) ? rules.filter(isRule) : [] },
    pausedUntil: typeof pausedUntil === 'number' ? pausedUntil : null,
    density: oneOf(DENSITIES, density, usual.density),
    muted: parseMuted(muted),
    marks: {
      style: oneOf(MARK_STYLES, style, usual.marks.style),
      colour: oneOf(MARK_COLOURS, colour, usual.marks.colour),
      strength: oneOf(MARK_STRENGTHS, strength, usual.marks.strength),
      show: oneOf(MARK_SHOWS, show, usual.marks.show),
    },
    card: {
      opensBy: oneOf(CARD_OPENERS, opensBy, usual.card.opensBy),
      restMs: typeof restMs === 'number' && restMs >= REST_MS.min && restMs <= REST_MS.max ? restMs : usual.card.restMs,
    },
  };
}

/** Whether terms are marked now on a site (`siteOf`), or on a page that has none. */
export function isOnFor(
  { sites, pausedUntil }: Pick<PageSettings, 'sites' | 'pausedUntil'>,
  site: string | null,
  nowMs: number,
): boolean {
  return (pausedUntil === null || nowMs >= pausedUntil) && isSiteOn(sites, site);
}

/** The fields of an object, or none: arrays and the rest have none we know. */
function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function oneOf<T>(known: readonly T[], value: unknown, otherwise: T): T {
  return known.includes(value as T) ? (value as T) : otherwise; // Included: it is one of them.
}

function isRule(value: unknown): value is SiteRule {
  const { pattern, isOn } = fieldsOf(value);
  return typeof pattern === 'string' && typeof isOn === 'boolean';
}
