/**
 * Tests whether a form is in another setting than its entry's: kana near it, or another language of the page. Names of
 * other countries are cues. In another setting, the entry needs evidence of its own.
 */
import { NEAR_UNITS, type PatternIndex } from '../pack/finder-data';
import type { Span } from './boundaries';
import type { Finder } from './finder';
import { scan } from './scan';

/** Languages, scripts and regions that are not those of the mainland: ja, ko-KR, zh-TW, zh-Hant, zh-Hant-HK, yue. */
const OTHER_LANGUAGE = /^(?:ja|ko|vi|yue|nan|hak)\b|^zh-(?:.*-)?(?:hant|tw|hk|mo|sg|my)\b/i;

/** Hiragana and katakana. The middle dot and the long vowel mark, which Chinese texts use too, are none. */
const KANA = /[\u3041-\u3096\u30a1-\u30fa]/;

/** Whether the language tag names a setting other than the mainland's. No tag names none. */
export function isOtherLanguage(tag: string): boolean {
  return OTHER_LANGUAGE.test(tag);
}

/** Indexes of settings that the name of a site or organisation speaks for, and against. */
export interface SiteSettings {
  home: ReadonlySet<number>;
  away: ReadonlySet<number>;
}

/** Looks for cues in the name of a site or organisation. A name that speaks for a setting does not speak against it. Linear. */
export function settingsOfSite({ tables, settings }: Finder, name: string): SiteSettings {
  const [atHome, elsewhere] = [new Set<number>(), new Set<number>()];
  if (name === '') return { home: atHome, away: elsewhere };
  const found = new Set<PatternIndex>();
  scan(tables, name, (pattern) => {
    found.add(pattern);
  });
  settings.forEach(({ home, away }, i) => {
    if (home.some((cue) => found.has(cue))) atHome.add(i);
    else if (away.some((cue) => found.has(cue))) elsewhere.add(i);
  });
  return { home: atHome, away: elsewhere };
}

/** Whether Japanese letters are near the span. */
export function hasKanaNear(text: string, { start, end }: Span): boolean {
  return KANA.test(text.slice(Math.max(0, start - NEAR_UNITS), end + NEAR_UNITS));
}
