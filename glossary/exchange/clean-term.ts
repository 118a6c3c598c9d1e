/** Checks a term as read from a file: characters, lengths, addresses and dates. */
import { givenFields } from '../pack/given-fields';
import { isDate } from '../pack/iso-date';
import { PACK_LIMITS, type PlainTerm, type TermSource, type TermStatus } from '../pack/plain-term';
import { readerAddress } from '../reader-address';
import { cleanLine, cleanText, MARKUP, PLAIN, REMOVED } from './clean-text';
import type { DraftField, Reason, ReasonCode, TermDraft } from './contract';
import { languageTag } from './language-tag';
import { readStatus } from './term-status';

const REPLACEMENT = '\ufffd';

/** A term without its id, which is given when all terms of the pack are known; null id: none was written. */
export type CleanTerm = Omit<PlainTerm, 'id'> & { id: string | null };

/** A reason, and the field of the draft it is about. */
export interface FieldReason {
  reason: Reason;
  field: DraftField;
}

/** A checked term with its notices, or the reason for which it is refused. */
export type Cleaned = { ok: true; term: CleanTerm; notices: FieldReason[] } | { ok: false; refusal: FieldReason };

class Refusal extends Error {
  readonly reason: Reason;
  constructor(code: ReasonCode, value = '') {
    super(code);
    this.reason = { code, value };
  }
}

/** Checks a draft. What can be shown is kept; a text beyond a limit is refused, never cut. */
export function cleanTerm(draft: TermDraft): Cleaned {
  const cleaner = new Cleaner();
  try {
    return { ok: true, term: cleaner.term(draft), notices: cleaner.notices };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, refusal: { reason: error.reason, field: cleaner.field } };
    throw error;
  }
}

class Cleaner {
  readonly notices: FieldReason[] = [];
  /** The field that is being cleaned. */
  field: DraftField = 'headword';

  term(draft: TermDraft): CleanTerm {
    const headword = this.#line(draft.headword, PACK_LIMITS.form, 'headword-too-long');
    if (headword === '') throw new Refusal('no-headword');
    const equivalents = this.#at('equivalents').#equivalents(draft.equivalents);
    const source = this.#source(draft.source);
    const fields = {
      definition: this.#at('definition').#text(draft.definition),
      translation: this.#at('translation').#line(draft.translation, PACK_LIMITS.text),
      pinyin: this.#at('pinyin').#line(draft.pinyin),
      subject: this.#at('subject').#line(draft.subject),
      note: this.#at('note').#text(draft.note),
      use: this.#at('use').#line(draft.use, PACK_LIMITS.form, 'form-too-long'),
    };
    const forms = this.#at('forms').#forms(headword, draft.forms);
    const status = this.#at('status').#status(draft.status);
    const said = [...Object.values(fields), ...equivalents, ...forms, source, status];
    this.#at('headword');
    if (!said.some(Boolean)) throw new Refusal('nothing-to-show', headword);
    const { exactCase, insideWords } = draft;
    return {
      id: draft.id && isId(draft.id) ? draft.id : null,
      headword,
      forms,
      definition: fields.definition,
      ...givenFields({ ...fields, equivalents, source, status, exactCase, insideWords }),
    };
  }

  #at(field: DraftField): this {
    this.field = field;
    return this;
  }

  #notice(code: ReasonCode, value: string): void {
    this.notices.push({ reason: { code, value: value.slice(0, 80) }, field: this.field });
  }

  #checked(raw: string, clean: string, limit: number, code: ReasonCode): string {
    if (clean.length > limit) throw new Refusal(code, `${clean.length} > ${limit}`);
    if (clean.includes(REPLACEMENT)) throw new Refusal('unreadable-characters', clean.slice(0, 80));
    if (PLAIN.test(raw)) return clean;
    if (raw.search(REMOVED) >= 0) this.#notice('controls-removed', clean);
    if (MARKUP.test(clean)) this.#notice('markup-kept-as-text', clean);
    return clean;
  }

  #line(raw = '', limit: number = PACK_LIMITS.line, code: ReasonCode = 'text-too-long'): string {
    if (raw === '') return raw;
    refuseHuge(raw, limit, code);
    return this.#checked(raw, cleanLine(raw), limit, code);
  }

  #text(raw = ''): string {
    if (raw === '') return raw;
    refuseHuge(raw, PACK_LIMITS.text, 'text-too-long');
    return this.#checked(raw, cleanText(raw), PACK_LIMITS.text, 'text-too-long');
  }

  #forms(headword: string, raw: readonly string[] = []): string[] {
    const forms = new Set<string>();
    for (const form of raw) {
      const clean = this.#line(form, PACK_LIMITS.form, 'form-too-long');
      if (clean !== '' && clean !== headword) forms.add(clean);
      if (forms.size > PACK_LIMITS.forms) throw new Refusal('too-many-forms', String(PACK_LIMITS.forms));
    }
    return [...forms];
  }

  #equivalents(raw: TermDraft['equivalents'] = []): { language: string; text: string }[] {
    const seen = new Map<string, { language: string; text: string }>();
    for (const { language, text } of raw) {
      const clean = this.#line(text);
      if (clean === '') continue;
      const tag = languageTag(language);
      if (tag === null) this.#notice('not-a-language', language);
      else seen.set(`${tag} ${clean}`, { language: tag, text: clean });
      if (seen.size > PACK_LIMITS.equivalents)
        throw new Refusal('too-many-equivalents', String(PACK_LIMITS.equivalents));
    }
    return byLanguage([...seen.values()]);
  }

  #source(raw: TermDraft['source']): TermSource | null {
    if (!raw) return null;
    const title = this.#at('source.title').#line(raw.title);
    const url = this.#at('source.url').#address(raw.url);
    const quote = this.#at('source.quote').#text(raw.quote);
    const date = isoDate(this.#at('source.date').#line(raw.date));
    const isKnown = date === '' || isDate(date);
    if (!isKnown) this.#notice('not-a-date', date);
    if (!(title || url || quote || (date && isKnown))) return null;
    return { title, url, ...(quote && { quote }), ...(date && isKnown && { date }) };
  }

  #address(raw: string | undefined): string {
    const url = this.#line(raw, PACK_LIMITS.url);
    if (url === '') return '';
    const address = readerAddress(url);
    if (!address) this.#notice('not-https', url);
    return this.#line(address?.href, PACK_LIMITS.url);
  }

  #status(raw = ''): TermStatus | null {
    const word = cleanLine(raw);
    if (word === '') return null;
    const status = readStatus(word);
    if (!status) this.#notice('wrong-status', word);
    return status;
  }
}

/** Equivalents in the order of their languages, in which tables hold them; those of a language in the order given. */
export function byLanguage<T extends { language: string }>(equivalents: readonly T[]): T[] {
  return [...equivalents].sort((a, b) => (a.language === b.language ? 0 : a.language < b.language ? -1 : 1));
}

/** A date as lists write it (`2021/6/1`, `2021年6月`) in the form of ISO; any other text as it is. */
function isoDate(text: string): string {
  const [, year, month, day] = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2}))?)?[年月日]?$/.exec(text) ?? [];
  return [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter(Boolean).join('-') || text;
}

/** Before anything is done to it: a text of megabytes would be cleaned only to be refused. */
function refuseHuge(raw: string, limit: number, code: ReasonCode): void {
  if (raw.length > 4 * limit + 1000) throw new Refusal(code, `${raw.length} > ${limit}`);
}

/** Whether a term may have this id. */
export function isId(text: string): boolean {
  return text.length <= PACK_LIMITS.id && /^[A-Za-z0-9-]+$/.test(text);
}
