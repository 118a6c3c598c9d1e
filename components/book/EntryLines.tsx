/** Entries as lines of an index: headword, reading, definition. A term without a category shows its pack. */
import type { Entry } from '../../glossary/library/library';
import { summaryOf } from '../../glossary/pack/summary-of';
import { visibleText } from '../../glossary/visible-text';
import { KindLabel } from '../KindLabel';
import { LongList } from '../LongList';

interface Props {
  entries: readonly Entry[];
  href(entry: string): string;
}

/** Usual height of a line with its definition, in px. */
const LINE = 64;

/** In the given order. */
export function EntryLines({ entries, href }: Props) {
  return (
    <LongList
      class="entry-lines"
      items={entries}
      lineHeight={LINE}
      renderItem={({ id, script, headword, pinyin, category, pack, short, translation, equivalents }) => (
        <li key={id}>
          <a href={href(id)} lang={script}>
            {visibleText(headword)}
          </a>{' '}
          {pinyin && (
            <span class="pinyin" lang="zh-Latn-pinyin">
              {pinyin}
            </span>
          )}
          {!category && <KindLabel entry={{ category, pack }} />}
          <p lang={script}>{visibleText(summaryOf({ short, translation, equivalents }))}</p>
        </li>
      )}
    />
  );
}
