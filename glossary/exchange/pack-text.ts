/** Reads a pack file that is in memory as a whole and was checked when it was written: one wrong term refuses all. */
import * as v from 'valibot';
import { jsonOf } from '../json-of';
import { PACK_LIMITS, type PlainTerm } from '../pack/plain-term';
import { cleanTerm } from './clean-term';
import { aboutSchema, termSchema } from './pack-schema';

/** Without what only edited glossaries have. */
const plainSchema = v.object({
  ...aboutSchema.entries,
  terms: v.pipe(v.array(termSchema), v.maxLength(PACK_LIMITS.terms)),
});

/** The terms, each with its own id; null for any other text. */
export function readPackText(text: string): PlainTerm[] | null {
  const file = v.safeParse(plainSchema, jsonOf(text));
  if (!file.success) return null;
  const terms = new Map<string, PlainTerm>();
  for (const draft of file.output.terms) {
    const cleaned = cleanTerm(draft);
    if (!cleaned.ok || cleaned.term.id === null || terms.has(cleaned.term.id)) return null;
    const { id } = cleaned.term;
    terms.set(id, { ...cleaned.term, id });
  }
  return [...terms.values()];
}
