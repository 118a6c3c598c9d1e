/** The suite of the finder: runs each measurement in a new process. */
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readGlossary } from '../../../glossary/cli/read-glossary';
import { compileGlossary } from '../../../glossary/editor/compile';
import type { Measured } from '../result';
import { bundle, OUTPUT, ROOT, runNode } from '../run-bundled';
import { dictionaryTerms } from './corpus';
import { packOf } from './matchers';

const SIZES = [100, 1_000, 10_000, 100_000, 1_000_000];
/** Number of starts, of which the median counts; fewer if a start takes seconds. */
const STARTS = 7;
const STARTS_OF_MANY = 1;
const MANY = 1_000_000;

/** Takes several minutes with a million terms. @param sizes numbers of terms. */
export async function measureFinder(sizes: readonly number[] = SIZES): Promise<Measured[]> {
  const bundled = JSON.parse(runNode([await bundle('tools/bench/finder/measure.ts')])) as Measured[]; // As printed.
  const script = await bundle('tools/bench/finder/measure-terms.ts');
  const scans = sizes.map(
    (size) => JSON.parse(runNode(['--max-old-space-size=6000', script, ROOT, String(size)])) as Measured[],
  );
  return [...bundled, ...scans.flat(), ...(await measureStarts(sizes))];
}

interface Start {
  ms: number;
  held: number;
}

/** Time until the first text can be scanned, memory, and size of the finder's data. */
async function measureStarts(sizes: readonly number[]): Promise<Measured[]> {
  const script = await bundle('tools/bench/finder/measure-start.ts');
  const folder = join(OUTPUT, 'bench/packs');
  mkdirSync(folder, { recursive: true });
  const packs = [
    { name: 'bundled glossary', size: 0, data: compileGlossary(readGlossary()).finder },
    ...sizes.map((size) => ({
      name: `${size.toLocaleString('en')} terms`,
      size,
      data: packOf(dictionaryTerms(ROOT, size)),
    })),
  ];
  return packs.flatMap(({ name, size, data }) => {
    const path = join(folder, `${size}.json`);
    writeFileSync(path, JSON.stringify(data));
    const starts = Array.from({ length: size < MANY ? STARTS : STARTS_OF_MANY });
    const start = medianOf(starts.map(() => JSON.parse(runNode(['--expose-gc', script, path])) as Start)); // As printed.
    const one = (what: string, unit: 'ms' | 'bytes', value: number): Measured => ({
      name: `${what}, ${name}`,
      value,
      unit,
      limit: null,
      peers: {},
    });
    return [
      one('start', 'ms', start?.ms ?? 0),
      one('memory', 'bytes', start?.held ?? 0),
      one('size of the data', 'bytes', statSync(path).size),
      one('size of the data, gzip', 'bytes', gzipSync(readFileSync(path), { level: 9 }).length),
    ];
  });
}

function medianOf(starts: readonly Start[]): Start | undefined {
  return [...starts].sort((a, b) => a.ms - b.ms)[Math.floor(starts.length / 2)];
}
