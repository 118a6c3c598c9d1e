/** Results of steps and tests: types, counting, listing. */
import * as v from 'valibot';

/** A file that cannot be loaded, a failed hook of a suite and a crashed runner have a failed result of their own, too. */
export const testResultSchema = v.object({
  /** The Vitest project: `unit` or `browser`. */
  project: v.string(),
  /** Relative to the project's root, with forward slashes; empty if the failure belongs to no file. */
  file: v.string(),
  /** The full name, from the outermost suite inwards. */
  name: v.string(),
  state: v.picklist(['passed', 'failed', 'skipped']),
  seconds: v.number(),
  /** The first error; null unless the test failed. */
  message: v.nullable(v.string()),
});

export type TestResult = v.InferOutput<typeof testResultSchema>;

/** Numbers of passed and failed tests or checks. */
export interface Outcome {
  passed: number;
  failed: number;
}

/** The result of a step. */
export interface StepResult extends Outcome {
  /** Output of the step, unless it was shown already. */
  output?: string;
  /** Results of single tests, if the step runs tests. */
  tests?: readonly TestResult[];
}

/** Counts passed and failed tests; skipped ones are neither. */
export function countResults(results: readonly TestResult[]): Outcome {
  const count = (state: TestResult['state']) => results.filter((result) => result.state === state).length;
  return { passed: count('passed'), failed: count('failed') };
}

/** Two lines for each failed test: its file and name, and the first line of its error. */
export function formatFailures(results: readonly TestResult[]): string[] {
  return results
    .filter(({ state }) => state === 'failed')
    .map(({ file, name, message }) => `✗ ${file}  ${name}\n  ${(message ?? '').split('\n', 1)[0]}`);
}

/** One line for each of the `limit` slowest tests, slowest first. */
export function formatSlowest(results: readonly TestResult[], limit: number): string[] {
  return results
    .toSorted((a, b) => b.seconds - a.seconds)
    .slice(0, limit)
    .map(({ file, name, seconds }) => `${seconds.toFixed(1).padStart(6)} s  ${file}  ${name}`);
}
