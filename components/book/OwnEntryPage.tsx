/** Owns the page of a term of the reader's own: their words, and the way to change them. */
import type { AnyEntry } from '../../glossary/pack/pack';
import { visibleText } from '../../glossary/visible-text';
import { CopyButtons } from '../card/CopyButtons';
import { useTranslate } from '../i18n';
import { EntryForms } from './EntryForms';
import { EntryTurn, type Turn } from './EntryTurn';

interface Props extends Turn {
  entry: AnyEntry;
  /** Where it can be changed. */
  editHref: string;
  copy(style: 'plain' | 'markdown'): Promise<void>;
}

export function OwnEntryPage({ entry, editHref, copy, ...turn }: Props) {
  const t = useTranslate();
  return (
    <article class="entry-page">
      <h1 lang={entry.script}>{visibleText(entry.headword)}</h1>
      <p class="entry-line">
        <span class="category-name tone-own">{t('category_own')}</span>
        <a href={editHref}>{t('own_edit')}</a>
      </p>
      <p class="entry-short" lang={entry.script}>
        {visibleText(entry.short)}
      </p>
      {entry.long && (
        <p class="entry-own-long" lang={entry.script}>
          {visibleText(entry.long)}
        </p>
      )}
      <EntryForms entry={entry} />
      <footer class="entry-foot">
        <p>{t('book_own_note')}</p>
        <CopyButtons copy={copy} />
        <EntryTurn {...turn} />
      </footer>
    </article>
  );
}
