/**
 * Packs whose terms are written as plain words, without bulletins: the reader's own, those of a policy, imported ones.
 * They are kept as written and made into packs where they are shown or searched.
 */
import { contentHash } from '../pack/content-hash';
import type { Manifest, Pack, PackKind, Term } from '../pack/pack';
import type { PackContent, PlainTerm } from '../pack/plain-term';
import { createFold } from '../search/fold-query';
import { createReader, type Readings } from '../search/homophones';

/** Terms as written, and whose they are. They are in the order in which they lead where they share a form. */
export interface PlainPack extends PackContent {
  kind: Exclude<PackKind, 'bundled'>;
}

/** What search by letters and by reading needs beside the terms. */
export interface SearchTables {
  /** Spellings of letters, as pairs (`Pack.variants`). */
  variants: string;
  /** How characters are read; '' if nobody searches. */
  readings: Readings;
}

/** All spellings, the headword first, each once. */
export function spellingsOf({ headword, forms }: Pick<PlainTerm, 'headword' | 'forms'>): string[] {
  return [...new Set([headword, ...forms].map((form) => form.trim()))];
}

/** What is known of the pack without its terms. Linear in the letters: its revision is the hash of all of them. */
export function manifestOf({ terms, kind, ...about }: PlainPack): Manifest {
  const { id, title, languages = [], licence = null } = about;
  const revision = contentHash(JSON.stringify([id, title, terms.map(writtenOf)]));
  return { id, title, kind, revision, languages, licence, origin: null, count: terms.length };
}

function writtenOf({ id, headword, forms, definition, source = null, ...more }: PlainTerm): unknown[] {
  const written = [id, spellingsOf({ headword, forms }), definition.trim(), source];
  return Object.keys(more).length > 0 ? [...written, more] : written;
}

/**
 * The pack of terms as written.
 * @param manifest what is known of it, if its revision is not the hash of these terms.
 */
export function createPack(plain: PlainPack, tables: SearchTables, manifest = manifestOf(plain)): Pack {
  return { manifest, terms: plain.terms.map(termMaker(tables)), bulletins: [], variants: tables.variants };
}

/** Makes terms as they are shown and searched of terms as written. */
function termMaker({ variants, readings }: SearchTables): (written: PlainTerm) => Term {
  const fold = createFold(variants);
  const read = createReader(readings);
  const syllables = (form: string) =>
    form.split('').map((unit) => {
      const syllable = read(fold.letters(unit));
      return /^[a-z0-9+]*$/.test(syllable) ? syllable : '';
    });
  const termOf = (written: PlainTerm): Term => {
    const [short = '', ...rest] = written.definition.trim().split(/\r?\n/);
    const forms = spellingsOf(written);
    return {
      ...detailsOf(written),
      id: written.id,
      script: '',
      headword: forms[0] ?? '',
      asWritten: null,
      pinyin: written.pinyin ?? '',
      category: null,
      short: short.trim(),
      long: rest.join('\n').trim(),
      english: null,
      asOf: null,
      when: [],
      forms,
      evidence: [],
      list: null,
      fullText: null,
      inferred: null,
      relations: [],
      reading: written.source?.title || written.source?.url ? [written.source] : [],
      keys: { syllables: readings === '' ? [] : forms.map(syllables), numerals: [] },
    };
  };
  return termOf;
}

/** What is shown of a term as its author wrote it; what was not given is absent. */
function detailsOf({ translation, equivalents, subject, note, status, use, source }: PlainTerm): Partial<Term> {
  return {
    ...(translation && { translation }),
    ...(equivalents && equivalents.length > 0 && { equivalents }),
    ...(subject && { subject }),
    ...(note && { note }),
    ...(status && { status }),
    ...(use && { use }),
    ...(source && { source }),
  };
}
