/** Adds, changes and removes the reader's own terms. */
import * as v from 'valibot';
import type { OwnTermFault, TypedTerm } from '../../components/options/options-props';
import { entryName, USER_PACK } from '../../glossary/library/entry-name';
import { findSameForm } from '../../glossary/library/same-form';
import type { PlainTerm } from '../../glossary/pack/plain-term';
import { visibleText } from '../../glossary/visible-text';
import { translate } from '../shared/language/translate';
import { plainTermSchema } from '../shared/settings/plain-term-schema';
import { elementValue } from '../shared/settings/settings';
import { change } from './options-model';

/** The request of the page's address (`shared/page-paths.ts`): the id of a term to edit, or a new one. */
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
    return what === 'term' ? { id: text, draft: '' } : { id: null, draft: text };
  } catch {
    // Invalid percent-encoding: the address is not from the extension.
    return null;
  }
}

/**
 * Checks and saves a term.
 * @param id null for a new term.
 * @param known.terms all terms of the reader's own. A term that shares a form with another of them is saved only if that
 *   is meant: one form may have two senses, but most doubles are mistakes.
 * @param known.variants as `Pack.variants`.
 * @returns null on success.
 */
export async function saveTerm(
  id: string | null,
  typed: TypedTerm,
  known: { terms: readonly PlainTerm[]; variants: string; isDoubleMeant: boolean },
): Promise<OwnTermFault | null> {
  const term = v.safeParse(plainTermSchema, typed);
  if (!term.success) return faultIn(term.issues[0]);
  const others = known.terms.filter((other) => other.id !== id);
  const same = known.isDoubleMeant ? null : findSameForm(term.output, others, known.variants);
  if (same) {
    const { headword } = same.term;
    const message = translate('options_term_double', visibleText(same.form), visibleText(headword));
    return { message, double: { id: same.term.id, headword } };
  }
  const name = id ?? `own-${crypto.randomUUID()}`;
  // Failures of saving are reported at the usual place.
  return (await change(elementValue('term', name, term.output))) ? null : { message: '', double: null };
}

/** The message for a field, and whether it unfolds; a fault of the whole term has no field. */
const FAULTS = {
  headword: { message: 'options_term_fault_headword', isFolded: false },
  definition: { message: 'options_term_fault_definition', isFolded: false },
  translation: { message: 'options_term_fault_line', isFolded: false },
  forms: { message: 'options_term_fault_forms', isFolded: true },
  equivalents: { message: 'options_term_fault_equivalents', isFolded: true },
  pinyin: { message: 'options_term_fault_line', isFolded: true },
  subject: { message: 'options_term_fault_line', isFolded: true },
  note: { message: 'options_term_fault_note', isFolded: true },
  'source.url': { message: 'options_term_fault_url', isFolded: true },
  'source.date': { message: 'options_term_fault_date', isFolded: true },
  source: { message: 'options_term_fault_source', isFolded: true },
  use: { message: 'options_term_fault_use', isFolded: true },
} as const;

function faultIn(issue: v.BaseIssue<unknown>): OwnTermFault {
  const path = v.getDotPath(issue) ?? '';
  const field = (Object.keys(FAULTS) as (keyof typeof FAULTS)[]).find((name) => path.startsWith(name)); // Its keys.
  if (field) return { double: null, isFolded: FAULTS[field].isFolded, message: translate(FAULTS[field].message) };
  const message = translate('options_term_fault_size');
  return { message, double: null };
}

/** Removes a term, and unmutes it. */
export function removeTerm(id: string): void {
  void change({ ...elementValue('term', id, null), ...elementValue('muted', entryName(USER_PACK, id), null) });
}
