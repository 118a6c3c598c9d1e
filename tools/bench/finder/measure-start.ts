/**
 * Measures one start of the finder in a new process, where no code is compiled yet, as in a page.
 * Argument: file of finder data. Prints `{ms, held, of}`: processor time, bytes, revisions.
 */
import { readFileSync } from 'node:fs';
import { createFinder } from '../../../glossary/find/finder';
import { scan } from '../../../glossary/find/scan';
import type { FinderData } from '../../../glossary/pack/finder-data';

const [path = ''] = process.argv.slice(2);
const json = readFileSync(path, 'utf8');
const held = heldBytes();
const begin = process.cpuUsage();
const finder = createFinder(JSON.parse(json) as FinderData); // As dumped.
scan(finder.tables, '中国科协', () => undefined);
const { user, system } = process.cpuUsage(begin);
console.log(JSON.stringify({ ms: (user + system) / 1000, held: heldBytes() - held, of: finder.revisions }));

function heldBytes(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
