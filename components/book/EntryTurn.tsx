/** Owns the ways on from an entry's page: to the entries before and after it, by reading. */
import type { Entry } from '../../glossary/library/library';
import { visibleText } from '../../glossary/visible-text';
import { useTranslate } from '../i18n';

type Neighbour = Pick<Entry, 'id' | 'script' | 'headword'>;

export interface Turn {
  /** Null at the ends. */
  previous: Neighbour | null;
  next: Neighbour | null;
  href(entry: string): string;
}

export function EntryTurn({ previous, next, href }: Turn) {
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
