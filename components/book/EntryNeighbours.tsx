/** Links from the page of an entry to the previous and next entries, by reading. */
import type { Entry } from '../../glossary/library/library';
import { visibleText } from '../../glossary/visible-text';
import { useTranslate } from '../i18n';

type Neighbour = Pick<Entry, 'id' | 'script' | 'headword'>;

/** The entries before and after one; null at the ends. */
export interface Neighbours {
  previous: Neighbour | null;
  next: Neighbour | null;
  href(entry: string): string;
}

/** An empty navigation if there are none. */
export function EntryNeighbours({ previous, next, href }: Neighbours) {
  const t = useTranslate();
  return (
    <nav class="book-turn" aria-label={t('book_turn')}>
      {previous && (
        <a href={href(previous.id)} rel="prev" lang={previous.script}>
          ← {visibleText(previous.headword)}
        </a>
      )}
      {next && (
        <a href={href(next.id)} rel="next" lang={next.script}>
          {visibleText(next.headword)} →
        </a>
      )}
    </nav>
  );
}
