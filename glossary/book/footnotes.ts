/** Formats terms as footnotes with their sources, as plain text or Markdown. */
import { citedTitle } from '../formats/citation';
import { markdownLine, oneLine } from '../formats/text-line';
import type { Bulletin, Evidence, Term } from '../pack/pack';

/** The format of footnotes. */
export type FootnoteStyle = 'plain' | 'markdown';

type Source = Pick<Bulletin, 'id' | 'title' | 'titleStatus' | 'signer' | 'date' | 'originalUrl'>;

/** One line for each entry, numbered from 1; '' for no entries. */
export function footnotes(
  entries: readonly Pick<Term, 'headword' | 'short' | 'evidence'>[],
  sources: readonly Source[],
  style: FootnoteStyle,
): string {
  const plain = style === 'markdown' ? markdownLine : oneLine;
  return entries
    .map((entry, i) => {
      const mark = style === 'markdown' ? `[^${i + 1}]: ` : `[${i + 1}] `;
      return `${mark}${plain(`${entry.headword}：${entry.short}`)}${sourceOf(entry.evidence[0], sources, plain)}`;
    })
    .join('\n');
}

/** The quoted text of a passage, followed by its source. @param passage id, such as `p4s2` or `signature`. */
export function passageCitation(text: string, passage: string, source: Source): string {
  return `“${oneLine(text)}”——${sourceLine(source, passage, oneLine)}`;
}

function sourceOf(evidence: Evidence | undefined, sources: readonly Source[], plain: (text: string) => string): string {
  const source = evidence && sources.find(({ id }) => id === evidence.bulletin);
  return evidence && source ? `出处：${sourceLine(source, evidence.passage, plain)}` : '';
}

function sourceLine(source: Source, passage: string, plain: (text: string) => string): string {
  const { signer, date, originalUrl } = source;
  const place = passage === 'signature' ? '署名' : placeOf(passage);
  const address = originalUrl === null ? '' : `，${originalUrl}`;
  return `${plain(`${signer}${citedTitle(source)}，${date}，${place}`)}${address}。`;
}

/** `p4s2` in words: 第4段第2句. */
function placeOf(passage: string): string {
  return passage.replace(/^p(\d+)s(\d+)$/, '第$1段第$2句');
}
