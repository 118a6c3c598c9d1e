/** Owns the sentences of editions as candidates are looked for in them: titles that came, passages, who signed. */
import type { Sentence } from './candidates/source';
import type { Edition } from './edition';

/** Places are `id title`, `id p2s1`, `id signature`. */
export function sentencesOfEditions(editions: readonly Edition[]): Sentence[] {
  return editions.flatMap(({ id, title, titleStatus, paragraphs, signer }) => [
    ...(titleStatus === 'received' ? [{ place: `${id} title`, text: title }] : []),
    ...paragraphs.flatMap((sentences, p) => sentences.map((text, s) => ({ place: `${id} p${p + 1}s${s + 1}`, text }))),
    { place: `${id} signature`, text: signer },
  ]);
}
