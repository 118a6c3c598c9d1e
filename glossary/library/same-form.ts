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
