/** The indexes of the book: their titles, and entries in groups. */
import { groupByLetter, sortedByReading } from '../../glossary/book/by-letter';
import type { Entry, Library } from '../../glossary/library/library';
import { CATEGORIES } from '../../glossary/pack/vocabulary';
import { DateText, formatDate } from '../format';
import type { Translate } from '../i18n';
import type { IndexGroup } from './EntryIndex';

/** The order of an index. */
export type By = 'pinyin' | 'category' | 'bulletin';

const known = new WeakMap<Library, readonly Entry[]>();

/** All entries by reading, memoised. */
export function sortedEntries(library: Library): readonly Entry[] {
  const sorted = known.get(library) ?? sortedByReading(library.entries);
  known.set(library, sorted);
  return sorted;
}

/** The title of an index. */
export function indexTitle(t: Translate, by: By): string {
  return by === 'pinyin' ? t('book_by_pinyin') : by === 'category' ? t('book_by_category') : t('book_by_bulletin');
}

/**
 * The groups of an index. Entries without a category or bulletin come last, grouped by the kind of their pack.
 * @param bulletinHref leads to a bulletin, by its id.
 */
export function groupsOf(
  t: Translate,
  library: Library,
  by: By,
  bulletinHref: (bulletin: string) => string,
): IndexGroup[] {
  if (by === 'pinyin') {
    return groupByLetter(library.entries).map(({ letter, entries }) => ({
      key: letter === '#' ? 'digits' : letter,
      label: letter,
      title: letter,
      entries,
    }));
  }
  const sorted = sortedEntries(library);
  const byKind = (entries: readonly Entry[]) =>
    (['imported', 'followed', 'user', 'policy'] as const).map(
      (kind): IndexGroup => ({
        key: kind,
        label: t(`book_${kind}`),
        title: t(`book_${kind}`),
        entries: entries.filter(({ pack }) => pack.kind === kind),
      }),
    );
  if (by === 'category') {
    const groups = CATEGORIES.map((category) => ({
      key: category,
      label: t(`category_${category}`),
      title: t(`category_${category}`),
      entries: sorted.filter((entry) => entry.category === category),
    }));
    return [...groups, ...byKind(sorted.filter(({ category }) => category === null))];
  }
  const groups = library.bulletins.map(({ id, title, titleScript, date }) => ({
    key: id,
    label: formatDate(t, date),
    title: (
      <>
        <a href={bulletinHref(id)} lang={titleScript}>
          {title}
        </a>{' '}
        <small>
          <DateText date={date} />
        </small>
      </>
    ),
    entries: sorted.filter(({ evidence }) => evidence.some(({ bulletin }) => bulletin === id)),
  }));
  return [...groups, ...byKind(sorted.filter(({ evidence }) => evidence.length === 0))];
}
