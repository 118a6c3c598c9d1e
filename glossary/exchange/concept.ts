/** Converts a concept with terms in several languages to terms of a pack. */
import { isPinyin, type Languages, matchLanguage } from './choose-languages';
import type { TermDraft } from './contract';
import { languageTag } from './language-tag';
import { readStatus } from './term-status';

/** A text and its language; '' if it is not known. */
export interface TextIn {
  language: string;
  text: string;
}

/** A term of a concept in one language. */
export interface ConceptTerm extends TextIn {
  status: string;
  /** The term to use in its place. */
  use: string;
}

/** A concept of a terminology database: its terms in all languages, and statements about it. */
export interface Concept {
  terms: ConceptTerm[];
  definitions: TextIn[];
  notes: string[];
  subjects: string[];
  source: { title: string; url: string; quote: string; date: string };
}

/** Items of a list of a concept; more are left out, and the term is refused for having too many. */
const MAX_ITEMS = 500;

/** A concept of which nothing is known yet. */
export function emptyConcept(): Concept {
  return {
    terms: [],
    definitions: [],
    notes: [],
    subjects: [],
    source: { title: '', url: '', quote: '', date: '' },
  };
}

/** Adds to a list of a concept, within bounds. */
export function addItem<T>(list: T[], item: T): void {
  if (list.length < MAX_ITEMS) list.push(item);
}

/** Tags of a concept's languages, each once. */
export function languagesOfConcept({ terms }: Concept): string[] {
  return [...new Set(terms.map(({ language }) => language))];
}

/** `tag` in its usual form, or '' for what is no tag. */
export function normalTag(tag: string): string {
  return languageTag(tag) ?? '';
}

/**
 * The terms of a concept: one for its terms in the source language, and one for each of them that is deprecated, which
 * names the term to use.
 */
export function draftsOf(concept: Concept, { source, target }: Languages): TermDraft[] {
  const languages = languagesOfConcept(concept);
  const own = matchLanguage(languages, source);
  const other = target
    ? matchLanguage(
        languages.filter((one) => one !== own),
        target,
      )
    : null;
  const terms = concept.terms.filter(({ language, text }) => language === own && text.trim() !== '');
  const isDeprecated = ({ status }: ConceptTerm) => readStatus(status) === 'deprecated';
  const inUse = terms.filter((term) => !isDeprecated(term));
  const head = inUse.find(({ status }) => readStatus(status) === 'preferred') ?? inUse[0] ?? terms[0];
  const shared = sharedFields(concept, own ?? '', other);
  if (!head) return [{ headword: '', ...shared }];
  const forms = (inUse.length > 0 ? inUse : terms).filter((term) => term !== head).map(({ text }) => text);
  const first = { ...shared, headword: head.text, forms, status: head.status, use: head.use };
  if (inUse.length === 0) return [first];
  const { pinyin: _, ...saidOfAll } = shared;
  const deprecated = terms
    .filter(isDeprecated)
    .map((term) => ({ ...saidOfAll, headword: term.text, status: term.status, use: term.use || head.text }));
  return [first, ...deprecated];
}

function sharedFields(concept: Concept, own: string, other: string | null): Omit<TermDraft, 'headword'> {
  const { definitions, terms, notes, subjects, source } = concept;
  const inOwn = definitions.filter(({ language }) => language === own || language === '');
  const inOther = terms.filter(({ language }) => language === other);
  const rest = terms.filter(({ language }) => language !== own && language !== other && !isPinyin(language));
  const unique = (texts: readonly string[]) => [...new Set(texts)];
  return {
    definition: unique((inOwn.length > 0 ? inOwn : definitions).map(({ text }) => text)).join('\n'),
    translation: inOther[0]?.text ?? '',
    equivalents: [...inOther.slice(1), ...rest].map(({ language, text }) => ({ language, text })),
    pinyin: terms.find(({ language }) => isPinyin(language))?.text ?? '',
    subject: unique(subjects).join('; '),
    note: unique(notes).join('\n'),
    source,
  };
}
