/**
 * The settings that pages need. Each change of a setting derives them and stores them in `storage.local` under `PAGE_KEY`;
 * muted entries, whose indexes depend on the packs, are written by the background (`pack-tables.ts`). Parsed without a schema
 * library, which would be half the size of the always-injected script.
 */
import { MARK_COLOURS, type MarkColour } from '../../../glossary/pack/mark-colours';
import { DENSITIES, type Density, parseSetPacks, type SetPack } from '../page/pack-marks';
import { type MutedEntries, NO_MUTED, parseMuted } from '../page/pack-tables';
import { EVERYWHERE, isSiteOn, parseSites, type SiteRules } from '../sites/site-rules';

export const PAGE_KEY = 'page';

export const MARK_STYLES = ['dotted', 'solid', 'dashed', 'wavy', 'wash'] as const;
export const MARK_STRENGTHS = [1, 2, 3] as const;
export const MARK_SHOWS = ['always', 'hover'] as const;
/** `panel`: hovering shows the definition in the side panel, and a click opens the card. */
export const CARD_OPENERS = ['hover', 'click', 'panel', 'keys'] as const;
export const CARD_TEXT_SIZES = ['small', 'usual', 'large', 'largest'] as const;

/** Time that the pointer rests on a mark before its card opens, in ms. */
export const REST_MS = { min: 50, max: 2000, usual: 300 } as const;

/** The style of marks. */
export interface MarksLook {
  style: (typeof MARK_STYLES)[number];
  colour: MarkColour;
  strength: (typeof MARK_STRENGTHS)[number];
  /** `hover`: only the mark under the pointer is visible. */
  show: (typeof MARK_SHOWS)[number];
}

/** How cards open. */
export interface CardSettings {
  opensBy: (typeof CARD_OPENERS)[number];
  restMs: number;
  textSize: (typeof CARD_TEXT_SIZES)[number];
}

/** All settings that pages need. */
export interface PageSettings {
  v: 1;
  sites: SiteRules;
  /** End of a pause in ms since the epoch; null without one. */
  pausedUntil: number | null;
  density: Density;
  muted: MutedEntries;
  /** Packs for which the reader set something. Imported ones are elsewhere (`imported-packs.ts`). */
  packs: readonly SetPack[];
  marks: MarksLook;
  card: CardSettings;
}

export const DEFAULT_PAGE_SETTINGS: PageSettings = {
  v: 1,
  sites: EVERYWHERE,
  pausedUntil: null,
  density: 'every',
  muted: NO_MUTED,
  packs: [],
  marks: { style: 'dotted', colour: 'text', strength: 2, show: 'always' },
  card: { opensBy: 'hover', restMs: REST_MS.usual, textSize: 'usual' },
};

/**
 * Parses the values stored under `PAGE_KEY` and `MUTED_KEY`. Invalid values become defaults.
 * @param site of the page, for entries muted on some sites only.
 */
export function parsePageSettings(page: unknown, muted: unknown, site: string | null = null): PageSettings {
  const { sites, pausedUntil, density, packs, marks, card } = fieldsOf(page);
  const usual = DEFAULT_PAGE_SETTINGS;
  const { style, colour, strength, show } = fieldsOf(marks);
  const { opensBy, restMs, textSize } = fieldsOf(card);
  return {
    v: 1,
    sites: parseSites(sites),
    pausedUntil: typeof pausedUntil === 'number' ? pausedUntil : null,
    density: oneOf(DENSITIES, density, usual.density),
    muted: parseMuted(muted, site),
    packs: parseSetPacks(packs),
    marks: {
      style: oneOf(MARK_STYLES, style, usual.marks.style),
      colour: oneOf(MARK_COLOURS, colour, usual.marks.colour),
      strength: oneOf(MARK_STRENGTHS, strength, usual.marks.strength),
      show: oneOf(MARK_SHOWS, show, usual.marks.show),
    },
    card: {
      opensBy: oneOf(CARD_OPENERS, opensBy, usual.card.opensBy),
      restMs: typeof restMs === 'number' && restMs >= REST_MS.min && restMs <= REST_MS.max ? restMs : usual.card.restMs,
      textSize: oneOf(CARD_TEXT_SIZES, textSize, usual.card.textSize),
    },
  };
}

/** Whether terms are marked now at a place (`placeOf`); null for a page without a site. */
export function isOnFor(
  { sites, pausedUntil }: Pick<PageSettings, 'sites' | 'pausedUntil'>,
  place: string | null,
  nowMs: number,
): boolean {
  return (pausedUntil === null || nowMs >= pausedUntil) && isSiteOn(sites, place);
}

/** The fields of an object; none for other values. */
function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function oneOf<T>(known: readonly T[], value: unknown, otherwise: T): T {
  return known.includes(value as T) ? (value as T) : otherwise; // It is included.
}
