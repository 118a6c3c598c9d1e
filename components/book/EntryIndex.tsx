/** Owns the index of all entries, in groups one can leap to. */
import type { ComponentChild } from 'preact';
import type { Entry } from '../../glossary/library/library';
import { useTranslate } from '../i18n';
import { leapTo } from '../leap';
import { shownNumber } from '../shown-number';
import { EntryLines } from './EntryLines';

export interface IndexGroup {
  /** Unique in the index; part of an element's id. */
  key: string;
  /** What the leap to it shows: short. */
  label: string;
  title: ComponentChild;
  entries: readonly Entry[];
}

interface Props {
  title: string;
  groups: readonly IndexGroup[];
  href(entry: string): string;
}

export function EntryIndex({ title, groups, href }: Props) {
  const t = useTranslate();
  const shown = groups.filter(({ entries }) => entries.length > 0);
  const total = new Set(shown.flatMap(({ entries }) => entries)).size;
  return (
    <>
      <h1>{title}</h1>
      <p class="book-line">{t('book_count', shownNumber(t, total))}</p>
      {/* Buttons: the fragment of the address names the page of the book. */}
      <nav class="book-leaps" aria-label={t('book_leaps')}>
        {shown.map(({ key, label, entries }) => (
          <button key={key} type="button" onClick={() => leapTo(`group-${key}`)}>
            {label} <small>{shownNumber(t, entries.length)}</small>
          </button>
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
