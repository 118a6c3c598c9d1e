/** Adds, changes and removes the reader's own terms. */
import * as v from 'valibot';
import { entryName, USER_PACK } from '../../glossary/library/entry-name';
import { translate } from '../shared/language/translate';
import { elementValue, plainTermSchema } from '../shared/settings/settings';
import { change } from './options-model';

interface TypedTerm {
  headword: string;
  forms: readonly string[];
  definition: string;
}

/** The request of the page's address (`shared/paths/options-path.ts`): the id of a term to edit, or a new one. */
export interface RequestedTerm {
  id: string | null;
  /** Headword of a new term; '' without a selection. */
  draft: string;
}

/** Null if the address requests no term. */
export function requestedTerm(): RequestedTerm | null {
  const [, what, encoded = ''] = /^#(add-term|term)\/(.*)$/.exec(location.hash) ?? [];
  if (what === undefined) return null;
  try {
    const text = decodeURIComponent(encoded).trim();
    return what === 'term' ? { id: text, draft: '' } : { id: null, draft: text.slice(0, 64) };
  } catch {
    // Invalid percent-encoding: the address is not from the extension.
    return null;
  }
}

/**
 * Checks and saves a term.
 * @param id null for a new term.
 * @returns an error message; '' if the page shows it elsewhere; null on success.
 */
export async function saveTerm(id: string | null, typed: TypedTerm): Promise<string | null> {
  const term = v.safeParse(plainTermSchema, { ...typed, forms: [...typed.forms] });
  if (!term.success) {
    const path = v.getDotPath(term.issues[0]) ?? '';
    const field = (['forms', 'definition'] as const).find((name) => path.startsWith(name)) ?? 'headword';
    return translate(`options_term_fault_${field}`);
  }
  const name = id ?? `own-${crypto.randomUUID()}`;
  // Failures of saving are reported at the usual place.
  return (await change(elementValue('term', name, term.output))) ? null : '';
}

/** Removes a term, and unmutes it. */
export function removeTerm(id: string): void {
  void change({ ...elementValue('term', id, null), ...elementValue('muted', entryName(USER_PACK, id), null) });
}
