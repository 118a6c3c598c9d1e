/**
 * Owns measuring one start in a fresh process, as it is in a page: nothing is compiled yet.
 * Arguments: what (`write`, `build`, `load`), the file of finder data. Prints ms and bytes held.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createFinder, type Finder } from '../../../glossary/find/finder';
import { readFinder, writeFinder } from '../../../glossary/find/finder-file';
import { scan } from '../../../glossary/find/scan';
import type { FinderData } from '../../../glossary/pack/finder-data';

const FOLD_HASH = '0123456789abcdef';
const [what = '', path = ''] = process.argv.slice(2);

function load(): Finder {
  const read = readFinder(file, FOLD_HASH);
  if (!read.ok) throw new Error(read.error);
  return read.finder;
}

const json = what === 'load' ? '' : readFileSync(`${path}.json`, 'utf8');
const file = what === 'load' ? new Uint8Array(readFileSync(`${path}.bin`)).buffer : new ArrayBuffer(0);
if (what === 'write') {
  writeFileSync(`${path}.bin`, new Uint8Array(writeFinder(JSON.parse(json) as FinderData, FOLD_HASH))); // As dumped.
} else {
  const held = heldBytes();
  const begin = process.cpuUsage();
  const finder = what === 'load' ? load() : createFinder(JSON.parse(json) as FinderData); // As dumped.
  scan(finder.tables, '中国科协', () => undefined);
  const { user, system } = process.cpuUsage(begin);
  const ms = (user + system) / 1000;
  // The tables are views of the file, which was there before; the class table is made from it.
  const kept = what === 'load' ? file.byteLength + finder.tables.classOf.byteLength : heldBytes() - held;
  console.log(JSON.stringify({ ms, held: kept, of: finder.revision }));
}

function heldBytes(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
