/** Owns an entry's page: one of the bundled glossary, or a term the reader or their organisation added. */
import { useMemo } from 'preact/hooks';
import { AddedEntryPage } from '../../components/book/AddedEntryPage';
import { EntryPage } from '../../components/book/EntryPage';
import { NotFound } from '../../components/book/NotFound';
import { useTranslate } from '../../components/i18n';
import { sortedByReading } from '../../glossary/book/by-letter';
import { footnotes } from '../../glossary/book/footnotes';
import { isPresetEntry, ownTermOf } from '../../glossary/library/own-id';
import type { Entry, ReaderPack } from '../../glossary/pack/pack';
import { bulletinPath } from '../shared/paths/bulletin-path';
import { editTermPath } from '../shared/paths/options-path';
import { entryHref, mapHref, routeHref } from './route';

interface Props {
  pack: ReaderPack;
  /** The bundled entries. */
  byId: ReadonlyMap<string, Entry>;
  id: string;
}

export function OneEntry({ pack, byId, id }: Props) {
  const t = useTranslate();
  const sorted = useMemo(() => sortedByReading(pack.entries), [pack]);
  const at = sorted.findIndex((other) => other.id === id);
  const entry = sorted[at];
  const term = ownTermOf(id);
  if (!entry) {
    const message = isPresetEntry(id)
      ? t('book_unknown_preset')
      : term === null
        ? t('book_unknown_entry', id)
        : t('book_unknown_own');
    const index = routeHref({ name: 'index', by: 'pinyin' });
    return <NotFound title={t('book_title')} message={message} href={index} link={t('book_to_index')} />;
  }
  const shared = {
    previous: sorted[at - 1] ?? null,
    next: sorted[at + 1] ?? null,
    href: entryHref,
    copy: (style: 'plain' | 'markdown') => navigator.clipboard.writeText(footnotes([entry], pack.bulletins, style)),
  };
  const bundled = byId.get(id);
  if (!bundled) {
    const editHref = term === null ? null : editTermPath(term);
    return <AddedEntryPage key={id} entry={entry} editHref={editHref} {...shared} />;
  }
  return (
    <EntryPage
      key={id}
      entry={bundled}
      byId={byId}
      bulletins={pack.bulletins}
      mapHref={mapHref(id)}
      passageHref={bulletinPath}
      {...shared}
    />
  );
}
