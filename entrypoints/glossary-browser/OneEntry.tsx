/** The page of an entry. */
import { useMemo } from 'preact/hooks';
import { EntryPage } from '../../components/book/EntryPage';
import { sortedEntries } from '../../components/book/index-groups';
import { NotFound } from '../../components/book/NotFound';
import { useTranslate } from '../../components/i18n';
import { copyOf } from '../../glossary/book/footnotes';
import { isPolicyName, partsOf, USER_PACK } from '../../glossary/library/entry-name';
import type { Entry, Library } from '../../glossary/library/library';
import { bulletinPath, editTermPath } from '../shared/page-paths';
import { today } from '../shared/today';
import { entryHref, mapHref, routeHref } from './route';

interface Props {
  library: Library;
  /** Entries with relations, by name. */
  byId: ReadonlyMap<string, Entry>;
  /** The name in the address. */
  id: string;
}

/** Renders an entry, or a message if it is unknown. */
export function OneEntry({ library, byId, id }: Props) {
  const t = useTranslate();
  const sorted = useMemo(() => sortedEntries(library), [library]);
  const entry = library.named(id);
  const { pack, term } = partsOf(id);
  if (!entry) {
    const message = isPolicyName(id)
      ? t('book_unknown_policy')
      : pack === USER_PACK
        ? t('book_unknown_user')
        : t('book_unknown_entry', term || id);
    const index = routeHref({ name: 'index', by: 'pinyin' });
    return <NotFound title={t('book_title')} message={message} href={index} link={t('book_to_index')} />;
  }
  const at = sorted.indexOf(entry);
  return (
    <EntryPage
      key={id}
      entry={entry}
      byId={byId}
      bulletins={library.bulletins}
      mapHref={mapHref(id)}
      editHref={pack === USER_PACK ? editTermPath(term) : null}
      passageHref={bulletinPath}
      previous={sorted[at - 1] ?? null}
      next={sorted[at + 1] ?? null}
      href={entryHref}
      copy={(style) => navigator.clipboard.writeText(copyOf([entry], library.bulletins, style, today()))}
    />
  );
}
