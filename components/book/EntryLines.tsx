/** Owns entries as lines of an index: headword, reading, what it is. */
import type { Entry } from '../../glossary/pack/pack';

interface Props {
  entries: readonly Entry[];
  href(entry: string): string;
}

export function EntryLines({ entries, href }: Props) {
  return (
    <ul class="entry-lines">
      {entries.map(({ id, script, headword, pinyin, short }) => (
        <li key={id}>
          <a href={href(id)} lang={script}>
            {headword}
          </a>{' '}
          <span class="pinyin" lang="zh-Latn-pinyin">
            {pinyin}
          </span>
          <p lang={script}>{short}</p>
        </li>
      ))}
    </ul>
  );
}
