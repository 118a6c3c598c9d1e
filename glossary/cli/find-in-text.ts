/** Owns finding mentions in plain text, with the code and the data of a page. */
import type { Finder } from '../find/finder';
import { PageFinder } from '../find/page-finder';
import type { Mention, Reason } from '../pack/finder-data';
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

/** Says why a mention counts. */
export type Explain = (reason: Reason) => string;

/** Paragraphs are flows, as blocks are in a page: parted by blank lines. A single line feed is white space. */
const PARAGRAPH = /[^\n]+(?:\n(?![^\S\n]*\n)[^\n]*)*/g;

/** All mentions, sorted and disjoint; the whole text is one page. Where a form has several senses, the likeliest. */
export function findInText(finder: Finder, pack: Pack, text: string, explain: Explain): FoundMention[] {
  const page = new PageFinder<{ at: number }>(finder);
  const flows = [...text.matchAll(PARAGRAPH)].map((match) => ({ at: match.index, text: match[0] }));
  for (const flow of flows) page.add(flow, flow.text);
  page.settle();
  return flows.flatMap((flow) =>
    page.mentionsOf(flow).map((mention) => describe(pack, text, flow.at, mention, explain)),
  );
}

function describe(pack: Pack, text: string, at: number, mention: Mention, explain: Explain): FoundMention {
  const [{ entry: index, reason }] = mention.senses;
  const entry = pack.terms[index];
  if (!entry) throw new Error(`the finder knows entry ${index}, the pack does not`);
  const [start, end] = [at + mention.start, at + mention.end];
  return {
    start,
    end,
    surface: text.slice(start, end),
    entry: entry.id,
    headword: entry.headword,
    forms: entry.forms,
    reason: explain(reason),
  };
}
