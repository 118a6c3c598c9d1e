/** The head of the book: its title and the navigation. */
import type { ComponentChild } from 'preact';
import { useTranslate } from '../i18n';

/** A link of the navigation. */
export interface HeadLink {
  href: string;
  label: string;
  isCurrent: boolean;
}

interface Props {
  /** The title of the book, or a link with it. */
  name: ComponentChild;
  links: readonly HeadLink[];
  /** After the navigation. */
  children?: ComponentChild;
}

/** The links are in the given order. */
export function BookHead({ name, links, children }: Props) {
  const t = useTranslate();
  return (
    <header class="book-head">
      <p class="book-name">{name}</p>
      <nav aria-label={t('book_navigation')}>
        {links.map(({ href, label, isCurrent }) => (
          <a key={href} href={href} aria-current={isCurrent ? 'page' : undefined}>
            {label}
          </a>
        ))}
      </nav>
      {children}
    </header>
  );
}
