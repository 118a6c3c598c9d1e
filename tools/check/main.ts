/**
 * `npm test`: runs every step, lists the failed and the slowest tests and the time of each step, and ends with the sum of
 * what passed and failed. With `--long`, tests that repeat do so in full.
 */
import { formatFailures, formatSlowest } from './results';
import { runLanes, runTestSteps } from './run-steps';

const SLOWEST = 10;

// Steps inherit the environment.
if (process.argv.includes('--long')) process.env.PANGZHU_LONG = '1';

const begin = performance.now();
const steps = [...(await runLanes()), ...(await runTestSteps())];
const tests = steps.flatMap((step) => step.tests ?? []);
const [passed, failed] = [sum(steps.map((step) => step.passed)), sum(steps.map((step) => step.failed))];

const failures = formatFailures(tests);
if (failures.length > 0) console.log(`\nFailed tests:\n${failures.join('\n')}`);
console.log(`\nThe slowest tests:\n${formatSlowest(tests, SLOWEST).join('\n')}\n`);
for (const step of steps) {
  const sign = step.failed > 0 ? '✗' : '✓';
  console.log(`${sign} ${step.name}: ${step.passed} passed, ${step.failed} failed (${step.seconds.toFixed(1)} s)`);
}
console.log(`All steps: ${((performance.now() - begin) / 1000).toFixed(1)} s\n`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
