/** Owns adding, changing and removing the reader's own terms. */
import * as v from 'valibot';
import { elementValue, ownTermSchema } from '../shared/settings';
import { translate } from '../shared/translate';
import { change } from './options-model';

interface TypedTerm {
  headword: string;
  forms: readonly string[];
  definition: string;
}

/** The text that was selected where the reader asked for a new term (`shared/options-path.ts`), or nothing. */
export function newTermDraft(): string {
  const [, encoded = ''] = /^#add-term\/(.*)$/.exec(location.hash) ?? [];
  try {
    return decodeURIComponent(encoded).trim().slice(0, 64);
  } catch {
    // No percent-encoding: nobody of ours made it.
    return '';
  }
}

/** @param id null for a new term. @returns what is wrong, in words, or null once it is kept. */
export async function keepTerm(id: string | null, typed: TypedTerm): Promise<string | null> {
  const term = v.safeParse(ownTermSchema, { ...typed, forms: [...typed.forms] });
  if (!term.success) {
    const [field] = v.getDotPath(term.issues[0])?.split('.') ?? [];
    return translate(`options_term_fault_${field ?? 'headword'}`);
  }
  const name = id ?? `own-${crypto.randomUUID()}`;
  // The message of what failed stands where all such messages do.
  await change(elementValue('term', name, term.output));
  return null;
}

export function removeTerm(id: string): void {
  void change(elementValue('term', id, null));
}
