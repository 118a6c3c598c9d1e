/** The map of the website. The fragment of the address names the selected entry. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { RelationMap } from '../../components/map/RelationMap';
import { linesBetween } from '../../glossary/book/relations';
import { hasCategory, type Library } from '../../glossary/library/library';
import { mapFragment } from '../links';
import type { LiveProps } from './live-view';

/** An unknown fragment selects nothing. */
export function LiveMap({ library, links }: LiveProps) {
  const placed = useMemo(() => library.entries.filter(hasCategory), [library]);
  const byId = useMemo(() => new Map(placed.map((entry) => [entry.id, entry])), [placed]);
  const lines = useMemo(() => linesBetween(placed), [placed]);
  const selected = useSelected(library);
  return (
    <RelationMap
      entries={placed}
      byId={byId}
      lines={lines}
      selected={selected}
      entryHref={links.entry}
      href={(id) => (id === null ? '#' : mapFragment(id))}
      onSelect={(id) => {
        location.hash = id === null ? '' : mapFragment(id);
      }}
    />
  );
}

function useSelected({ entries }: Library): string | null {
  const [fragment, setFragment] = useState(location.hash);
  useEffect(() => {
    const update = () => setFragment(location.hash);
    addEventListener('hashchange', update);
    return () => removeEventListener('hashchange', update);
  }, []);
  return useMemo(() => entries.find(({ id }) => mapFragment(id) === fragment)?.id ?? null, [entries, fragment]);
}
