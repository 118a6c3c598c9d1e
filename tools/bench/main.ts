/**
 * `npm run bench [-- SUITE…]`: measures speed and size, prints a table for each suite and writes all results of the run
 * to `.output/bench.json`, an array of `Result` (`result.ts`). Exit code 2 for an unknown suite. `--guard` compares ratios
 * to peers with recorded ones, exit code 1 if one got worse or none is recorded; `--record` records them (`guard.ts`).
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRatios, recordedWith, regressions, unguarded, writeRatios } from './guard';
import { type Result, resultOf } from './result';
import { OUTPUT } from './run-bundled';
import { SUITES } from './suites';

const given = process.argv.slice(2);
const asked = given.filter((name) => !name.startsWith('--'));
const unknown = asked.filter((name) => !(name in SUITES));
if (unknown.length > 0) {
  console.error(`No suite is called ${unknown.join(', ')}. There are: ${Object.keys(SUITES).join(', ')}.`);
  process.exitCode = 2;
} else {
  mkdirSync(OUTPUT, { recursive: true });
  const results: Result[] = [];
  for (const [name, measure] of Object.entries(SUITES)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    console.log(`\n── ${name} ──`);
    const measured = (await measure()).map(resultOf);
    show(measured);
    results.push(...measured);
    // Written after each suite, so that a failure keeps earlier results.
    writeFileSync(join(OUTPUT, 'bench.json'), `${JSON.stringify(results, null, 2)}\n`);
  }
  if (given.includes('--record')) writeRatios(recordedWith(readRatios(), results));
  if (given.includes('--guard')) reportRegressions(results);
}

function reportRegressions(results: readonly Result[]): void {
  const recorded = readRatios();
  const found = regressions(recorded, results);
  const without = unguarded(recorded, results);
  const compared = results.filter(({ ratioToBestPeer }) => ratioToBestPeer !== null).length - without.length;
  if (without.length > 0) console.log(`\nNot recorded:\n${without.join('\n')}`);
  console.log(found.length === 0 ? `\nNone of ${compared} ratios got worse.` : `\nGot worse:\n${found.join('\n')}`);
  // A guard with nothing to compare to would pass whatever happens.
  if (found.length > 0 || compared === 0) process.exitCode = 1;
}

function show(results: readonly Result[]): void {
  const row = ({ name, peers, ...rest }: Result) => [
    name,
    {
      ...rest,
      peers: Object.entries(peers)
        .map((peer) => peer.join(': '))
        .join('; '),
    },
  ];
  console.table(Object.fromEntries(results.map(row)));
}
