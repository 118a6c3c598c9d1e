/** Owns the size budgets: what every page carries, and what is brought on need, in bytes of gzip -9. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface Budget {
  file: string;
  what: string;
  limit: number;
}

export const BUDGETS: readonly Budget[] = [
  // Parsed at each start of the worker: the schema library, the polyfill, search and the finder, without their data.
  { file: 'background.js', what: 'at each wake', limit: 46_000 },
  // Half is the hint: what the forms of all entries have in common.
  { file: 'content-scripts/content.js', what: 'in every page', limit: 8_250 },
  // Two thirds are the finder and its data, rules and cues included; the rest marks, senses the pointer, and walks.
  { file: 'content-scripts/engine.js', what: 'where a term may be', limit: 45_500 },
  // Preact, the placing, and the views: a stack of cards with what can be done with them.
  { file: 'content-scripts/card.js', what: 'at the first card', limit: 26_000 },
];

/** Bytes of the built file, gzip -9. */
export function gzippedSize(root: string, file: string): number {
  return gzipSync(readFileSync(join(root, '.output/chrome-mv3', file)), { level: 9 }).length;
}

export function checkSizes(root: string): { passed: number; failed: number } {
  const outcome = { passed: 0, failed: 0 };
  for (const { file, what, limit } of BUDGETS) {
    const size = gzippedSize(root, file);
    const isWithin = size <= limit;
    outcome[isWithin ? 'passed' : 'failed']++;
    console.log(`${isWithin ? '✓' : '✗'} ${file} (${what}): ${size} of ${limit} bytes gzip`);
  }
  return outcome;
}
