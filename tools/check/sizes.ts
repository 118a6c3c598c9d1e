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
  // Parsed at each start of the worker: the schema library, the polyfill, search and the finder, without their data. A
  // kilobyte compiles imported packs again that another version compiled.
  { file: 'background.js', what: 'at each wake', limit: 54_500 },
  // Half is the prefilter: what the forms of all entries have in common. A kilobyte tests for forms of imported packs.
  { file: 'content-scripts/content.js', what: 'in every page', limit: 10_200 },
  // Three fifths are finder and data; the rest is marks, pointer and keys, 6 kB of it for how the page paints, clips, covers
  // and hides its text, 5 kB for the layers of the page and for texts that are written anew.
  { file: 'content-scripts/engine.js', what: 'where a term may be', limit: 61_500 },
  // Preact, positioning, and the views of a stack of cards.
  { file: 'content-scripts/card.js', what: 'at the first card', limit: 27_500 },
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
