/** The website in one language: its messages, its library, and the sections that the pack fills. */
import { sortedEntries } from '../components/book/index-groups';
import type { MessageKey, Translate } from '../components/i18n';
import { type Line, linesBetween } from '../glossary/book/relations';
import { type TimelineItem, timelineItems } from '../glossary/book/timeline-items';
import { BUNDLED_PACK } from '../glossary/library/entry-name';
import { type CategorisedEntry, type Entry, hasCategory, Library } from '../glossary/library/library';
import type { Manifest, Pack } from '../glossary/pack/pack';
import type { SiteContent } from '../glossary/publish/site';
import { visibleText } from '../glossary/visible-text';
import { type SiteLanguage, siteLanguages, translateTo } from './languages';

/** A section of the navigation: its folder, and its label. */
export interface Section {
  folder: string;
  label: MessageKey;
}

/** The website in one language. */
export interface Edition {
  language: SiteLanguage;
  /** Folder of the language, from the root. */
  prefix: string;
  t: Translate;
  /** Title of the glossary. */
  title: string;
  /** As published. */
  manifest: Manifest;
  library: Library;
  /** By reading. */
  sorted: readonly Entry[];
  /** By name. */
  byId: ReadonlyMap<string, Entry>;
  /** Entries of the map, and its lines. */
  placed: readonly CategorisedEntry[];
  lines: readonly Line[];
  items: readonly TimelineItem[];
  sections: readonly Section[];
  content: SiteContent;
}

/** The editions of a website; that at the root is the first. */
export function editionsOf(content: SiteContent): Edition[] {
  const simplified = libraryOf(content.pack);
  const traditional = content.traditional ? libraryOf(content.traditional) : simplified;
  const languages = siteLanguages(content.pack.manifest.languages);
  return languages.map((language, i) => {
    const library = language === 'zh-Hant' ? traditional : simplified;
    return editionOf(content, { language, prefix: i === 0 ? '' : `${language}/`, library });
  });
}

/** A library whose entries name no pack: there is no other. */
function libraryOf(pack: Pack): Library {
  return new Library([{ ...pack, manifest: { ...pack.manifest, kind: 'bundled', title: '' } }]);
}

function editionOf(content: SiteContent, place: Pick<Edition, 'language' | 'prefix' | 'library'>): Edition {
  const { manifest } = content.pack;
  const { library } = place;
  const t = translateTo(place.language);
  const placed = library.entries.filter(hasCategory);
  const items = timelineItems(library);
  const isChinese = /^zh\b/i.test(manifest.languages[0] ?? 'zh');
  const when = (isFilled: boolean, folder: string, label: MessageKey): Section[] =>
    isFilled ? [{ folder, label }] : [];
  return {
    ...place,
    t,
    title: manifest.id === BUNDLED_PACK ? t('book_title') : visibleText(manifest.title),
    manifest,
    sorted: sortedEntries(library),
    byId: new Map(library.entries.map((entry) => [entry.id, entry])),
    placed,
    lines: linesBetween(placed),
    items,
    sections: [
      { folder: 'letter/', label: isChinese ? 'book_by_pinyin' : 'site_by_letter' },
      ...when(placed.length > 0, 'category/', 'book_by_category'),
      ...when(library.bulletins.length > 0, 'source/', 'book_by_bulletin'),
      ...when(items.length > 0, 'timeline/', 'timeline_title'),
      ...when(placed.length > 0, 'map/', 'map_title'),
      { folder: 'search/', label: 'book_search' },
      ...when(library.bulletins.length > 0, 'bulletin/', 'book_bulletins'),
      ...when(content.follow !== null, 'follow/', 'site_follow'),
    ],
    content,
  };
}
