/** The bundled glossary for tests of its entries, and its mentions in readable form. */
import { createFinder } from '../../../glossary/find/finder';
import { PageFinder } from '../../../glossary/find/page-finder';
import { NO_CONTEXT } from '../../../glossary/find/run-context';
import type { Mention } from '../../../glossary/pack/finder-data';
import { glossary } from '../../compiled-glossary';

export { glossary };

const finder = createFinder(glossary.finder);

/** The mentions in each paragraph of a page in `language`, a BCP 47 tag; by default the page tells none. */
export function mentionsOn(paragraphs: readonly string[], language = ''): (readonly Mention[])[] {
  const page = new PageFinder<{ text: string }>(finder);
  const runs = paragraphs.map((text) => ({ text }));
  for (const run of runs) page.add(run, run.text, { ...NO_CONTEXT, language: () => language });
  page.settle();
  return runs.map((run) => page.mentionsOf(run));
}

/** The id of the entry a mention most likely stands for. */
export function entryOf(mention: Mention): string {
  return glossary.pack.terms[mention.senses[0].entry]?.id ?? '';
}

/** The paragraphs with each mention of the entry in 【】. */
export function markEntry(id: string, paragraphs: readonly string[], language = ''): string[] {
  return mentionsOn(paragraphs, language).map((mentions, i) => {
    const text = paragraphs[i] ?? '';
    const marked = mentions.filter((mention) => entryOf(mention) === id);
    const pieces = marked.map(({ start, end }, k) => {
      return `${text.slice(marked[k - 1]?.end ?? 0, start)}【${text.slice(start, end)}】`;
    });
    return pieces.join('') + text.slice(marked.at(-1)?.end ?? 0);
  });
}
