/** Reads the arguments of `npm run test:repeat`. */
import { parseArgs } from 'node:util';

/** Arguments of `npm run test:repeat`. */
export interface RepeatOptions {
  /** Number of runs, at least 1. */
  runs: number;
  /** Number of processes that keep cores busy. */
  busy: number;
}

export const USAGE = 'Usage: npm run test:repeat -- RUNS [--busy PROCESSES]';

/** @throws with a message that names the invalid argument. */
export function parseRepeatArguments(args: readonly string[]): RepeatOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { busy: { type: 'string', default: '0' } },
    allowPositionals: true,
  });
  const [runs, ...others] = positionals;
  if (others.length > 0) throw new Error(`Unknown argument: ${others.join(' ')}.`);
  return { runs: parseCount('RUNS', runs ?? '', 1), busy: parseCount('PROCESSES', values.busy, 0) };
}

function parseCount(name: string, text: string, least: number): number {
  const count = Number(text);
  if (/^\d+$/.test(text) && count >= least) return count;
  throw new Error(`${name} must be a whole number from ${least} on, not “${text}”.`);
}
