/** Reads JSON-LD: DefinedTermSet of schema.org, and SKOS. No context is ever fetched. */
import { chooseLanguages, isPinyin, type Languages, languagesOf } from './choose-languages';
import { type ConceptTerm, draftsOf, emptyConcept, normalTag, type TextIn } from './concept';
import { type AboutDraft, type ByteSource, type Choices, FileFaultError, type Finding } from './contract';
import { asText, isRecord, readJsonLists } from './json';
import { FLAGS, isNodeList, type LinkedNode, nodesOf, textsOf } from './jsonld-nodes';

const TERM_TYPES = new Set(['DefinedTerm', 'CategoryCode', 'Concept']);
const SET_TYPES = new Set(['DefinedTermSet', 'CategoryCodeSet', 'ConceptScheme']);
const SAMPLE_NODES = 200;

/** Reads terms from nodes that are defined terms or concepts. */
export async function* readJsonLd(source: ByteSource, choices: Choices): AsyncGenerator<readonly Finding[], void> {
  const { rest, elements } = await readJsonLists(source, choices, isNodeList);
  const context = isRecord(rest) ? rest['@context'] : null;
  async function* nodes() {
    yield nodesOf(rest);
    for await (const list of elements()) yield list.flatMap(({ value, where }) => nodesOf(value, where, context));
  }
  const { set, sample } = await beginningOf(nodes());
  if (sample.length === 0 && !set) throw new FileFaultError('wrong-format', 'jsonld');
  const about = set ? aboutOf(set) : {};
  const said = about.languages ?? [];
  const used = sample.map((node) => languagesOfNode(node, said[0] ?? ''));
  const languages = chooseLanguages(used, choices, said);
  yield [{ kind: 'about', about: { ...about, languages: languagesOf(languages) } }];
  for await (const batch of nodes()) yield batch.filter(isTerm).flatMap((node) => readNode(node, languages));
}

function isTerm({ types }: LinkedNode): boolean {
  return types.some((type) => TERM_TYPES.has(type));
}

/** The node of the whole list, and the first terms. Reads no further than until both are known. */
async function beginningOf(
  batches: AsyncIterable<readonly LinkedNode[]>,
): Promise<{ set: LinkedNode | null; sample: LinkedNode[] }> {
  let set: LinkedNode | null = null;
  const sample: LinkedNode[] = [];
  for await (const nodes of batches) {
    set ??= nodes.find(({ types }) => types.some((type) => SET_TYPES.has(type))) ?? null;
    sample.push(...nodes.filter(isTerm).slice(0, SAMPLE_NODES - sample.length));
    if (set && sample.length === SAMPLE_NODES) break;
  }
  return { set, sample };
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

function flagsIn(value: unknown): { exactCase: boolean; insideWords: boolean } {
  const properties = [value].flat().filter(isRecord);
  const isSet = (flag: keyof typeof FLAGS) =>
    properties.some((property) => property.name === FLAGS[flag] && property.value === true);
  return { exactCase: isSet('exactCase'), insideWords: isSet('insideWords') };
}
