/** Owns searching the book: the search of the popup, leading to pages. */
import { useState } from 'preact/hooks';
import type { Entry } from '../../glossary/library/library';
import type { Search } from '../../glossary/search/search';
import { useTranslate } from '../i18n';
import { Chooser } from '../search/Chooser';
import { searchChoices } from '../search/search-choices';

interface Props {
  /** What the address asks for, or empty. */
  asked: string;
  search: Search;
  onChoose(entry: Entry): void;
}

export function SearchPage({ asked, search, onChoose }: Props) {
  const t = useTranslate();
  const [query, setQuery] = useState(asked);
  const found = query.trim() === '' ? null : searchChoices(search, query, t);
  return (
    <>
      <h1>{t('book_search')}</h1>
      <div class="book-search">
        <Chooser
          query={query}
          choices={found?.choices ?? []}
          listLabel={found?.message ?? ''}
          isFirstAtHand={found?.isNearest === false}
          onQuery={setQuery}
          onChoose={onChoose}
          onLeave={() => {}}
        >
          <p class="book-line" role="status">
            {found?.message}
          </p>
        </Chooser>
      </div>
    </>
  );
}
