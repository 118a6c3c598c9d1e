/** Reads the arguments of `npm run test:repeat`. */
import { parseArgs } from 'node:util';

export interface RepeatOptions {
  /** How often the tests run, at least once. */
  runs: number;
  /** How many processes keep cores busy meanwhile. */
  busy: number;
}

export const USAGE = 'Usage: npm run test:repeat -- RUNS [--busy PROCESSES]';

/** @throws {Error} that says which argument is wrong. */
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
