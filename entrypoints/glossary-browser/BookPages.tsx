/** The pages of the book, by route. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { BookView } from '../../components/book/BookView';
import { EntryIndex } from '../../components/book/EntryIndex';
import { groupsOf, indexTitle } from '../../components/book/index-groups';
import { NotFound } from '../../components/book/NotFound';
import { PrintedBook } from '../../components/book/PrintedBook';
import { SearchPage } from '../../components/book/SearchPage';
import { type Translate, useTranslate } from '../../components/i18n';
import { RelationMap } from '../../components/map/RelationMap';
import { TimelineView } from '../../components/timeline/TimelineView';
import { linesBetween } from '../../glossary/book/relations';
import { timelineItems } from '../../glossary/book/timeline-items';
import { type Entry, hasCategory, type Library } from '../../glossary/library/library';
import type { Readings } from '../../glossary/search/homophones';
import type { Search } from '../../glossary/search/search';
import { visibleText } from '../../glossary/visible-text';
import { makeSearch } from '../shared/library-search';
import { bulletinPath, PACKS_PATH } from '../shared/page-paths';
import { OneEntry } from './OneEntry';
import { entryHref, mapHref, type Route, routeHref } from './route';

interface Props {
  library: Library;
  readings: Readings;
  route: Route;
}

const entriesHref = routeHref({ name: 'index', by: 'pinyin' });
const bulletinHref = (id: string) => `/bulletin.html?id=${encodeURIComponent(id)}`;
const go = (href: string) => {
  location.hash = href;
};

/** Renders the page of a route, and sets the document's title. */
export function BookPages(props: Props) {
  const { library, route } = props;
  const t = useTranslate();
  const section = 'by' in route ? route.by : route.name;
  const title = titleOf(t, library, route);
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
      packsHref={PACKS_PATH}
      isWide={route.name === 'map' || route.name === 'timeline'}
      // Selecting an entry on the map stays on the same page.
      pageKey={route.name === 'map' ? 'map' : JSON.stringify(route)}
    >
      <Page {...props} />
    </BookView>
  );
}

function titleOf(t: Translate, library: Library, route: Route): string {
  switch (route.name) {
    case 'entry':
      return visibleText(library.named(route.id)?.headword ?? t('book_title'));
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

function Page({ library, readings, route }: Props) {
  const t = useTranslate();
  const placed = useMemo(() => library.entries.filter(hasCategory), [library]);
  // Only these have relations.
  const byId = useMemo(() => new Map(placed.map((entry) => [entry.id, entry])), [placed]);
  const lines = useMemo(() => linesBetween(placed), [placed]);
  const items = useMemo(() => timelineItems(library), [library]);
  const by = 'by' in route ? route.by : null;
  const groups = useMemo(() => by && groupsOf(t, library, by, bulletinHref), [t, library, by]);
  const search = useSearch(library, readings, route.name === 'search');
  switch (route.name) {
    case 'index':
      return (
        <EntryIndex
          title={indexTitle(t, route.by)}
          groups={groups ?? []}
          href={entryHref}
          printHref={routeHref({ name: 'print', by: route.by })}
        />
      );
    case 'print':
      return (
        <PrintedBook
          title={indexTitle(t, route.by)}
          groups={(groups ?? []).map((group) => ({ ...group, entries: group.entries.filter(isPrinted) }))}
          bulletins={library.bulletins}
          onPrint={() => print()}
        />
      );
    case 'entry':
      return <OneEntry library={library} byId={byId} id={route.id} />;
    case 'map':
      return (
        <RelationMap
          entries={placed}
          byId={byId}
          lines={lines}
          selected={route.id}
          entryHref={entryHref}
          href={mapHref}
          onSelect={(id) => go(mapHref(id))}
        />
      );
    case 'timeline':
      return (
        <TimelineView items={items} entryHref={entryHref} bulletinHref={bulletinHref} passageHref={bulletinPath} />
      );
    case 'search':
      return (
        <SearchPage
          key={route.query}
          initialQuery={route.query}
          search={search}
          onChoose={({ id }) => go(entryHref(id))}
          onOpenPassage={(bulletin, passage) => location.assign(bulletinPath(bulletin, passage))}
        />
      );
    default:
      return (
        <NotFound
          title={t('book_title')}
          message={t('book_unknown_page', route.path)}
          href={entriesHref}
          link={t('book_to_index')}
        />
      );
  }
}

/** Imported packs are left out: they are long, and the reader has their files. */
function isPrinted({ pack }: Entry): boolean {
  return pack.kind !== 'imported';
}

/** The search over a library, made while it is wanted and once the page is painted; null before. */
function useSearch(library: Library, readings: Readings, isWanted: boolean): Search | null {
  const [made, setMade] = useState<{ library: Library; search: Search } | null>(null);
  const current = made?.library === library ? made.search : null;
  useEffect(() => {
    if (!isWanted || current?.isPartial === false) return;
    const lifetime = new AbortController();
    const timer = setTimeout(
      () => void makeSearch(library, readings, (search) => setMade({ library, search }), lifetime.signal),
    );
    return () => {
      clearTimeout(timer);
      lifetime.abort();
    };
  }, [library, readings, isWanted]);
  return current;
}
