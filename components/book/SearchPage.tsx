/** The search page of the book, with the search field of the popup. */
import { useState } from 'preact/hooks';
import type { Entry } from '../../glossary/library/library';
import type { Search } from '../../glossary/search/search';
import { useTranslate } from '../i18n';
import { Chooser } from '../search/Chooser';
import { searchChoices } from '../search/search-choices';

interface Props {
  /** From the address; empty for none. */
  initialQuery: string;
  /** Null until it is ready. */
  search: Search | null;
  onChoose(entry: Entry): void;
  onOpenPassage(bulletin: string, passage: string): void;
}

/** Needs a `key` per `initialQuery`. */
export function SearchPage({ initialQuery, search, onChoose, onOpenPassage }: Props) {
  const t = useTranslate();
  const [query, setQuery] = useState(initialQuery);
  const found = query.trim() === '' || !search ? null : searchChoices(search, query, t);
  return (
    <>
      <h1>{t('book_search')}</h1>
      <div class="book-search">
        <Chooser
          query={query}
          choices={found?.choices ?? []}
          passages={found?.passages ?? []}
          listLabel={found?.message ?? ''}
          isFirstActive={found?.isNearest === false}
          isWaiting={search === null}
          onQuery={setQuery}
          onChoose={onChoose}
          onChoosePassage={({ bulletin, passage }) => onOpenPassage(bulletin.id, passage)}
          onLeave={() => {}}
        >
          <p class="book-line" role="status">
            {search ? found?.message : t('book_search_loading')}
          </p>
        </Chooser>
      </div>
    </>
  );
}
