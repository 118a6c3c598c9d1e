/** Reports to Vitest's runs: writes the result of every test, as JSON, to the file that `PANGZHU_RESULTS` names. */
import { writeFileSync } from 'node:fs';
import type { Reporter, SerializedError, TestCase, TestModule, TestSuite } from 'vitest/node';
import type { TestResult } from './results';

/** Vitest creates one for each run, and calls it at the end. */
export default class ResultsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const project = modules[0]?.project.name ?? '';
    const results = [
      ...modules.flatMap(resultsOfModule),
      ...unhandled.map((error) => failure({ project, file: fileOf(error, modules), name: 'unhandled error' }, [error])),
    ];
    writeFileSync(process.env.PANGZHU_RESULTS ?? '', JSON.stringify(results));
  }
}

/** Vitest adds the file's path to errors of a test, but not to its own errors. */
function fileOf({ VITEST_TEST_PATH: path }: SerializedError, modules: readonly TestModule[]): string {
  return modules.find(({ moduleId }) => moduleId === path)?.relativeModuleId ?? '';
}

function resultsOfModule(module: TestModule): TestResult[] {
  const at = { project: module.project.name, file: module.relativeModuleId };
  const tests = [...module.children.allTests()].map((test) => resultOfTest(test, at));
  const broken: [name: string, part: TestModule | TestSuite][] = [
    ['the file itself', module],
    ...[...module.children.allSuites()].map((suite): [string, TestSuite] => [suite.fullName, suite]),
  ];
  const failures = broken
    .filter(([, part]) => part.errors().length > 0)
    .map(([name, part]) => failure({ ...at, name }, part.errors()));
  // A file whose process died has neither tests nor errors.
  const hasEnded = module.state() !== 'queued' && module.state() !== 'pending';
  return [...tests, ...failures, ...(hasEnded ? [] : [failure({ ...at, name: 'the file itself' }, [])])];
}

function resultOfTest(test: TestCase, at: Pick<TestResult, 'project' | 'file'>): TestResult {
  const { state, errors } = test.result();
  const seconds = (test.diagnostic()?.duration ?? 0) / 1000;
  const named = { ...at, name: test.fullName };
  if (state === 'passed' || state === 'skipped') return { ...named, state, seconds, message: null };
  return { ...failure(named, errors ?? []), seconds };
}

function failure(
  test: Pick<TestResult, 'project' | 'file' | 'name'>,
  errors: readonly { message: string }[],
): TestResult {
  return { ...test, state: 'failed', seconds: 0, message: errors[0]?.message ?? 'did not end' };
}
