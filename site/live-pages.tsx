/**
 * The pages of timeline, map and search, whose views a script replaces. Without it they are pictures with lists, or lead to the
 * index.
 */
import { RelationMap } from '../components/map/RelationMap';
import { TimelineView } from '../components/timeline/TimelineView';
import type { Edition } from './edition';
import type { IndexPlan } from './index-plan';
import type { SitePage } from './site-page';
import { StaticSearch } from './views/StaticSearch';

/** Timeline and map only if they have content. The first plan is that of the index by letter. */
export function* livePages(edition: Edition, [byLetter]: readonly IndexPlan[]): Generator<SitePage> {
  const { t, title, placed, byId, lines, items } = edition;
  const page = (folder: string, name: string) => ({ folder, title: name, description: `${title} · ${name}` });
  if (items.length > 0)
    yield {
      ...page('timeline/', t('timeline_title')),
      layout: 'wide',
      live: 'timeline',
      view: (links) => (
        <TimelineView items={items} entryHref={links.entry} bulletinHref={links.bulletin} passageHref={links.passage} />
      ),
    };
  if (placed.length > 0)
    yield {
      ...page('map/', t('map_title')),
      layout: 'wide',
      live: 'map',
      view: (links) => (
        <RelationMap
          entries={placed}
          byId={byId}
          lines={lines}
          selected={null}
          entryHref={links.entry}
          href={(id) => (id === null ? links.map(null) : links.entry(id))}
          onSelect={() => {}}
        />
      ),
    };
  yield {
    ...page('search/', t('book_search')),
    layout: 'book',
    live: 'search',
    view: (links) => byLetter && <StaticSearch plan={byLetter} links={links} />,
  };
}
