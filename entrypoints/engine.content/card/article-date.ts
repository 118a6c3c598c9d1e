/** Reads the date of publication that a page states. */
import { dateInJsonLd, parseDate } from '../../../glossary/article-date';
import { attributeOf, textContentOf } from '../dom';

/** Names of a date of publication in `<meta>`, lower case; unambiguous names first. */
const META_NAMES = [
  'article:published_time',
  'og:published_time',
  'datepublished',
  'pubdate',
  'publishdate',
  'publish_date',
  'firstpublishedtime',
  'dcterms.issued',
  'dc.date.issued',
  'dcterms.created',
  'dc.date',
  'date',
];

/** Elements read per selector. */
const MAX_ELEMENTS = 100;

/** As an ISO date; null where the page states none. Reads a bounded number of elements. */
export function readArticleDate(page: Document): string | null {
  return fromMeta(page) ?? fromJsonLd(page) ?? fromTime(page);
}

function fromMeta(page: Document): string | null {
  const stated = new Map<string, string>();
  for (const meta of some(page, 'meta[content]')) {
    const name = attributeOf(meta, 'property') ?? attributeOf(meta, 'name') ?? attributeOf(meta, 'itemprop') ?? '';
    const date = parseDate(attributeOf(meta, 'content') ?? '');
    if (date && !stated.has(name.toLowerCase())) stated.set(name.toLowerCase(), date);
  }
  const name = META_NAMES.find((candidate) => stated.has(candidate));
  return name === undefined ? null : (stated.get(name) ?? null);
}

function fromJsonLd(page: Document): string | null {
  for (const script of some(page, 'script[type="application/ld+json"]')) {
    const date = dateInJsonLd(textContentOf(script) ?? '');
    if (date) return date;
  }
  return null;
}

/** Only times in the article's header, or declared as its date of publication. */
function fromTime(page: Document): string | null {
  const own = 'time[pubdate], time[itemprop="datePublished"], article header time, header time, main > time';
  for (const time of some(page, own)) {
    const date = parseDate(attributeOf(time, 'datetime') ?? textContentOf(time) ?? '');
    if (date) return date;
  }
  return null;
}

function some(page: Document, selector: string): Element[] {
  return [...page.querySelectorAll(selector)].slice(0, MAX_ELEMENTS);
}
