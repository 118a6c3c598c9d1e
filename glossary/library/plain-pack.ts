/**
 * Packs whose terms are written as plain words, without bulletins: the reader's own and those of a policy. They are kept
 * as written and made into packs where they are shown or searched.
 */
import { contentHash } from '../pack/content-hash';
import type { Manifest, Pack, PackKind, Term } from '../pack/pack';
import { createFold } from '../search/fold-query';
import { createReader, type Readings } from '../search/homophones';

/** A term as its author wrote it. */
export interface PlainTerm {
  /** Unique in its pack: letters, digits and hyphens. */
  id: string;
  headword: string;
  forms: readonly string[];
  /** The first line is the short definition, the others are the long one. */
  definition: string;
  /** What it rests on, in the author's words; `url` may be ''. */
  source?: { title: string; url: string } | null | undefined;
}

/** Terms as written, and whose they are. */
export interface PlainPack {
  id: string;
  /** As `Manifest.title`. */
  title: string;
  kind: Exclude<PackKind, 'bundled'>;
  /** In the order in which they lead where they share a form. */
  terms: readonly PlainTerm[];
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
export function manifestOf({ id, title, kind, terms }: PlainPack): Manifest {
  const written = terms.map((term) => [term.id, spellingsOf(term), term.definition.trim(), term.source ?? null]);
  const revision = contentHash(JSON.stringify([id, title, written]));
  return { id, title, kind, revision, languages: [], licence: null, origin: null, count: terms.length };
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
