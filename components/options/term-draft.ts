/** An own term as it is typed: each field a text. */
import { givenFields } from '../../glossary/pack/given-fields';
import type { TermSource, TermStatus } from '../../glossary/pack/plain-term';
import type { TypedTerm } from './options-props';

/** The fields of the form. */
export interface TermDraft {
  headword: string;
  definition: string;
  translation: string;
  /** Separated by `、`, commas or semicolons. */
  forms: string;
  /** A line each: language, colon, text. */
  equivalents: string;
  pinyin: string;
  subject: string;
  note: string;
  sourceTitle: string;
  sourceUrl: string;
  sourceQuote: string;
  sourceDate: string;
  status: TermStatus | '';
  use: string;
  exactCase: boolean;
  insideWords: boolean;
}

const EQUIVALENT = /^([^:：]*)[:：](.*)$/;

/** The draft of a term. */
export function draftOf({ source, ...term }: TypedTerm): TermDraft {
  const { equivalents = [] } = term;
  return {
    headword: term.headword,
    definition: term.definition,
    translation: term.translation ?? '',
    forms: term.forms.join('、'),
    equivalents: equivalents.map(({ language, text }) => `${language}: ${text}`).join('\n'),
    pinyin: term.pinyin ?? '',
    subject: term.subject ?? '',
    note: term.note ?? '',
    sourceTitle: source?.title ?? '',
    sourceUrl: source?.url ?? '',
    sourceQuote: source?.quote ?? '',
    sourceDate: source?.date ?? '',
    status: term.status ?? '',
    use: term.use ?? '',
    exactCase: term.exactCase ?? false,
    insideWords: term.insideWords ?? false,
  };
}

/** The term that is typed, without empty fields; not checked. A line of equivalents without a colon has no language. */
export function termOf(draft: TermDraft): TypedTerm {
  const isSaid = (text: string) => text.trim() !== '';
  const { status } = draft;
  return {
    headword: draft.headword,
    forms: draft.forms.split(/[、,，;；]/).filter(isSaid),
    definition: draft.definition,
    ...givenFields({
      translation: draft.translation.trim(),
      equivalents: draft.equivalents.split('\n').filter(isSaid).map(equivalentOf),
      pinyin: draft.pinyin.trim(),
      subject: draft.subject.trim(),
      note: draft.note.trim(),
      source: sourceOf(draft),
      status,
      use: status === 'deprecated' ? draft.use.trim() : '',
      exactCase: draft.exactCase,
      insideWords: draft.insideWords,
    }),
  };
}

function equivalentOf(line: string): { language: string; text: string } {
  const [, language = '', text = line] = EQUIVALENT.exec(line) ?? [];
  return { language: language.trim(), text: text.trim() };
}

function sourceOf(draft: TermDraft): TermSource | null {
  const title = draft.sourceTitle.trim();
  const url = draft.sourceUrl.trim();
  const quote = draft.sourceQuote.trim();
  const date = draft.sourceDate.trim();
  if (!title && !url && !quote && !date) return null;
  return { title, url, ...(quote && { quote }), ...(date && { date }) };
}
