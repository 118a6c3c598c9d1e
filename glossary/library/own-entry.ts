/**
 * Owns the terms that come to the bundled pack in the browser, the reader's own and those an organisation presets, as
 * entries: known by ids that no entry of a pack has, explained in the words of who added them, and resting on no bulletin.
 */
import type { AnyEntry } from '../pack/pack';
import { createFold } from '../search/fold-query';
import { createReader, type Readings } from '../search/homophones';
import { ownEntryId, presetEntryId } from './own-id';

/** As the reader keeps it. */
export interface OwnTerm {
  /** Of letters, digits and hyphens. */
  id: string;
  headword: string;
  forms: readonly string[];
  definition: string;
}

/** As an organisation gives it. */
export interface PresetTerm extends OwnTerm {
  /** Title of the pack it is in. */
  pack: string;
  /** What it rests on, in the organisation's words; the address may be empty. Null: nothing is said. */
  source: { title: string; url: string } | null;
}

export type AddedTerm = OwnTerm | PresetTerm;

/** All spellings, the headword first, each once. */
export function spellingsOf({ headword, forms }: Pick<OwnTerm, 'headword' | 'forms'>): string[] {
  return [...new Set([headword, ...forms].map((form) => form.trim()))];
}

/** What entries of such terms are instead of one of a pack's categories, the reader's own before their organisation's. */
export const ADDED = ['own', 'preset'] as const satisfies readonly AnyEntry['category'][];

/** Whether an entry came in the browser: no bulletin stands behind it. */
export function isAdded({ category }: Pick<AnyEntry, 'category'>): boolean {
  return ADDED.some((added) => added === category);
}

/** The id it is known by among entries. */
export function addedEntryId(term: AddedTerm): string {
  return 'pack' in term ? presetEntryId(term.id) : ownEntryId(term.id);
}

export interface SearchTables {
  /** Spellings of letters, as pairs (`Pack.variants`). */
  variants: string;
  /** How characters are read; '' where nobody will search. */
  readings: Readings;
}

/** What turns terms into entries. The first line of a definition is the short one, the rest follows in the long one. */
export function createAddedEntries({ variants, readings }: SearchTables): (term: AddedTerm) => AnyEntry {
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
    const preset = 'pack' in term ? term : null;
    return {
      id: addedEntryId(term),
      script: '',
      headword: forms[0] ?? '',
      asWritten: null,
      pinyin: '',
      category: preset ? 'preset' : 'own',
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
      reading: preset?.source ? [preset.source] : [],
      presetBy: preset?.pack ?? null,
      keys: { syllables: readings === '' ? [] : forms.map(syllables), numerals: [] },
    };
  };
}
