/** Owns what the indexes of the book are: their titles, and entries in groups. */
import type { IndexGroup } from '../../components/book/EntryIndex';
import { DateText, formatDate } from '../../components/format';
import type { Translate } from '../../components/i18n';
import { groupByLetter, sortedByReading } from '../../glossary/book/by-letter';
import { ADDED } from '../../glossary/library/own-entry';
import type { ReaderPack } from '../../glossary/pack/pack';
import { CATEGORIES } from '../../glossary/pack/vocabulary';
import type { Route } from './route';

type By = Extract<Route, { name: 'index' }>['by'];

export function indexTitle(t: Translate, by: By): string {
  return by === 'pinyin' ? t('book_by_pinyin') : by === 'category' ? t('book_by_category') : t('book_by_bulletin');
}

/** Terms that were added are in their places by reading, and last, in groups by who added them, where they have none. */
export function groupsOf(t: Translate, pack: ReaderPack, by: By): IndexGroup[] {
  if (by === 'pinyin') {
    return groupByLetter(pack.entries).map(({ letter, entries }) => ({
      key: letter === '#' ? 'digits' : letter,
      label: letter,
      title: letter,
      entries,
    }));
  }
  const sorted = sortedByReading(pack.entries);
  const added = ADDED.map(
    (by): IndexGroup => ({
      key: by,
      label: t(`book_${by}`),
      title: t(`book_${by}`),
      entries: sorted.filter(({ category }) => category === by),
    }),
  );
  if (by === 'category') {
    const groups = CATEGORIES.map((category) => ({
      key: category,
      label: t(`category_${category}`),
      title: t(`category_${category}`),
      entries: sorted.filter((entry) => entry.category === category),
    }));
    return [...groups, ...added];
  }
  const groups = pack.bulletins.map(({ id, title, titleScript, date }) => ({
    key: id,
    label: formatDate(t, date),
    title: (
      <>
        <a href={`/bulletin.html?id=${encodeURIComponent(id)}`} lang={titleScript}>
          {title}
        </a>{' '}
        <small>
          <DateText date={date} />
        </small>
      </>
    ),
    entries: sorted.filter(({ evidence }) => evidence.some(({ bulletin }) => bulletin === id)),
  }));
  return [...groups, ...added];
}
