/** Lists what `npm test` runs. */
import { ROOT, runCommand } from './command';
import { lintAddon } from './lint-addon';
import { countResults, type StepResult } from './results';
import { runTests, type TestRunOptions } from './run-tests';
import { checkSizes } from './sizes';

/** A part of `npm test`. */
export interface Step {
  name: string;
  run(): StepResult | Promise<StepResult>;
}

/** Checks and builds: lanes can run side by side, the steps of a lane run one after the other. */
export const LANES: readonly (readonly Step[])[] = [
  [
    commandStep('Format and lint', 'tools/check/node_modules/@biomejs/biome/bin/biome', [
      'check',
      '--error-on-warnings',
      '.',
    ]),
  ],
  [commandStep('Types', 'tools/check/node_modules/typescript/bin/tsc', ['--noEmit'])],
  [commandStep('Dead code', 'tools/check/node_modules/knip/bin/knip.js', ['--no-progress'])],
  [
    commandStep('Build for Chromium', 'node_modules/wxt/bin/wxt.mjs', ['build']),
    { name: 'Sizes', run: () => checkSizes(ROOT) },
  ],
  [
    commandStep('Build for Firefox', 'node_modules/wxt/bin/wxt.mjs', ['build', '-b', 'firefox', '--mv3']),
    { name: 'Add-on linter', run: lintAddon },
  ],
];

/** Tests, which need the builds, and run alone. */
export function testSteps(options: TestRunOptions = {}): Step[] {
  return [testStep('Unit tests', 'unit', options), testStep('Browser tests', 'browser', options)];
}

/** One pass or one failure. */
function commandStep(name: string, script: string, args: readonly string[]): Step {
  const run = async () => {
    const { status, stdout, stderr } = await runCommand(script, args);
    return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, output: `${stdout}${stderr}`.trim() };
  };
  return { name, run };
}

function testStep(name: string, project: string, options: TestRunOptions): Step {
  const run = async () => {
    const tests = await runTests(project, options);
    return { ...countResults(tests), tests };
  };
  return { name, run };
}
