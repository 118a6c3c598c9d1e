/** The frame of the book: its title, navigation, and the current page. */
import type { ComponentChild } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { type MessageKey, useTranslate } from '../i18n';
import { BookHead } from './BookHead';

/** A page that the navigation leads to. */
export type BookSection = 'pinyin' | 'category' | 'bulletin' | 'timeline' | 'map' | 'search';

interface Props {
  /** The current section; null on the page of an entry. */
  section: BookSection | null;
  href(section: BookSection): string;
  bulletinsHref: string;
  packsHref: string;
  /** Whether the page takes the whole width of the window, as pictures do. */
  isWide: boolean;
  /** Identifies the page. When it changes, the focus moves to the start of the page. */
  pageKey: string;
  children: ComponentChild;
}

/** The sections of the book, in the order of the navigation. */
export const SECTIONS: readonly (readonly [BookSection, MessageKey])[] = [
  ['pinyin', 'book_by_pinyin'],
  ['category', 'book_by_category'],
  ['bulletin', 'book_by_bulletin'],
  ['timeline', 'timeline_title'],
  ['map', 'map_title'],
  ['search', 'book_search'],
];

/** Leaves the focus alone when it is mounted. */
export function BookView({ section, href, bulletinsHref, packsHref, isWide, pageKey, children }: Props) {
  const t = useTranslate();
  const main = useRef<HTMLElement>(null);
  const isFirst = useRef(true);
  // Before the browser takes the next key: an effect after the paint leaves the focus in the page that is gone.
  useLayoutEffect(() => {
    if (!isFirst.current) {
      scrollTo(0, 0);
      main.current?.focus({ preventScroll: true });
    }
    isFirst.current = false;
  }, [pageKey]);
  return (
    <div class="book">
      <BookHead
        name={t('book_title')}
        links={[
          ...SECTIONS.map(([name, label]) => ({ href: href(name), label: t(label), isCurrent: name === section })),
          { href: bulletinsHref, label: t('book_bulletins'), isCurrent: false },
          { href: packsHref, label: t('popup_place_packs'), isCurrent: false },
        ]}
      />
      <main ref={main} class={isWide ? 'book-page is-wide' : 'book-page'} tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
