/** Sums up the tests that failed in repeated runs. */
import { countResults, type TestResult } from '../results';

/** Results of one run. */
export interface Run {
  seconds: number;
  results: readonly TestResult[];
}

/** A test that failed in at least one run. */
export interface FailingTest {
  project: string;
  file: string;
  name: string;
  /** Number of runs in which it failed. */
  count: number;
  /** Message in the first of these runs. */
  message: string;
}

/** Every test that failed in any run, the most frequent first, then in the order in which they first failed. */
export function tallyFailures(runs: readonly Run[]): FailingTest[] {
  const failing = new Map<string, FailingTest>();
  for (const { results } of runs) {
    const counted = new Set<string>();
    for (const { project, file, name, state, message } of results) {
      const key = JSON.stringify([project, file, name]);
      // Several tests may share a name.
      if (state !== 'failed' || counted.has(key)) continue;
      counted.add(key);
      const known = failing.get(key) ?? { project, file, name, count: 0, message: message ?? '' };
      failing.set(key, { ...known, count: known.count + 1 });
    }
  }
  return [...failing.values()].sort((a, b) => b.count - a.count);
}

/** One line: counts and seconds. */
export function formatRun({ seconds, results }: Run, at: number, of: number): string {
  const { passed, failed } = countResults(results);
  return `Run ${at} of ${of}: ${passed} passed, ${failed} failed (${seconds.toFixed(1)} s)`;
}

/** The table of `failing`, three lines a test. @param ended the number of runs that ended. */
export function formatTally(failing: readonly FailingTest[], ended: number): string {
  if (failing.length === 0) return `Nothing failed in ${ended} runs.`;
  const rows = failing.map(({ project, file, name, count, message }) => {
    const place = file === '' ? project : `${project}  ${file}`;
    return `${String(count).padStart(4)} of ${ended}  ${place}\n${INDENT}${name}\n${INDENT}${message.split('\n', 1)[0]}`;
  });
  return `Failed at least once:\n${rows.join('\n')}`;
}

const INDENT = ' '.repeat(10);
