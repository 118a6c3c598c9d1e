/** Owns the list of checks, and how each is run and counted. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { lintAddon } from './lint-addon';
import { checkSizes } from './sizes';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Outcome {
  passed: number;
  failed: number;
}

export interface Step {
  name: string;
  run(): Outcome | Promise<Outcome>;
}

const reportSchema = v.object({ numPassedTests: v.number(), numFailedTests: v.number(), success: v.boolean() });

export const STEPS: readonly Step[] = [
  {
    name: 'Format and lint',
    run: () => command('tools/check/node_modules/@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']),
  },
  { name: 'Types', run: () => command('tools/check/node_modules/typescript/bin/tsc', ['--noEmit']) },
  { name: 'Dead code', run: () => command('tools/check/node_modules/knip/bin/knip.js', ['--no-progress']) },
  { name: 'Unit tests', run: () => tests('unit') },
  { name: 'Build for Chromium', run: () => command('node_modules/wxt/bin/wxt.mjs', ['build']) },
  {
    name: 'Build for Firefox',
    run: () => command('node_modules/wxt/bin/wxt.mjs', ['build', '-b', 'firefox', '--mv3']),
  },
  { name: 'Sizes', run: () => checkSizes(ROOT) },
  { name: 'Add-on linter', run: () => lintAddon(ROOT) },
  { name: 'Browser tests', run: () => tests('browser') },
];

/** One pass or one failure. */
function command(script: string, args: readonly string[]): Outcome {
  const { status } = spawnSync(process.execPath, [join(ROOT, script), ...args], { cwd: ROOT, stdio: 'inherit' });
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** As many as the project has tests. A file that cannot even be loaded counts as a failure. */
function tests(project: string): Outcome {
  const folder = join(ROOT, '.output/test');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${project}.json`);
  rmSync(file, { force: true });
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile=${file}`];
  spawnSync(process.execPath, [join(ROOT, 'node_modules/vitest/vitest.mjs'), ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' },
  });
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const report = v.parse(reportSchema, JSON.parse(readFileSync(file, 'utf8')));
  const failed = report.success ? report.numFailedTests : Math.max(1, report.numFailedTests);
  return { passed: report.numPassedTests, failed };
}
