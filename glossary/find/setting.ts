/**
 * Tells whether a form stands in another setting than its entry's: kana near it, or the language the page declares. Other countries'
 * names are cues. There, the entry needs evidence for itself.
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

/** The settings that the name of a site or organisation speaks against: 台湾化学会, but not 台湾…中国科协. Linear. */
export function settingsElsewhere({ tables, settings }: Finder, name: string): ReadonlySet<number> {
  const elsewhere = new Set<number>();
  if (name === '') return elsewhere;
  const found = new Set<PatternIndex>();
  scan(tables, name, (pattern) => {
    found.add(pattern);
  });
  settings.forEach(({ home, away }, i) => {
    if (away.some((cue) => found.has(cue)) && !home.some((cue) => found.has(cue))) elsewhere.add(i);
  });
  return elsewhere;
}

/** Whether Japanese letters are near the span. */
export function hasKanaNear(text: string, { start, end }: Span): boolean {
  return KANA.test(text.slice(Math.max(0, start - NEAR_UNITS), end + NEAR_UNITS));
}
