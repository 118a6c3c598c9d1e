/** Finds the candidates that the glossary already explains, by its forms and by the finder. */
import type { Compiled } from '../../editor/compile';
import { foldForm } from '../../editor/fold';
import { createFinder } from '../../find/finder';
import { PageFinder } from '../../find/page-finder';
import type { Candidate, Sentence } from './source';

/** Entry ids by folded form: all forms of the glossary, and the mentions that the finder accepts in `sentences`. */
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

/** The id of the entry for a candidate, or null. Ignores book marks. @param known from `knownForms`. */
export function entryOf(candidate: Candidate, known: ReadonlyMap<string, string>): string | null {
  return (
    known.get(candidate.form) ??
    known.get(candidate.form.replace(/[《》]/g, '')) ??
    known.get(`《${candidate.form}》`) ??
    null
  );
}
