/** Owns citing an entry: what it says, the sentence it rests on, and who signed it when. */
import type { Bulletin, Entry } from '../pack/pack';
import { escapeMarkdown } from './markdown';
import { oneLine } from './one-line';

type Source = Pick<Bulletin, 'id' | 'title' | 'signer' | 'date'>;

/** As plain text, or as Markdown in which nothing of the entry counts as markup. */
export function citeEntry(entry: Entry, sources: readonly Source[], form: 'plain' | 'markdown'): string {
  const [{ bulletin, quote }] = entry.evidence;
  const source = sources.find(({ id }) => id === bulletin);
  const text = form === 'plain' ? oneLine : (value: string) => escapeMarkdown(oneLine(value));
  const from = source ? `${text(source.signer)}《${text(source.title)}》，${source.date}` : '';
  const headword = text(entry.headword);
  if (form === 'plain') {
    return `${headword}：${text(entry.short)}\n“${text(quote)}”\n${from && `——${from}`}`.trimEnd();
  }
  return `**${headword}**：${text(entry.short)}\n\n> ${text(quote)}${from && `\n>\n> —— ${from}`}`;
}
