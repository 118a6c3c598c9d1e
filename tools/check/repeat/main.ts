/**
 * `npm run test:repeat -- RUNS [--busy PROCESSES]`: runs all tests again and again, beside processes that keep cores
 * busy, and lists every test that ever failed. Checks and builds run once, before. The results of each run are kept in
 * `.output/repeat/`, a folder for each time the command was started.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorMessage } from '../../../glossary/error-message';
import { ROOT } from '../command';
import { runLanes, runTestSteps } from '../run-steps';
import { parseRepeatArguments, type RepeatOptions, USAGE } from './arguments';
import { keepBusy } from './busy';
import { formatRun, formatTally, type Run, tallyFailures } from './tally';

const controller = new AbortController();
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => controller.abort());

const options = readOptions();
if (options) process.exit((await repeat(options)) ? 0 : 1);

function readOptions(): RepeatOptions | null {
  try {
    return parseRepeatArguments(process.argv.slice(2));
  } catch (error) {
    console.error(`${errorMessage(error)}\n${USAGE}`);
    process.exitCode = 2;
    return null;
  }
}

/** Whether every run ended and nothing failed. A signal ends the run under way, which then does not count. */
async function repeat({ runs, busy }: RepeatOptions): Promise<boolean> {
  const failed = (await runLanes()).filter((step) => step.failed > 0);
  if (failed.length > 0) {
    console.log(`\nThe tests did not run: first mend ${failed.map(({ name }) => name).join(', ')}.`);
    return false;
  }
  const folder = join(ROOT, '.output/repeat', new Date().toISOString().replaceAll(':', '-'));
  mkdirSync(folder, { recursive: true });
  const stopBusy = keepBusy(busy);
  const ended: Run[] = [];
  while (ended.length < runs) {
    const run = await runOnce();
    if (controller.signal.aborted) break;
    ended.push(run);
    writeFileSync(join(folder, `${ended.length}.json`), JSON.stringify({ busy, ...run }));
    console.log(`\n${formatRun(run, ended.length, runs)}`);
  }
  stopBusy();
  if (ended.length < runs) console.log(`\nRun ${ended.length + 1} of ${runs}: ended by a signal`);
  const failing = tallyFailures(ended);
  console.log(`\n${formatTally(failing, ended.length)}\nThe results are in ${folder}`);
  return failing.length === 0 && ended.length === runs;
}

async function runOnce(): Promise<Run> {
  const begin = performance.now();
  const steps = await runTestSteps(controller.signal);
  return { seconds: (performance.now() - begin) / 1000, results: steps.flatMap(({ tests }) => tests ?? []) };
}
