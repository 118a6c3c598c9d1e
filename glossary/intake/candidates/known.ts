/** Owns telling which candidates the glossary has: by the finder over the text, and by its forms. */

import type { Compiled } from '../../editor/compile';
import { foldForm } from '../../editor/fold';
import { createFinder } from '../../find/finder';
import { PageFinder } from '../../find/page-finder';
import type { Candidate, Sentence } from './source';

/** The entry a candidate is, by the candidate's folded form. A form the finder did not accept here counts as well. */
export function knownForms(
  { pack, finder }: Pick<Compiled, 'pack' | 'finder'>,
  sentences: readonly Sentence[],
): Map<string, string> {
  const known = new Map<string, string>();
  for (const { id, forms } of pack.terms) for (const form of forms) known.set(foldForm(form), id);
  const page = new PageFinder<Sentence>(createFinder(finder));
  for (const sentence of sentences) page.add(sentence, sentence.text);
  page.settle();
  for (const sentence of sentences) {
    for (const { start, end, senses } of page.mentionsOf(sentence)) {
      const entry = pack.terms[senses[0].entry];
      if (entry) known.set(foldForm(sentence.text.slice(start, end)), entry.id);
    }
  }
  return known;
}

/** The entry this candidate is, or null. Book marks are part of a name or not. */
export function entryOf(candidate: Candidate, known: ReadonlyMap<string, string>): string | null {
  return (
    known.get(candidate.form) ??
    known.get(candidate.form.replace(/[《》]/g, '')) ??
    known.get(`《${candidate.form}》`) ??
    null
  );
}
