/** The search of the website. `?q=` is its first query. */
import { useEffect, useState } from 'preact/hooks';
import { SearchPage } from '../../components/book/SearchPage';
import { makeSearch } from '../../entrypoints/shared/library-search';
import type { Search } from '../../glossary/search/search';
import type { LiveProps } from './live-view';

/** Made in slices, once the field is shown. */
export function LiveSearch({ library, links, readings }: LiveProps) {
  const [search, setSearch] = useState<{ made: Search } | null>(null);
  useEffect(() => {
    const lifetime = new AbortController();
    void makeSearch(library, readings, (made) => setSearch({ made }), lifetime.signal);
    return () => lifetime.abort();
  }, [library, readings]);
  return (
    <SearchPage
      initialQuery={new URLSearchParams(location.search).get('q') ?? ''}
      search={search?.made ?? null}
      onChoose={({ id }) => location.assign(links.entry(id))}
      onOpenPassage={(bulletin, passage) => location.assign(links.passage(bulletin, passage))}
    />
  );
}
