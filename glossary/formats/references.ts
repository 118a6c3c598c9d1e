/**
 * Formats what terms and quotations come from as references: GB/T 7714-2015, BibTeX (for programs of LaTeX) and RIS (for
 * Zotero, EndNote, NoteExpress). Each source is one reference, however many terms it has.
 */
import { publishedSource } from '../library/published-address';
import type { Bulletin, Manifest, Term } from '../pack/pack';
import { readerAddress } from '../reader-address';
import { citedTitle } from './citation';
import { oneLine } from './text-line';

/** The formats. */
export const REFERENCE_STYLES = ['gbt7714', 'bibtex', 'ris'] as const;
export type ReferenceStyle = (typeof REFERENCE_STYLES)[number];

type Source = Pick<Bulletin, 'id' | 'title' | 'titleStatus' | 'signer' | 'date' | 'originalUrl'>;
/** `id` is a name (`packId/termId`). */
type CitedTerm = Pick<Term, 'id' | 'headword' | 'evidence' | 'reading'> & { pack: Pick<Manifest, 'title' | 'site'> };

/** A document that is cited; '' for what is not known. */
interface Reference {
  /** By which a document cites it. */
  key: string;
  author: string;
  title: string;
  /** A year, a month or a day (ISO). */
  date: string;
  url: string;
}

/**
 * The sources of terms, each once: the bulletin of the first quotation, else the source that the term names, else the glossary
 * with the term as its title.
 * @param today as ISO date: references to a page of the web say when it was read.
 */
export function termReferences(
  terms: readonly CitedTerm[],
  sources: readonly Source[],
  style: ReferenceStyle,
  today: string,
): string {
  const found = new Map(
    terms.map((term) => {
      const reference = sourceOf(term, sources);
      return [reference.url || reference.title + reference.date, reference];
    }),
  );
  return formatAll([...found.values()], style, today);
}

/** A bulletin as a reference. @param today as in `termReferences`. */
export function bulletinReference(source: Source, style: ReferenceStyle, today: string): string {
  return formatAll([referenceTo(source)], style, today);
}

function sourceOf(term: CitedTerm, sources: readonly Source[]): Reference {
  const { id, headword, evidence, reading, pack } = term;
  const published = publishedSource(term) ?? '';
  const bulletin = sources.find((source) => source.id === evidence[0]?.bulletin);
  if (bulletin) return { ...referenceTo(bulletin), url: bulletin.originalUrl ?? published };
  const page = reading.find(({ title, url }) => title !== '' || url !== '');
  if (page) return { key: id, author: '', title: page.title || page.url, date: page.date ?? '', url: page.url };
  return { key: id, author: pack.title, title: headword, date: '', url: published };
}

function referenceTo({ id, title, titleStatus, signer, date, originalUrl }: Source): Reference {
  const shown = titleStatus === 'given' ? citedTitle({ title, titleStatus }) : title;
  return { key: id, author: signer, title: shown, date, url: originalUrl ?? '' };
}

function formatAll(references: readonly Reference[], style: ReferenceStyle, today: string): string {
  return references
    .map(({ key, author, title, date, url }, i) => {
      const clean = {
        key: key.replace(/[^A-Za-z0-9-]/g, '-'),
        author: oneLine(author),
        title: oneLine(title),
        date: oneLine(date),
        url: readerAddress(url)?.href ?? '',
      };
      if (style === 'gbt7714') return `${references.length > 1 ? `[${i + 1}] ` : ''}${gbt7714(clean, today)}`;
      return style === 'bibtex' ? bibtex(clean, today) : ris(clean, today);
    })
    .join(style === 'gbt7714' ? '\n' : '\n\n');
}

/** `Z`: a document of another kind than the standard names; `EB/OL`: a page of the web. */
function gbt7714({ author, title, date, url }: Reference, today: string): string {
  const by = author && `${author}. `;
  if (url === '') return `${by}${title}[Z]${date && `. ${date}`}.`;
  return `${by}${title}[EB/OL]. ${date && `(${date})`}[${today}]. ${url}.`;
}

function bibtex({ key, author, title, date, url }: Reference, today: string): string {
  const [year = '', month = ''] = date.split('-');
  const fields = [
    // Braces inside keep an institution from being read as a person's name.
    ['author', author && `{${escapeTex(author)}}`],
    ['title', `{${escapeTex(title)}}`],
    ['year', year],
    ['month', month && String(Number(month))],
    ['date', date],
    ['url', url.replace(/[{}\\]/g, encodeURIComponent)],
    ['urldate', url && today],
  ].flatMap(([name = '', value = '']) => (value === '' ? [] : [`  ${name} = {${value}},`]));
  return `@misc{${key},\n${fields.join('\n')}\n}`;
}

function escapeTex(text: string): string {
  const named: Record<string, string> = {
    '\\': '\\textbackslash{}',
    '~': '\\textasciitilde{}',
    '^': '\\textasciicircum{}',
  };
  return text.replace(/[\\{}$&#_%~^]/g, (sign) => named[sign] ?? `\\${sign}`);
}

/** `GEN`: a document of any kind; `ELEC`: a page of the web. */
function ris({ author, title, date, url }: Reference, today: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const lines = [
    ['TY', url ? 'ELEC' : 'GEN'],
    ['AU', author],
    ['TI', title],
    ['PY', year],
    ['DA', date && `${year}/${month}/${day}/`],
    ['UR', url],
    ['Y2', url && `${today.replaceAll('-', '/')}/`],
  ].flatMap(([tag = '', value = '']) => (value === '' ? [] : [`${tag}  - ${value}`]));
  return `${lines.join('\n')}\nER  - `;
}
