/**
 * Tests whether a form is in another setting than its entry's: kana near it, or another language of the page. Names of
 * other countries are cues. In another setting, the entry needs evidence of its own.
 */
import { isHan } from '../pack/characters';
import { NEAR_UNITS, type PatternIndex } from '../pack/finder-data';
import type { Span } from './boundaries';
import type { Finder } from './finder';
import { scan } from './scan';

/** Languages, scripts and regions that are not those of the mainland: ja, ko-KR, zh-TW, zh-Hant, zh-Hant-HK, yue. */
const OTHER_LANGUAGE = /^(?:ja|ko|vi|yue|nan|hak)\b|^zh-(?:.*-)?(?:hant|tw|hk|mo|sg|my)\b/i;

/** Languages, scripts and regions of the mainland: zh-CN, zh-Hans, zh-Hans-CN. */
const SIMPLIFIED = /^zh-(?:.*-)?(?:hans|cn)\b/i;

/** Hiragana and katakana. The middle dot and the long vowel mark, which Chinese texts use too, are none. */
const KANA = /[\u3041-\u3096\u30a1-\u30fa]/;

/** Whether the language tag names a setting other than the mainland's; false for ''. */
export function isOtherLanguage(tag: string): boolean {
  return OTHER_LANGUAGE.test(tag);
}

/** Whether the language tag says that the text is in Simplified Chinese. */
export function isSimplified(tag: string): boolean {
  return SIMPLIFIED.test(tag);
}

/** Whether the spelling has Chinese letters that the folded form does not have: Traditional ones, or other variants. */
export function hasOtherLetters(spelling: string, form: string): boolean {
  for (let i = 0; i < spelling.length; i++) {
    if (isHan(spelling.charCodeAt(i)) && !form.includes(spelling.charAt(i))) return true;
  }
  return false;
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

/** Whether Japanese letters are directly beside the span: 学会で is Japanese, whatever is near. */
export function hasKanaBeside(text: string, { start, end }: Span): boolean {
  return KANA.test(text.charAt(start - 1) + text.charAt(end));
}

/** Whether Japanese letters are near the span. */
export function hasKanaNear(text: string, { start, end }: Span): boolean {
  return KANA.test(text.slice(Math.max(0, start - NEAR_UNITS), end + NEAR_UNITS));
}
