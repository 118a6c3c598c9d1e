/** Formats terms as footnotes with their sources, as plain text or Markdown. */
import { citedTitle } from '../formats/citation';
import { type ReferenceStyle, termReferences } from '../formats/references';
import { markdownLine, oneLine } from '../formats/text-line';
import type { Entry } from '../library/library';
import { publishedSource } from '../library/published-address';
import type { Bulletin, Evidence, Term } from '../pack/pack';

/** The format of footnotes. */
export type FootnoteStyle = 'plain' | 'markdown';
/** Kinds of text to copy: footnotes, or references to sources. */
export type CopyStyle = FootnoteStyle | ReferenceStyle;

type Source = Pick<Bulletin, 'id' | 'title' | 'titleStatus' | 'signer' | 'date' | 'originalUrl'>;

/** The text to copy for entries. @param today as in `termReferences`. */
export function copyOf(entries: readonly Entry[], sources: readonly Source[], style: CopyStyle, today: string): string {
  return style === 'plain' || style === 'markdown'
    ? footnotes(entries, sources, style, publishedSource)
    : termReferences(entries, sources, style, today);
}

/**
 * One line for each entry, numbered from 1; '' for no entries.
 * @param addressOf where an entry is published; null if it is not. The address of the original bulletin comes first.
 */
export function footnotes<T extends Pick<Term, 'headword' | 'short' | 'evidence'>>(
  entries: readonly T[],
  sources: readonly Source[],
  style: FootnoteStyle,
  addressOf: (entry: T) => string | null = () => null,
): string {
  const plain = style === 'markdown' ? markdownLine : oneLine;
  return entries
    .map((entry, i) => {
      const mark = style === 'markdown' ? `[^${i + 1}]: ` : `[${i + 1}] `;
      return `${mark}${plain(`${entry.headword}：${entry.short}`)}${sourceOf(entry.evidence[0], sources, { plain, address: addressOf(entry) })}`;
    })
    .join('\n');
}

/** The quoted text of a passage, followed by its source. @param passage id, such as `p4s2` or `signature`. */
export function passageCitation(text: string, passage: string, source: Source): string {
  return `“${oneLine(text)}”——${sourceLine(source, passage, { plain: oneLine, address: null })}`;
}

/** How a source is written. */
interface SourceStyle {
  plain(text: string): string;
  /** Where the entry is published, or null. */
  address: string | null;
}

function sourceOf(evidence: Evidence | undefined, sources: readonly Source[], style: SourceStyle): string {
  const source = evidence && sources.find(({ id }) => id === evidence.bulletin);
  if (evidence && source) return `出处：${sourceLine(source, evidence.passage, style)}`;
  return style.address === null ? '' : `出处：${style.address}`;
}

function sourceLine(source: Source, passage: string, { plain, address: published }: SourceStyle): string {
  const { signer, date, originalUrl } = source;
  const place = passage === 'signature' ? '署名' : placeOf(passage);
  const from = originalUrl ?? published;
  const address = from === null ? '' : `，${from}`;
  return `${plain(`${signer}${citedTitle(source)}，${date}，${place}`)}${address}。`;
}

/** `p4s2` in words: 第4段第2句. */
function placeOf(passage: string): string {
  return passage.replace(/^p(\d+)s(\d+)$/, '第$1段第$2句');
}
