/** Owns the glossary as a book: its title, the ways into it, and the page at hand. */
import type { ComponentChild } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { type MessageKey, useTranslate } from '../i18n';

export type BookSection = 'pinyin' | 'category' | 'bulletin' | 'timeline' | 'map' | 'search';

interface Props {
  /** The way that is open; null on an entry's page. */
  section: BookSection | null;
  href(section: BookSection): string;
  bulletinsHref: string;
  /** Pictures take the whole width of the window. */
  isWide: boolean;
  /** Changes with the page: the focus goes to its beginning then, but not at the start. */
  place: string;
  children: ComponentChild;
}

const SECTIONS: [BookSection, MessageKey][] = [
  ['pinyin', 'book_by_pinyin'],
  ['category', 'book_by_category'],
  ['bulletin', 'book_by_bulletin'],
  ['timeline', 'timeline_title'],
  ['map', 'map_title'],
  ['search', 'book_search'],
];

export function BookView({ section, href, bulletinsHref, isWide, place, children }: Props) {
  const t = useTranslate();
  const main = useRef<HTMLElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current) {
      scrollTo(0, 0);
      main.current?.focus({ preventScroll: true });
    }
    isFirst.current = false;
  }, [place]);
  return (
    <div class="book">
      <header class="book-head">
        <p class="book-name">{t('book_title')}</p>
        <nav aria-label={t('book_ways')}>
          {SECTIONS.map(([name, label]) => (
            <a key={name} href={href(name)} aria-current={name === section ? 'page' : undefined}>
              {t(label)}
            </a>
          ))}
          <a href={bulletinsHref}>{t('book_bulletins')}</a>
        </nav>
      </header>
      <main ref={main} class={isWide ? 'book-page is-wide' : 'book-page'} tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
