/** Writes JSON-LD, as `jsonld.ts` reads it. */
import type { PackContent, PlainTerm } from '../pack/plain-term';
import { PINYIN, UNKNOWN_SOURCE, UNKNOWN_TARGET } from './choose-languages';
import type { TextIn } from './concept';
import { FLAGS } from './jsonld-nodes';

const CONTEXT = {
  '@vocab': 'https://schema.org/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  dcterms: 'http://purl.org/dc/terms/',
};

/** Writes a set of defined terms, with the labels of other languages as SKOS has them. */
export function* writeJsonLd(pack: PackContent): Generator<string, void> {
  const [source = UNKNOWN_SOURCE, target = UNKNOWN_TARGET] = pack.languages ?? [];
  const set = {
    '@context': CONTEXT,
    '@type': 'DefinedTermSet',
    identifier: pack.id,
    name: pack.title,
    inLanguage: [source, target],
    version: pack.revision,
    license: pack.licence,
    creditText: pack.attribution,
    url: pack.homepage,
    discussionUrl: pack.contact,
  };
  yield `${JSON.stringify(set, null, 2).slice(0, -'\n}'.length)},\n  "hasDefinedTerm": [\n`;
  for (const [i, term] of pack.terms.entries())
    yield `    ${JSON.stringify(nodeOf(term, target))}${i < pack.terms.length - 1 ? ',' : ''}\n`;
  yield '  ]\n}\n';
}

function nodeOf(term: PlainTerm, target: string): object {
  const { source, equivalents = [], translation, pinyin } = term;
  const label = ({ language, text }: TextIn) => ({ '@language': language, '@value': text });
  const or = <T>(value: T | undefined | null | '') => value || undefined;
  const set = (['exactCase', 'insideWords'] as const).filter((flag) => term[flag]);
  const flags = set.map((flag) => ({ '@type': 'PropertyValue', name: FLAGS[flag], value: true }));
  return {
    '@type': 'DefinedTerm',
    termCode: term.id,
    name: term.headword,
    alternateName: term.forms.length > 0 ? term.forms : undefined,
    description: or(term.definition),
    'skos:prefLabel': translation ? label({ language: target, text: translation }) : undefined,
    'skos:altLabel': equivalents.length > 0 ? equivalents.map(label) : undefined,
    'skos:hiddenLabel': pinyin ? label({ language: PINYIN, text: pinyin }) : undefined,
    keywords: or(term.subject),
    'skos:scopeNote': or(term.note),
    citation: source
      ? {
          '@type': 'CreativeWork',
          name: or(source.title),
          url: or(source.url),
          text: or(source.quote),
          datePublished: or(source.date),
        }
      : undefined,
    creativeWorkStatus: term.status,
    'dcterms:isReplacedBy': or(term.use),
    additionalProperty: flags.length > 0 ? flags : undefined,
  };
}
