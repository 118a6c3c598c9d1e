/** Owns citing an entry: what it says, the sentence it rests on, and who signed it when. */
import type { Bulletin, Term } from '../pack/pack';
import { escapeMarkdown } from './markdown';
import { oneLine } from './one-line';

type Source = Pick<Bulletin, 'id' | 'title' | 'signer' | 'date'>;

/** As plain text, or as Markdown in which nothing of the entry counts as markup. */
export function citeEntry(entry: Term, sources: readonly Source[], form: 'plain' | 'markdown'): string {
  const [evidence] = entry.evidence;
  const text = form === 'plain' ? oneLine : (value: string) => escapeMarkdown(oneLine(value));
  const headword = form === 'plain' ? text(entry.headword) : `**${text(entry.headword)}**`;
  // A term that was added rests on no bulletin, and its words are short.
  if (!evidence) {
    const [page] = entry.reading;
    const from = page ? text([page.title, page.url].filter((part) => part !== '').join('，')) : '';
    return `${headword}：${text(`${entry.short} ${entry.long}`)}${from && `\n——${from}`}`;
  }
  const source = sources.find(({ id }) => id === evidence.bulletin);
  const from = source ? `${text(source.signer)}《${text(source.title)}》，${source.date}` : '';
  const said = `${headword}：${text(entry.short)}`;
  const quote = text(evidence.quote);
  if (form === 'plain') return `${said}\n“${quote}”\n${from && `——${from}`}`.trimEnd();
  return `${said}\n\n> ${quote}${from && `\n>\n> —— ${from}`}`;
}
