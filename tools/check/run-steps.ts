/** Runs steps, with their output under a heading and the time each took. */
import type { StepResult } from './results';
import { LANES, type Step, testSteps } from './steps';

/** A step that has run. */
export interface FinishedStep extends StepResult {
  name: string;
  seconds: number;
}

/** Runs checks and builds in parallel. Output is printed when a step ends. @returns the results in the order of the list. */
export async function runLanes(lanes = LANES): Promise<FinishedStep[]> {
  const finished = await Promise.all(
    lanes.map(async (lane) => {
      const steps: FinishedStep[] = [];
      for (const step of lane) {
        const result = await runStep(step);
        console.log(`\n── ${step.name} ──\n${result.output ?? ''}`.trimEnd());
        steps.push(result);
      }
      return steps;
    }),
  );
  return finished.flat();
}

/** Runs the tests one project after the other, with their progress on the terminal. @param signal ends the run early. */
export async function runTestSteps(signal?: AbortSignal): Promise<FinishedStep[]> {
  const finished: FinishedStep[] = [];
  for (const step of testSteps(signal ? { signal } : {})) {
    if (signal?.aborted) break;
    console.log(`\n── ${step.name} ──`);
    const result = await runStep(step);
    if (result.output) console.log(result.output);
    finished.push(result);
  }
  return finished;
}

/** A step that throws has failed and does not keep others from running. */
async function runStep({ name, run }: Step): Promise<FinishedStep> {
  const begin = performance.now();
  const end = (result: StepResult) => ({ name, seconds: (performance.now() - begin) / 1000, ...result });
  try {
    return end(await run());
  } catch (error) {
    const message = String(error instanceof Error ? error.stack : error);
    const failure = { project: name, file: '', name: 'the step itself', seconds: 0 };
    return end({ passed: 0, failed: 1, output: message, tests: [{ ...failure, state: 'failed', message }] });
  }
}
