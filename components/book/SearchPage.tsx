/** Owns searching the book: the search of the popup, leading to pages. */
import { useState } from 'preact/hooks';
import type { Entry } from '../../glossary/pack/pack';
import type { SearchResult } from '../../glossary/search/search';
import { Chooser } from '../Chooser';
import { useTranslate } from '../i18n';

interface Props {
  /** What the address asks for, or empty. */
  asked: string;
  find(query: string): readonly SearchResult[];
  onChoose(entry: Entry): void;
}

export function SearchPage({ asked, find, onChoose }: Props) {
  const t = useTranslate();
  const [query, setQuery] = useState(asked);
  const results = query.trim() === '' ? [] : find(query);
  const none = `${t('search_none', query.trim())} ${t('search_none_advice')}`;
  return (
    <>
      <h1>{t('book_search')}</h1>
      <div class="book-search">
        <Chooser
          query={query}
          choices={results.map((result) => ({ ...result, count: null }))}
          listLabel={t('search_results', String(results.length))}
          onQuery={setQuery}
          onChoose={onChoose}
          onLeave={() => {}}
        />
      </div>
      <p class="book-line" role="status">
        {query.trim() !== '' && (results.length > 0 ? t('search_results', String(results.length)) : none)}
      </p>
    </>
  );
}
