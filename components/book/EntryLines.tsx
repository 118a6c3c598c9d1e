/** Entries as lines of an index: headword, reading, definition, and for added terms their category. */
import { isAdded } from '../../glossary/library/own-entry';
import type { AnyEntry } from '../../glossary/pack/pack';
import { visibleText } from '../../glossary/visible-text';
import { useTranslate } from '../i18n';

interface Props {
  entries: readonly AnyEntry[];
  href(entry: string): string;
}

/** In the given order. */
export function EntryLines({ entries, href }: Props) {
  const t = useTranslate();
  return (
    <ul class="entry-lines">
      {entries.map(({ id, script, headword, pinyin, category, short }) => (
        <li key={id}>
          <a href={href(id)} lang={script}>
            {visibleText(headword)}
          </a>{' '}
          {pinyin && (
            <span class="pinyin" lang="zh-Latn-pinyin">
              {pinyin}
            </span>
          )}
          {isAdded({ category }) && <span class={`category-name tone-${category}`}>{t(`category_${category}`)}</span>}
          <p lang={script}>{visibleText(short)}</p>
        </li>
      ))}
    </ul>
  );
}
