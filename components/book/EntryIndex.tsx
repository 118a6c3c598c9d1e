/** An index of entries in groups, with buttons that jump to each group. */
import type { ComponentChild } from 'preact';
import type { Entry } from '../../glossary/library/library';
import { formatNumber } from '../format';
import { useTranslate } from '../i18n';
import { JumpButton } from '../JumpButton';
import { EntryLines } from './EntryLines';

/** Entries under a heading. */
export interface IndexGroup {
  /** Unique in the index; part of an element's id. */
  key: string;
  /** Text of its button: short. */
  label: string;
  title: ComponentChild;
  entries: readonly Entry[];
}

interface Props {
  title: string;
  groups: readonly IndexGroup[];
  href(entry: string): string;
  /** Address of the page with all definitions; null without one. */
  printHref: string | null;
}

/** Leaves out empty groups. An entry may be in several groups; the total counts it once. */
export function EntryIndex({ title, groups, href, printHref }: Props) {
  const t = useTranslate();
  const shown = groups.filter(({ entries }) => entries.length > 0);
  const total = new Set(shown.flatMap(({ entries }) => entries)).size;
  return (
    <>
      <h1>{title}</h1>
      <p class="book-line">
        {t('book_count', formatNumber(t, total))}
        {printHref !== null && ' · '}
        {printHref !== null && <a href={printHref}>{t('book_print')}</a>}
      </p>
      <nav class="book-leaps" aria-label={t('book_jump')}>
        {shown.map(({ key, label, entries }) => (
          <JumpButton key={key} to={`group-${key}`}>
            {label} <small>{formatNumber(t, entries.length)}</small>
          </JumpButton>
        ))}
      </nav>
      {shown.map(({ key, title: heading, entries }) => (
        <section key={key} aria-labelledby={`group-${key}`} class="book-group">
          <h2 id={`group-${key}`} tabIndex={-1}>
            {heading}
          </h2>
          <EntryLines entries={entries} href={href} />
        </section>
      ))}
    </>
  );
}
