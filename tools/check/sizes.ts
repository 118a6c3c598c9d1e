/** Holds the built scripts to their size budgets, in bytes of gzip -9. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { StepResult } from './results';

/** The largest size of a built file. */
export interface Budget {
  file: string;
  what: string;
  limit: number;
}

export const BUDGETS: readonly Budget[] = [
  // Parsed at each start of the worker: the schema library, the polyfill, search and the compiler of packs, without their
  // data. Two kilobytes keep imported packs, and compile those again that another version compiled.
  // One checks what is set of packs, corrections and reports; a third of one is for the button's icon and rules for paths.
  // Fourteen verify and apply revisions of followed packs: four of them for Ed25519, which the oldest Chromium lacks, three
  // check terms. Two compile edited packs with their rules. A quarter of one tests whether words cut cues. Chromium's worker
  // cannot load them when needed.
  { file: 'background.js', what: 'at each wake', limit: 66_200 },
  // Half is the prefilter: letters that tell the forms of all entries from ordinary text. A kilobyte tests for forms of
  // imported packs. Another reads a page node by node, hidden parts apart, and spares the engine where forms are everyday
  // words. A seventh is for rules for paths, and for pages that are not as on most sites.
  { file: 'content-scripts/content.js', what: 'in every page', limit: 11_800 },
  // Three fifths are finder and data; the rest is marks, pointer and keys, 6 kB of it for how the page paints, clips, covers
  // and hides its text, 6 kB for the layers of the page and for texts that are written anew, one for the looks of packs, two
  // and a half for the settings that rules of sense name. A tenth of one builds the trie where a text gets
  // to. One tests whether words cut cues, and has the words that the last unseen texts asked for.
  { file: 'content-scripts/engine.js', what: 'where a term may be', limit: 68_000 },
  // Preact, positioning, and the views of a stack of cards, with all fields that a term of a list may have, and the choices for
  // a mark that is not meant. One kilobyte writes references in three formats, a fifth of one links to the site of a pack.
  { file: 'content-scripts/card.js', what: 'at the first card', limit: 29_800 },
];

/** Size of a built file in bytes of gzip -9. */
export function gzippedSize(root: string, file: string): number {
  return gzipSync(readFileSync(join(root, '.output/chrome-mv3', file)), { level: 9 }).length;
}

/** One pass or one failure, and one line, for each budget. @throws if the extension is not built. */
export function checkSizes(root: string): StepResult {
  const sizes = BUDGETS.map((budget) => ({ ...budget, size: gzippedSize(root, budget.file) }));
  const failed = sizes.filter(({ size, limit }) => size > limit).length;
  const lines = sizes.map(
    ({ file, what, limit, size }) => `${size > limit ? '✗' : '✓'} ${file} (${what}): ${size} of ${limit} bytes gzip`,
  );
  return { passed: sizes.length - failed, failed, output: lines.join('\n') };
}
