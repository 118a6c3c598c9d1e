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
  // Parsed at each start of the worker: the schema library, the polyfill, search and the finder, without their data. Two
  // kilobytes keep imported packs, and compile those again that another version compiled.
  // One checks what is set of packs, corrections and reports.
  { file: 'background.js', what: 'at each wake', limit: 57_500 },
  // Half is the prefilter: letters that tell the forms of all entries from ordinary text. A kilobyte tests for forms of
  // imported packs. Another reads a page node by node, hidden parts apart, and spares the engine where forms are everyday
  // words.
  { file: 'content-scripts/content.js', what: 'in every page', limit: 11_400 },
  // Three fifths are finder and data; the rest is marks, pointer and keys, 6 kB of it for how the page paints, clips, covers
  // and hides its text, 6 kB for the layers of the page and for texts that are written anew, one for the looks of packs.
  { file: 'content-scripts/engine.js', what: 'where a term may be', limit: 63_800 },
  // Preact, positioning, and the views of a stack of cards, with all fields that a term of a list may have, and the choices for
  // a mark that is not meant.
  { file: 'content-scripts/card.js', what: 'at the first card', limit: 28_300 },
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
