/** Owns which page of the book a route is. */
import readings from 'virtual:pangzhu/readings';
import { useEffect, useMemo } from 'preact/hooks';
import { BookView } from '../../components/book/BookView';
import { EntryIndex, type IndexGroup } from '../../components/book/EntryIndex';
import { EntryPage } from '../../components/book/EntryPage';
import { NotThere } from '../../components/book/NotThere';
import { SearchPage } from '../../components/book/SearchPage';
import { type Translate, useTranslate } from '../../components/i18n';
import { RelationMap } from '../../components/map/RelationMap';
import { ShownDate } from '../../components/ShownDate';
import { shownDate } from '../../components/shown-date';
import { TimelineView } from '../../components/timeline/TimelineView';
import { groupByLetter, sortedByReading } from '../../glossary/book/by-letter';
import { footnotes } from '../../glossary/book/footnotes';
import { happeningsOf } from '../../glossary/book/happenings';
import { linesBetween } from '../../glossary/book/relations';
import { CATEGORIES } from '../../glossary/pack/entry-schema';
import type { Pack } from '../../glossary/pack/pack';
import { createSearch } from '../../glossary/search/search';
import { bulletinPath } from '../shared/paths/bulletin-path';
import { type Route, routeHref } from './route';

interface Props {
  pack: Pack;
  route: Route;
}

const entryHref = (id: string) => routeHref({ name: 'entry', id });
const mapHref = (id: string | null) => routeHref({ name: 'map', id });
const go = (href: string) => {
  location.hash = href;
};

export function BookPages({ pack, route }: Props) {
  const t = useTranslate();
  const section = route.name === 'index' ? route.by : route.name;
  const title = titleOf(t, pack, route);
  useEffect(() => {
    document.title = `${title} · ${t('extension_name')}`;
  }, [title, t]);
  return (
    <BookView
      section={section === 'entry' || section === 'unknown' ? null : section}
      href={(name) =>
        name === 'map' || name === 'timeline' || name === 'search'
          ? `#/${name}`
          : routeHref({ name: 'index', by: name })
      }
      bulletinsHref="/bulletin.html"
      isWide={route.name === 'map' || route.name === 'timeline'}
      // Choosing an entry on the map is no other page.
      place={route.name === 'map' ? 'map' : JSON.stringify(route)}
    >
      <Page pack={pack} route={route} />
    </BookView>
  );
}

function titleOf(t: Translate, pack: Pack, route: Route): string {
  switch (route.name) {
    case 'entry':
      return pack.entries.find(({ id }) => id === route.id)?.headword ?? t('book_title');
    case 'map':
      return t('map_title');
    case 'timeline':
      return t('timeline_title');
    case 'search':
      return t('book_search');
    default:
      return t('book_title');
  }
}

function Page({ pack, route }: Props) {
  const t = useTranslate();
  const byId = useMemo(() => new Map(pack.entries.map((entry) => [entry.id, entry])), [pack]);
  const lines = useMemo(() => linesBetween(pack.entries), [pack]);
  const search = useMemo(() => createSearch(pack, readings), [pack]);
  const happenings = useMemo(() => happeningsOf(pack), [pack]);
  switch (route.name) {
    case 'index':
      return <EntryIndex title={indexTitle(t, route.by)} groups={groupsOf(t, pack, route.by)} href={entryHref} />;
    case 'entry':
      return <OneEntry pack={pack} id={route.id} />;
    case 'map':
      return (
        <RelationMap
          entries={pack.entries}
          byId={byId}
          lines={lines}
          chosen={route.id}
          entryHref={entryHref}
          href={mapHref}
          onChoose={(id) => go(mapHref(id))}
        />
      );
    case 'timeline':
      return (
        <TimelineView
          happenings={happenings}
          entryHref={entryHref}
          bulletinHref={(id) => `/bulletin.html?id=${encodeURIComponent(id)}`}
          passageHref={bulletinPath}
        />
      );
    case 'search':
      return (
        <SearchPage key={route.query} asked={route.query} search={search} onChoose={({ id }) => go(entryHref(id))} />
      );
    default:
      return <NotThere title={t('book_title')} message={t('book_unknown_page', route.path)} {...toIndex(t)} />;
  }
}

function OneEntry({ pack, id }: { pack: Pack; id: string }) {
  const t = useTranslate();
  const sorted = useMemo(() => sortedByReading(pack.entries), [pack]);
  const byId = useMemo(() => new Map(sorted.map((entry) => [entry.id, entry])), [sorted]);
  const entry = byId.get(id);
  if (!entry) return <NotThere title={t('book_title')} message={t('book_unknown_entry', id)} {...toIndex(t)} />;
  const at = sorted.indexOf(entry);
  return (
    <EntryPage
      key={id}
      entry={entry}
      byId={byId}
      bulletins={pack.bulletins}
      previous={sorted[at - 1] ?? null}
      next={sorted[at + 1] ?? null}
      href={entryHref}
      mapHref={mapHref(id)}
      passageHref={bulletinPath}
      copy={(style) => navigator.clipboard.writeText(footnotes([entry], pack.bulletins, style))}
    />
  );
}

const toIndex = (t: Translate) => ({ href: routeHref({ name: 'index', by: 'pinyin' }), link: t('book_to_index') });

type By = Extract<Route, { name: 'index' }>['by'];

function indexTitle(t: Translate, by: By): string {
  return by === 'pinyin' ? t('book_by_pinyin') : by === 'category' ? t('book_by_category') : t('book_by_bulletin');
}

function groupsOf(t: Translate, pack: Pack, by: By): IndexGroup[] {
  if (by === 'pinyin') {
    return groupByLetter(pack.entries).map(({ letter, entries }) => ({
      key: letter === '#' ? 'digits' : letter,
      label: letter,
      title: letter,
      entries,
    }));
  }
  const sorted = sortedByReading(pack.entries);
  if (by === 'category') {
    return CATEGORIES.map((category) => ({
      key: category,
      label: t(`category_${category}`),
      title: t(`category_${category}`),
      entries: sorted.filter((entry) => entry.category === category),
    }));
  }
  return pack.bulletins.map(({ id, title, titleScript, date }) => ({
    key: id,
    label: shownDate(t, date),
    title: (
      <>
        <a href={`/bulletin.html?id=${encodeURIComponent(id)}`} lang={titleScript}>
          {title}
        </a>{' '}
        <small>
          <ShownDate date={date} />
        </small>
      </>
    ),
    entries: sorted.filter(({ evidence }) => evidence.some(({ bulletin }) => bulletin === id)),
  }));
}
