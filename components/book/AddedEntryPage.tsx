/** The page of a term that the reader or their organisation added. */
import type { AnyEntry } from '../../glossary/pack/pack';
import { visibleText } from '../../glossary/visible-text';
import { CopyButtons } from '../card/CopyButtons';
import { EntryExtras } from '../card/EntryExtras';
import { useTranslate } from '../i18n';
import { EntryForms } from './EntryForms';
import { EntryNeighbours, type Neighbours } from './EntryNeighbours';

interface Props extends Neighbours {
  entry: AnyEntry;
  /** Address of its form in the options; null if the reader cannot edit it. */
  editHref: string | null;
  copy(style: 'plain' | 'markdown'): Promise<void>;
}

/** Lines of the definition are kept. */
export function AddedEntryPage({ entry, editHref, copy, ...neighbours }: Props) {
  const t = useTranslate();
  return (
    <article class="entry-page">
      <h1 lang={entry.script}>{visibleText(entry.headword)}</h1>
      <p class="entry-line">
        <span class={`category-name tone-${entry.category}`}>{t(`category_${entry.category}`)}</span>
        {editHref !== null && <a href={editHref}>{t('own_edit')}</a>}
      </p>
      <p class="entry-short" lang={entry.script}>
        {visibleText(entry.short)}
      </p>
      {entry.long && (
        <p class="entry-own-long" lang={entry.script}>
          {visibleText(entry.long)}
        </p>
      )}
      <EntryExtras entry={entry} />
      <EntryForms entry={entry} />
      <footer class="entry-foot">
        <p>{entry.presetBy ? t('book_preset_note', visibleText(entry.presetBy)) : t('book_own_note')}</p>
        <CopyButtons copy={copy} />
        <EntryNeighbours {...neighbours} />
      </footer>
    </article>
  );
}
