/**
 * Packs whose terms are written as plain words, without bulletins: the reader's own and those of a policy. They are kept
 * as written and made into packs where they are shown or searched.
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

/** The pack of terms as written. */
export function createPack(plain: PlainPack, { variants, readings }: SearchTables): Pack {
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
      id: written.id,
      script: '',
      headword: forms[0] ?? '',
      asWritten: null,
      pinyin: '',
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
      reading: written.source ? [written.source] : [],
      keys: { syllables: readings === '' ? [] : forms.map(syllables), numerals: [] },
    };
  };
  return { manifest: manifestOf(plain), terms: plain.terms.map(termOf), bulletins: [], variants };
}
