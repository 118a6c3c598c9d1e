/** Formats an entry, or the address of a sentence, for use in other documents. */
import type { Bulletin, Term } from '../pack/pack';
import { summaryOf } from '../pack/summary-of';
import { markdownLine, oneLine } from './text-line';

type Source = Pick<Bulletin, 'id' | 'title' | 'titleStatus' | 'signer' | 'date'>;

/**
 * The definition, the quotation it rests on, and the signer and date of its bulletin, each on a line. An entry without
 * evidence is one line, followed by the page it names as its source. In Markdown nothing of the entry counts as markup.
 * @param address where it is published, as the last line; null if it is not.
 */
export function citeEntry(
  entry: Term,
  sources: readonly Source[],
  form: 'plain' | 'markdown',
  address: string | null = null,
): string {
  const cited = citation(entry, sources, form);
  if (address === null) return cited;
  return form === 'plain' ? `${cited}\n${address}` : `${cited}\n\n<${address}>`;
}

function citation(entry: Term, sources: readonly Source[], form: 'plain' | 'markdown'): string {
  const [evidence] = entry.evidence;
  const text = form === 'plain' ? oneLine : markdownLine;
  const headword = form === 'plain' ? text(entry.headword) : `**${text(entry.headword)}**`;
  if (!evidence) {
    const [page] = entry.reading;
    const from = page ? text([page.title, page.url].filter((part) => part !== '').join('，')) : '';
    return `${headword}：${text(`${summaryOf(entry)} ${entry.long}`)}${from && `\n——${from}`}`;
  }
  const source = sources.find(({ id }) => id === evidence.bulletin);
  const from = source ? `${text(source.signer)}${text(citedTitle(source))}，${source.date}` : '';
  const said = `${headword}：${text(summaryOf(entry))}`;
  const quote = text(evidence.quote);
  if (form === 'plain') return `${said}\n“${quote}”\n${from && `——${from}`}`.trimEnd();
  return `${said}\n\n> ${quote}${from && `\n>\n> —— ${from}`}`;
}

/** The title in 《》; an editor's title in 〔〕, because the text has no such title. */
export function citedTitle({ title, titleStatus }: Pick<Bulletin, 'title' | 'titleStatus'>): string {
  return titleStatus === 'given' ? `〔${title}〕` : `《${title}》`;
}

/** `address` with a text fragment, by which browsers scroll to `text`. @param address with or without a fragment. */
export function linkToText(address: string, text: string): string {
  // A dash separates the parts of a text directive. A second “#” would be part of the fragment, not begin a directive.
  const wanted = encodeURIComponent(text).replace(/-/g, '%2D');
  return `${address}${address.includes('#') ? '' : '#'}:~:text=${wanted}`;
}
