/** Finds a term that shares a form with another, ignoring width, case and script. */
import type { PlainTerm } from '../pack/plain-term';
import { createFold } from '../search/fold-query';
import { spellingsOf } from './plain-pack';

type Spelled = Pick<PlainTerm, 'headword' | 'forms'>;

/** A term with the form that it shares, as it is written there. */
export interface SameForm<T> {
  term: T;
  form: string;
}

/** The first of `terms` that shares a form with `wanted`; null for none. @param variants as `Pack.variants`. */
export function findSameForm<T extends Spelled>(
  wanted: Spelled,
  terms: readonly T[],
  variants: string,
): SameForm<T> | null {
  const fold = createFold(variants);
  const letters = new Set(spellingsOf(wanted).map((form) => fold.letters(form)));
  for (const term of terms) {
    const form = spellingsOf(term).find((item) => letters.has(fold.letters(item)));
    if (form !== undefined) return { term, form };
  }
  return null;
}

/** The first of `wanted` that shares a form with another of `all`, by id; null for none. Linear in their forms. */
export function findDouble(
  wanted: readonly PlainTerm[],
  all: readonly PlainTerm[],
  variants: string,
): (SameForm<PlainTerm> & { wanted: PlainTerm }) | null {
  const fold = createFold(variants);
  const byForm = new Map<string, SameForm<PlainTerm>[]>();
  for (const term of all) {
    for (const form of spellingsOf(term)) {
      const letters = fold.letters(form);
      byForm.set(letters, [...(byForm.get(letters) ?? []), { term, form }]);
    }
  }
  for (const term of wanted) {
    for (const form of spellingsOf(term)) {
      const same = byForm.get(fold.letters(form))?.find(({ term: other }) => other.id !== term.id);
      if (same) return { ...same, wanted: term };
    }
  }
  return null;
}
