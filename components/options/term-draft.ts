/** An own term as it is typed: each field a text. */
import type { PlainTerm, TermStatus } from '../../glossary/pack/plain-term';
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
  const said = (text: string) => text.trim() !== '';
  const fields = (['translation', 'pinyin', 'subject', 'note'] as const).filter((key) => said(draft[key]));
  const equivalents = draft.equivalents.split('\n').filter(said).map(equivalentOf);
  const { status, exactCase, insideWords } = draft;
  return {
    headword: draft.headword,
    forms: draft.forms.split(/[、,，;；]/).filter(said),
    definition: draft.definition,
    ...Object.fromEntries(fields.map((key) => [key, draft[key].trim()])),
    ...(equivalents.length > 0 && { equivalents }),
    ...sourceOf(draft),
    ...(status && { status }),
    ...(status === 'deprecated' && said(draft.use) && { use: draft.use.trim() }),
    ...(exactCase && { exactCase }),
    ...(insideWords && { insideWords }),
  };
}

function equivalentOf(line: string): { language: string; text: string } {
  const [, language = '', text = line] = EQUIVALENT.exec(line) ?? [];
  return { language: language.trim(), text: text.trim() };
}

function sourceOf(draft: TermDraft): Pick<PlainTerm, 'source'> {
  const [title, url, quote, date] = [draft.sourceTitle, draft.sourceUrl, draft.sourceQuote, draft.sourceDate].map(
    (text) => text.trim(),
  );
  if (!title && !url && !quote && !date) return {};
  return { source: { title: title ?? '', url: url ?? '', ...(quote && { quote }), ...(date && { date }) } };
}
