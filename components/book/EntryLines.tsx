/** Entries as lines of an index: headword, reading, definition. A term without a category shows its pack. */
import type { Entry } from '../../glossary/library/library';
import { visibleText } from '../../glossary/visible-text';
import { kindName, toneOf } from '../entry-kind';
import { useTranslate } from '../i18n';

interface Props {
  entries: readonly Entry[];
  href(entry: string): string;
}

/** In the given order. */
export function EntryLines({ entries, href }: Props) {
  const t = useTranslate();
  return (
    <ul class="entry-lines">
      {entries.map(({ id, script, headword, pinyin, category, pack, short }) => (
        <li key={id}>
          <a href={href(id)} lang={script}>
            {visibleText(headword)}
          </a>{' '}
          {pinyin && (
            <span class="pinyin" lang="zh-Latn-pinyin">
              {pinyin}
            </span>
          )}
          {!category && (
            <span class={`category-name ${toneOf({ category, pack })}`}>{kindName(t, { category, pack })}</span>
          )}
          <p lang={script}>{visibleText(short)}</p>
        </li>
      ))}
    </ul>
  );
}
