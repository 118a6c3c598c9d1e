/** Runs the tests of one Vitest project and reads their results. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { ROOT, runCommand } from './command';
import { type TestResult, testResultSchema } from './results';

const REPORTER = fileURLToPath(new URL('results-reporter.ts', import.meta.url));

/** How tests run. */
export interface TestRunOptions {
  /** The folder that the configuration's patterns start from; the repository by default. */
  root?: string;
  /** Whether the progress is hidden. */
  isSilent?: boolean;
  /** Ends the run; its results are then those of a crashed runner. */
  signal?: AbortSignal;
}

/** Runs `project` of `vitest.config.ts`, with its progress on the terminal. A runner that crashes has a failed result. */
export async function runTests(
  project: string,
  { root = ROOT, isSilent = false, signal }: TestRunOptions = {},
): Promise<TestResult[]> {
  const folder = join(root, '.output/test');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${project}.json`);
  rmSync(file, { force: true });
  const where = ['--root', root, '--config', join(ROOT, 'vitest.config.ts')];
  const reporters = ['--reporter=default', `--reporter=${REPORTER}`];
  const end = await runCommand(
    'node_modules/vitest/vitest.mjs',
    ['run', '--project', project, ...where, ...reporters],
    {
      env: { PANGZHU_RESULTS: file, VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' },
      isShown: !isSilent,
      ...(signal && { signal }),
    },
  );
  const results = existsSync(file) ? v.parse(v.array(testResultSchema), JSON.parse(readFileSync(file, 'utf8'))) : [];
  if (end.status === 0 || results.some(({ state }) => state === 'failed')) return results;
  const message = `ended with ${end.status === null ? 'a signal' : `status ${end.status}`} ${end.stderr}`.trim();
  return [...results, { project, file: '', name: 'the test runner', state: 'failed', seconds: 0, message }];
}
