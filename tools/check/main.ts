/**
 * Owns running everything there is to check: each step counts its own passes and failures, none keeps the next from
 * running, and the last line is their sum. With `--long`, tests that come in doses take the whole of it.
 */
import { type Outcome, STEPS, type Step } from './steps';

// Every step hands its environment on.
if (process.argv.includes('--long')) process.env.PANGZHU_LONG = '1';
const total = { passed: 0, failed: 0 };
const lines: string[] = [];

for (const step of STEPS) {
  console.log(`\n── ${step.name} ──`);
  const begin = performance.now();
  const outcome = await run(step);
  total.passed += outcome.passed;
  total.failed += outcome.failed;
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  lines.push(
    `${outcome.failed > 0 ? '✗' : '✓'} ${step.name}: ${outcome.passed} passed, ${outcome.failed} failed (${seconds} s)`,
  );
}
console.log(`\n${lines.join('\n')}\n`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

/** A step that breaks has failed: it does not break the rest. */
async function run(step: Step): Promise<Outcome> {
  try {
    return await step.run();
  } catch (error) {
    console.error(error);
    return { passed: 0, failed: 1 };
  }
}
