/** Reads and writes JSON-LD: DefinedTermSet of schema.org, and SKOS. No context is ever fetched. */
import type { PackContent, PlainTerm } from '../pack/plain-term';
import {
  chooseLanguages,
  isPinyin,
  type Languages,
  languagesOf,
  PINYIN,
  UNKNOWN_SOURCE,
  UNKNOWN_TARGET,
} from './choose-languages';
import { type ConceptTerm, draftsOf, emptyConcept, normalTag, type TextIn } from './concept';
import { type AboutDraft, type ByteSource, type Choices, FileFaultError, type Finding } from './contract';
import { asText, isRecord, readJson } from './json';
import { type LinkedNode, nodesOf, textsOf } from './jsonld-nodes';

const TERM_TYPES = new Set(['DefinedTerm', 'CategoryCode', 'Concept']);
const SET_TYPES = new Set(['DefinedTermSet', 'CategoryCodeSet', 'ConceptScheme']);
const SAMPLE_NODES = 200;
const BATCH = 500;

/** Reads terms from nodes that are defined terms or concepts. */
export async function* readJsonLd(source: ByteSource, choices: Choices): AsyncGenerator<readonly Finding[], void> {
  const nodes = nodesOf(await readJson(source, choices));
  const terms = nodes.filter(({ types }) => types.some((type) => TERM_TYPES.has(type)));
  const set = nodes.find(({ types }) => types.some((type) => SET_TYPES.has(type)));
  if (terms.length === 0 && !set) throw new FileFaultError('wrong-format', 'jsonld');
  const about = set ? aboutOf(set) : {};
  const said = about.languages ?? [];
  const used = terms.slice(0, SAMPLE_NODES).map((node) => languagesOfNode(node, said[0] ?? ''));
  const languages = chooseLanguages(used, choices, said);
  yield [{ kind: 'about', about: { ...about, languages: languagesOf(languages) } }];
  for (let i = 0; i < terms.length; i += BATCH) {
    yield terms.slice(i, i + BATCH).flatMap((node) => readNode(node, languages));
  }
}

function aboutOf({ properties }: LinkedNode): AboutDraft {
  const first = (...names: string[]) => names.flatMap((name) => textsOf(properties.get(name)))[0]?.text;
  const languages = textsOf(properties.get('inLanguage') ?? properties.get('language')).map(({ text }) => text);
  return {
    id: first('identifier'),
    title: first('name', 'title', 'prefLabel', 'label'),
    ...(languages.length > 0 && { languages: languages.map(normalTag).filter(Boolean) }),
    revision: first('version', 'versionInfo'),
    licence: first('license') ?? referenceOf(properties.get('license')),
    attribution: first('creditText'),
    homepage: first('url', 'homepage') ?? referenceOf(properties.get('url')),
    contact: first('discussionUrl'),
  };
}

function referenceOf(value: unknown): string {
  return isRecord(value) ? asText(value['@id']) : '';
}

const PREFERRED_LABELS = ['name', 'prefLabel'] as const;
const OTHER_LABELS = ['alternateName', 'altLabel'] as const;

/** Languages of the labels. Those without one are in the language of the set. */
function languagesOfNode({ properties }: LinkedNode, ofSet: string): string[] {
  const labels = [...PREFERRED_LABELS, ...OTHER_LABELS].flatMap((name) => textsOf(properties.get(name)));
  return [...new Set(labels.map(({ language }) => normalTag(language) || ofSet))];
}

function readNode({ properties, where }: LinkedNode, languages: Languages): Finding[] {
  const texts = (...names: readonly string[]) => names.flatMap((name) => textsOf(properties.get(name)));
  const text = (...names: readonly string[]) => texts(...names)[0]?.text ?? '';
  const own = ({ language }: TextIn) => normalTag(language) || languages.source;
  const terms = texts(...PREFERRED_LABELS, ...OTHER_LABELS).map(
    (label): ConceptTerm => ({ language: own(label), text: label.text, status: '', use: '' }),
  );
  const hidden = texts('hiddenLabel').filter(({ language }) => isPinyin(language));
  const pinyin = hidden.map((label): ConceptTerm => ({ ...label, status: '', use: '' }));
  const concept = {
    ...emptyConcept(),
    terms: [...terms, ...pinyin],
    definitions: texts('description', 'definition').map((one) => ({ ...one, language: own(one) })),
    notes: texts('scopeNote', 'note', 'usageNote').map((one) => one.text),
    subjects: texts('keywords', 'subject').map((one) => one.text),
    source: sourceOf(properties),
  };
  const isOwn = (term: ConceptTerm) => term.language === languages.source;
  for (const term of terms.filter(isOwn).slice(0, 1)) {
    term.status = text('creativeWorkStatus');
    term.use = text('isReplacedBy');
  }
  const said = flagsIn(properties.get('additionalProperty'));
  return draftsOf(asOne(concept), languages).map((draft): Finding => {
    const id = text('termCode');
    return { kind: 'term', place: { line: null, where }, draft: { ...draft, ...(id && { id }), ...said } };
  });
}

/** A node is one term, with one status: its other labels share it. */
function asOne<T extends { terms: ConceptTerm[] }>(concept: T): T {
  const [first] = concept.terms;
  return { ...concept, terms: concept.terms.map((term) => ({ ...term, status: first?.status ?? '' })) };
}

function sourceOf(properties: LinkedNode['properties']): { title: string; url: string; quote: string; date: string } {
  const citation = properties.get('citation') ?? properties.get('source');
  const [node] = nodesOf(isRecord(citation) ? { '@type': 'CreativeWork', ...citation } : null);
  const text = (name: string) => textsOf(node?.properties.get(name))[0]?.text ?? '';
  const said = textsOf(citation)[0]?.text || referenceOf(citation);
  if (!node || said)
    return { title: isAddress(said) ? '' : said, url: isAddress(said) ? said : '', quote: '', date: '' };
  return {
    title: text('name') || text('title'),
    url: text('url') || text('@id'),
    quote: text('text'),
    date: text('datePublished'),
  };
}

function isAddress(text: string): boolean {
  return /^https?:/.test(text);
}

/** What is said by yes or no, by the names under which it is written. */
const FLAGS = { exactCase: 'caseSensitive', insideWords: 'insideWords' } as const;

function flagsIn(value: unknown): { exactCase: boolean; insideWords: boolean } {
  const properties = [value].flat().filter(isRecord);
  const isSet = (flag: keyof typeof FLAGS) =>
    properties.some((property) => property.name === FLAGS[flag] && property.value === true);
  return { exactCase: isSet('exactCase'), insideWords: isSet('insideWords') };
}

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
