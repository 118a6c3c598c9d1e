/** Owns adding, changing and removing the reader's own terms. */
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

/** What the reader came for (`shared/options-path.ts`): a term to change, by its id, or the text of a new one. */
export interface AskedTerm {
  id: string | null;
  /** Empty where nothing was selected. */
  draft: string;
}

/** Null where the reader came for no term. */
export function askedTerm(): AskedTerm | null {
  const [, what, encoded = ''] = /^#(add-term|term)\/(.*)$/.exec(location.hash) ?? [];
  if (what === undefined) return null;
  try {
    const text = decodeURIComponent(encoded).trim();
    return what === 'term' ? { id: text, draft: '' } : { id: null, draft: text.slice(0, 64) };
  } catch {
    // No percent-encoding: nobody of ours made it.
    return null;
  }
}

/**
 * @param id null for a new term.
 * @returns what is wrong, in words; empty where the page says it already; null once the term is kept.
 */
export async function keepTerm(id: string | null, typed: TypedTerm): Promise<string | null> {
  const term = v.safeParse(plainTermSchema, { ...typed, forms: [...typed.forms] });
  if (!term.success) {
    const path = v.getDotPath(term.issues[0]) ?? '';
    const field = (['forms', 'definition'] as const).find((name) => path.startsWith(name)) ?? 'headword';
    return translate(`options_term_fault_${field}`);
  }
  const name = id ?? `own-${crypto.randomUUID()}`;
  // The message of what failed stands where all such messages do.
  return (await change(elementValue('term', name, term.output))) ? null : '';
}

/** Also forgets that it was muted: nobody would know any more what that was about. */
export function removeTerm(id: string): void {
  void change({ ...elementValue('term', id, null), ...elementValue('muted', entryName(USER_PACK, id), null) });
}
