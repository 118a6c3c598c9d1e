/**
 * Owns a term of the reader's own as an entry: known by an id that no entry of a pack has, explained in the reader's
 * words, and resting on no bulletin.
 */
import type { AnyEntry } from '../pack/pack';
import { createFold } from '../search/fold-query';
import { createReader, type Readings } from '../search/homophones';
import { ownEntryId } from './own-id';

/** As the reader keeps it. */
export interface OwnTerm {
  /** Of letters, digits and hyphens. */
  id: string;
  headword: string;
  forms: readonly string[];
  definition: string;
}

/** All spellings, the headword first, each once. */
export function spellingsOf({ headword, forms }: Pick<OwnTerm, 'headword' | 'forms'>): string[] {
  return [...new Set([headword, ...forms].map((form) => form.trim()))];
}

export interface SearchTables {
  /** Spellings of letters, as pairs (`Pack.variants`). */
  variants: string;
  /** How characters are read; '' where nobody will search. */
  readings: Readings;
}

/** What turns terms into entries. The first line of a definition is the short one, the rest follows in the long one. */
export function createOwnEntries({ variants, readings }: SearchTables): (term: OwnTerm) => AnyEntry {
  const fold = createFold(variants);
  const read = createReader(readings);
  const syllables = (form: string) =>
    form.split('').map((unit) => {
      const syllable = read(fold.letters(unit));
      return /^[a-z0-9+]*$/.test(syllable) ? syllable : '';
    });
  return (term) => {
    const [short = '', ...rest] = term.definition.trim().split(/\r?\n/);
    const forms = spellingsOf(term);
    return {
      id: ownEntryId(term.id),
      script: '',
      headword: forms[0] ?? '',
      asWritten: null,
      pinyin: '',
      category: 'own',
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
      reading: [],
      keys: { syllables: readings === '' ? [] : forms.map(syllables), numerals: [] },
    };
  };
}
