/** Finds mentions in plain text, with the same code and data as in a page. */
import type { Finder } from '../find/finder';
import { PageFinder } from '../find/page-finder';
import type { Reason } from '../pack/finder-data';
import type { Pack } from '../pack/pack';

/** A mention as the command prints it. Offsets half-open, UTF-16 units of the text given. */
export interface FoundMention {
  start: number;
  end: number;
  surface: string;
  entry: string;
  headword: string;
  forms: string[];
  reason: string;
}

/** Describes the reason for a mention. */
export type Explain = (reason: Reason) => string;

/** Blank lines separate paragraphs, which correspond to blocks of a page. A single line feed is white space. */
const PARAGRAPH = /[^\n]+(?:\n(?![^\S\n]*\n)[^\n]*)*/g;

/** All mentions, sorted and disjoint, with the whole text as one page. Of several senses, the likeliest. */
export function findInText(finder: Finder, pack: Pack, text: string, explain: Explain): FoundMention[] {
  const page = new PageFinder<{ at: number }>(finder);
  const runs = [...text.matchAll(PARAGRAPH)].map((match) => ({ at: match.index, text: match[0] }));
  for (const run of runs) page.add(run, run.text);
  page.settle();
  return runs.flatMap((run) =>
    page.mentionsOf(run).map((mention): FoundMention => {
      const [{ entry: index, reason }] = mention.senses;
      const entry = pack.terms[index];
      if (!entry) throw new Error(`the finder knows entry ${index}, the pack does not`);
      const { id, headword, forms } = entry;
      const [start, end] = [run.at + mention.start, run.at + mention.end];
      return { start, end, surface: text.slice(start, end), entry: id, headword, forms, reason: explain(reason) };
    }),
  );
}
