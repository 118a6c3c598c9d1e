/**
 * Guards ratios to peers against regressions. A ratio compares with other implementations in the same run, so that it hardly
 * depends on the machine; a recorded one may get worse by `TOLERANCE` before the run fails. Those in `ratios.json` are of a run
 * without other load (the table “Finder” of `docs/measurements.md`): record others on such a machine only.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Result } from './result';
import { ROOT } from './run-bundled';

/** Noise stays below this factor: beside thirty busy processes the scan of 100 terms kept 4.1 of the 9 that are recorded. */
const TOLERANCE = 2.5;

const FILE = join(ROOT, 'tools/bench/ratios.json');
const ratiosSchema = v.record(v.string(), v.number());

/** Ratios by the name of the measurement. */
export type Ratios = Readonly<Record<string, number>>;

/** A line for each ratio that is worse than recorded by more than a factor. Ratios that are not recorded are left out. */
export function regressions(recorded: Ratios, results: readonly Result[], tolerance = TOLERANCE): string[] {
  return results.flatMap(({ name, unit, ratioToBestPeer }) => {
    const before = recorded[name];
    if (before === undefined || ratioToBestPeer === null) return [];
    const isMoreBetter = unit === 'M units/s' || unit === 'share';
    const worse = isMoreBetter ? before / ratioToBestPeer : ratioToBestPeer / before;
    return worse > tolerance ? [`${name}: ${ratioToBestPeer} of the best peer, recorded ${before}`] : [];
  });
}

/** The names of results with a ratio that no record is there for: nothing guards them. */
export function unguarded(recorded: Ratios, results: readonly Result[]): string[] {
  return results.flatMap(({ name, ratioToBestPeer }) =>
    ratioToBestPeer !== null && recorded[name] === undefined ? [name] : [],
  );
}

/** The ratios of results, beside those recorded of others. */
export function recordedWith(recorded: Ratios, results: readonly Result[]): Ratios {
  const all: Record<string, number> = { ...recorded };
  for (const { name, ratioToBestPeer } of results) if (ratioToBestPeer !== null) all[name] = ratioToBestPeer;
  return Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The recorded ratios; none before the first record. */
export function readRatios(): Ratios {
  return existsSync(FILE) ? v.parse(ratiosSchema, JSON.parse(readFileSync(FILE, 'utf8'))) : {};
}

/** Records ratios. */
export function writeRatios(ratios: Ratios): void {
  writeFileSync(FILE, `${JSON.stringify(ratios, null, 2)}\n`);
}
