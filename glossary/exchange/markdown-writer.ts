/** Writes glossaries in Markdown, as `markdown.ts` reads them. */
import { escapeMarkdown } from '../formats/text-line';
import type { PackContent, PlainTerm } from '../pack/plain-term';
import { aboutLines } from './about-lines';
import { joinList } from './table-cells';

/** Writes a pack as a document that reads well by itself. */
export function* writeMarkdown(pack: PackContent): Generator<string, void> {
  yield `# ${escapeMarkdown(pack.title)}\n\n`;
  const about = aboutLines({ ...pack, id: '' }).map(([label, value]) => item(label, value));
  if (about.length > 0) yield `${about.join('')}\n`;
  for (const term of pack.terms) yield section(term);
}

function section(term: PlainTerm): string {
  const { source, equivalents = [] } = term;
  const languages = [...new Set(equivalents.map(({ language }) => language))];
  const items: [string, string | undefined][] = [
    ['Translation', term.translation],
    ['Pinyin', term.pinyin],
    ['Subject', term.subject],
    ['Note', term.note],
    ['Status', term.status],
    ['Use', term.use],
    ['Exact case', term.exactCase ? 'yes' : ''],
    ['Inside words', term.insideWords ? 'yes' : ''],
    ['Source', source?.title],
    ['Quotation', source?.quote],
    ['Date', source?.date],
  ];
  const address = source?.url ? `- **Address:** <${source.url}>\n` : '';
  const lists = [
    list('Also', term.forms),
    ...languages.map((language) =>
      list(
        `equivalent:${language}`,
        equivalents.filter((one) => one.language === language).map(({ text }) => text),
      ),
    ),
  ];
  const labelled = [...lists, ...items.map(([label, value]) => (value ? item(label, value) : '')), address].join('');
  const definition = term.definition && `${breakLines(term.definition, '')}\n\n`;
  return `## ${escapeMarkdown(term.headword)}\n\n${definition}${labelled && `${labelled}\n`}`;
}

/** An item, or several where a text holds what separates the texts of one. */
function list(label: string, texts: readonly string[]): string {
  if (texts.length === 0) return '';
  return joinList(texts)
    .split('\n')
    .map((text) => item(label, text))
    .join('');
}

function item(label: string, value: string): string {
  return `- **${label}:** ${breakLines(value, '  ')}\n`;
}

/** Text of several lines as lines that end with a backslash; a line without text is one of a backslash alone. */
function breakLines(text: string, indent: string): string {
  return text.split('\n').map(escapeMarkdown).join(`\\\n${indent}`);
}
