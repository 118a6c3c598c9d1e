/** Finds a mention again after the page rendered its text again: the same term in the same place. */
import { type Box, overlaps } from '../../shared/page/box';
import { lineBoxes } from '../line-boxes';
import type { Located, PageIndex } from '../page-index';
import type { Pointed } from './pointed-mention';

/** Mentions of the term whose boxes are compared at most: each is measured. */
const MAX_MEASURED = 200;

/** Whether the text of a mention is still in the page as it was found. */
export function isThere({ run, mention }: Located): boolean {
  return run.isIntact(mention.start, mention.end);
}

/** Whether both are mentions of the same term. */
export function isSameTerm(a: Located, b: Located): boolean {
  return a.mention.senses[0].entry === b.mention.senses[0].entry;
}

/** Whether both are the same range of the page; false if one of them is gone. */
export function isSamePlace(a: Located, b: Located): boolean {
  const first = a.run.boundsOf(a.mention.start, a.mention.end);
  const second = b.run.boundsOf(b.mention.start, b.mention.end);
  return (
    first !== null &&
    second !== null &&
    first.startContainer === second.startContainer &&
    first.startOffset === second.startOffset &&
    first.endContainer === second.endContainer &&
    first.endOffset === second.endOffset
  );
}

/**
 * The mention of the same term with a line in `box`, its last place in the viewport; null if there is none. Looks in the
 * block first, then in all blocks. Forces layout.
 */
export function findAgain(index: PageIndex, lost: Located, box: Box): Pointed | null {
  const { block } = lost.run;
  return findIn(index, index.runsOf(block), lost, box) ?? findIn(index, index.eachRun(), lost, box);
}

function findIn(index: PageIndex, runs: Iterable<Located['run']>, lost: Located, box: Box): Pointed | null {
  let measured = 0;
  for (const run of runs) {
    for (const mention of index.shown.of(run)) {
      const located = { run, mention };
      if (!isSameTerm(located, lost)) continue;
      const line = lineBoxes(run, mention.start, mention.end).findIndex((item) => overlaps(item, box));
      if (line >= 0) return { ...located, line };
      measured++;
      if (measured >= MAX_MEASURED) return null;
    }
  }
  return null;
}
