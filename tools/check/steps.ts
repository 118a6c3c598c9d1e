/** Lists what `npm test` runs. */
import { checkZip, type ZipKind } from '../release/check-zips';
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
    commandStep('Build for Chromium', 'node_modules/wxt/bin/wxt.mjs', ['zip']),
    { name: 'Sizes', run: () => checkSizes(ROOT) },
    zipStep('Zip for Chromium', 'chrome'),
  ],
  [
    commandStep('Build for Firefox', 'node_modules/wxt/bin/wxt.mjs', ['zip', '-b', 'firefox', '--mv3']),
    { name: 'Add-on linter', run: lintAddon },
    zipStep('Zip for Firefox', 'firefox'),
    zipStep('Zip of the sources', 'sources'),
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

/** One pass or one failure, with a line for each fault. */
function zipStep(name: string, kind: ZipKind): Step {
  const run = () => {
    const faults = checkZip(ROOT, kind);
    const isSound = faults.length === 0;
    return { passed: isSound ? 1 : 0, failed: isSound ? 0 : 1, output: faults.map((fault) => `✗ ${fault}`).join('\n') };
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
