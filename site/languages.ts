/** The languages of the website, and its messages in each. */
import type { MessageKey, Translate } from '../components/i18n';
import type { Words } from '../entrypoints/shared/language/words';
import english from '../public/_locales/en/messages.json';
import simplified from '../public/_locales/zh_CN/messages.json';
import traditional from '../public/_locales/zh_TW/messages.json';
import { translateBy } from './translate';

/** A language of the pages, as a `lang`. */
export const SITE_LANGUAGES = ['zh-Hans', 'zh-Hant', 'en'] as const;
export type SiteLanguage = (typeof SITE_LANGUAGES)[number];

const WORDS: Readonly<Record<SiteLanguage, Words>> = { 'zh-Hans': simplified, 'zh-Hant': traditional, en: english };

/** The message with the name of each language, which is in that language in all; and its locale for Open Graph. */
export const LANGUAGE_NAMES = {
  'zh-Hans': { name: 'options_language_zh_CN', locale: 'zh_CN' },
  'zh-Hant': { name: 'options_language_zh_TW', locale: 'zh_TW' },
  en: { name: 'options_language_en', locale: 'en_GB' },
} as const satisfies Record<SiteLanguage, { name: MessageKey; locale: string }>;

/** Messages that scripts of the pages need: those of search, map and timeline, and what they show of entries. */
const IN_SCRIPTS =
  /^(search_|popup_search_loading|book_(search|notice|unknown_entry)|map_|timeline_|picture_|category_|relation_|date_language|term_|card_open_passage)/;

/** The languages with that of the pages at the root first. @param languages of the pack. */
export function siteLanguages([first = 'zh']: readonly string[]): [SiteLanguage, ...SiteLanguage[]] {
  const root = nearestLanguage(first);
  return [root, ...SITE_LANGUAGES.filter((language) => language !== root)];
}

function nearestLanguage(tag: string): SiteLanguage {
  if (!/^zh\b/i.test(tag)) return 'en';
  return /Hant|TW|HK|MO/i.test(tag) ? 'zh-Hant' : 'zh-Hans';
}

/** Messages in a language, filled in as the browser does for the extension. */
export function translateTo(language: SiteLanguage): Translate {
  return translateBy(WORDS[language], language);
}

/** The messages that scripts of a page need. */
export function wordsForScripts(language: SiteLanguage): Words {
  return Object.fromEntries(Object.entries(WORDS[language]).filter(([key]) => IN_SCRIPTS.test(key)));
}
