import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../tools/check/command';
import { parseRepeatArguments } from '../../tools/check/repeat/arguments';
import { formatRun, formatTally, type Run, tallyFailures } from '../../tools/check/repeat/tally';
import { countResults, formatFailures, formatSlowest, type TestResult } from '../../tools/check/results';
import { runTests } from '../../tools/check/run-tests';

/** A file for each kind of failure, and one that passes. The first fails in the first of three runs only. */
const PLANTED = {
  'planted.test.ts': `
    import { readFileSync, writeFileSync } from 'node:fs';
    import { beforeAll, describe, expect, it } from 'vitest';
    it('fails one time in three', () => {
      const count = Number(readFileSync('COUNT', 'utf8'));
      writeFileSync('COUNT', String(count + 1));
      expect(count % 3).not.toBe(0);
    });
    it('leaves an unhandled rejection', () => void Promise.reject(new Error('the rejection')));
    describe('a suite', () => {
      beforeAll(() => { throw new Error('the hook'); });
      it('is skipped', () => null);
    });`,
  'unloadable.test.ts': `throw new Error('the import');`,
  'crash.test.ts': `
    import { it } from 'vitest';
    it('kills its process', () => process.kill(process.pid, 'SIGKILL'));`,
};

function result(name: string, state: TestResult['state'], message: string | null = null): TestResult {
  return { project: 'unit', file: 'a.test.ts', name, state, seconds: 0, message };
}

const IN_PLANTED = { project: 'unit', file: 'tests/repository/planted.test.ts' };
const FLAKY = { ...IN_PLANTED, name: 'fails one time in three' };
const FLAKY_MESSAGE = 'expected +0 not to be +0 // Object.is equality';

describe('a real run', () => {
  let root: string;
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'planted-'));
    symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
    const folder = join(root, 'tests/repository');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(root, 'count'), '0');
    for (const [name, text] of Object.entries(PLANTED)) {
      writeFileSync(join(folder, name), text.replaceAll('COUNT', join(root, 'count')));
    }
  });
  afterAll(() => rmSync(root, { recursive: true }));

  it('reports each kind of failure by name, without a retry', async () => {
    const results = await runTests('unit', { root, isSilent: true });
    const failed = results
      .filter(({ state }) => state === 'failed')
      .map(({ file, name, message }) => [file, name, message]);
    const [planted, unloadable, crash] = Object.keys(PLANTED).map((name) => `tests/repository/${name}`);
    expect(failed).toHaveLength(7);
    expect(failed).toEqual(
      expect.arrayContaining([
        [planted, FLAKY.name, FLAKY_MESSAGE],
        [planted, 'a suite', 'the hook'],
        [planted, 'unhandled error', 'the rejection'],
        [unloadable, 'the file itself', 'the import'],
        [crash, 'kills its process', 'did not end'],
        [crash, 'the file itself', 'did not end'],
        ['', 'unhandled error', expect.stringContaining('Worker')],
      ]),
    );
    expect(countResults(results)).toEqual({ passed: 1, failed: 7 });
    const later = { ...FLAKY, state: 'passed', seconds: 1, message: null } as const;
    const runs = [results, [later], [later]].map((each) => ({ seconds: 1, results: each }));
    expect(tallyFailures(runs)).toContainEqual({ ...FLAKY, count: 1, message: FLAKY_MESSAGE });
  });

  it('fails if the runner fails', async () => {
    const [result, ...others] = await runTests('missing', { root, isSilent: true });
    expect(others).toEqual([]);
    expect(result).toMatchObject({ project: 'missing', name: 'the test runner', state: 'failed' });
    expect(result?.message).toContain('ended with status 1');
  });
});

describe('the tally of repeated runs', () => {
  const run = (...results: TestResult[]): Run => ({ seconds: 12.34, results });

  it.each<[name: string, runs: Run[], expected: [name: string, count: number, message: string][]]>([
    ['no run', [], []],
    ['runs without a failure', [run(result('a', 'passed')), run(result('a', 'skipped'))], []],
    ['a test that fails once', [run(result('a', 'passed')), run(result('a', 'failed', 'x'))], [['a', 1, 'x']]],
    ['a test that always fails', [run(result('a', 'failed', 'x')), run(result('a', 'failed', 'y'))], [['a', 2, 'x']]],
    ['tests of one name in one run', [run(result('a', 'failed', 'x'), result('a', 'failed', 'y'))], [['a', 1, 'x']]],
    [
      'several tests, the most frequent first',
      [run(result('a', 'failed', 'x')), run(result('b', 'failed', 'y')), run(result('b', 'failed', 'z'))],
      [
        ['b', 2, 'y'],
        ['a', 1, 'x'],
      ],
    ],
    [
      'the same name in two projects',
      [run(result('a', 'failed', 'x'), { ...result('a', 'failed', 'y'), project: 'browser' })],
      [
        ['a', 1, 'x'],
        ['a', 1, 'y'],
      ],
    ],
  ])('counts %s', (_name, runs, expected) => {
    expect(tallyFailures(runs).map(({ name, count, message }) => [name, count, message])).toEqual(expected);
  });

  it('is printed with file, name and first line of the message', () => {
    const failing = tallyFailures([run(result('a > b', 'failed', 'first\nsecond')), run()]);
    expect(formatTally(failing, 2)).toBe(
      'Failed at least once:\n   1 of 2  unit  a.test.ts\n          a > b\n          first',
    );
    expect(formatTally([], 2)).toBe('Nothing failed in 2 runs.');
  });

  it('has a line for each run', () => {
    expect(formatRun(run(result('a', 'passed'), result('b', 'skipped')), 2, 10)).toBe(
      'Run 2 of 10: 1 passed, 0 failed (12.3 s)',
    );
  });
});

describe('the list of failed tests', () => {
  it('names each with its file and the first line of its error', () => {
    const failed = { ...result('of two', 'failed'), message: 'expected 1\n  at a line' };
    expect(formatFailures([result('of one', 'passed'), failed])).toEqual(['✗ a.test.ts  of two\n  expected 1']);
  });
});

describe('the list of the slowest tests', () => {
  it('is sorted by time, and has at most the requested number', () => {
    const tests = [1, 30, 2].map((seconds) => ({ ...result(`of ${seconds}`, 'passed'), seconds }));
    expect(formatSlowest(tests, 2)).toEqual(['  30.0 s  a.test.ts  of 30', '   2.0 s  a.test.ts  of 2']);
    expect(formatSlowest([], 2)).toEqual([]);
  });
});

describe('the arguments of test:repeat', () => {
  it.each([
    [['3'], { runs: 3, busy: 0 }],
    [['10', '--busy', '2'], { runs: 10, busy: 2 }],
    [['--busy=2', '10'], { runs: 10, busy: 2 }],
  ])('%j are read', (args, expected) => {
    expect(parseRepeatArguments(args)).toEqual(expected);
  });

  it.each([
    [[], 'RUNS must be'],
    [['0'], 'RUNS must be'],
    [['1.5'], 'RUNS must be'],
    [['many'], '“many”'],
    [['3', 'more'], 'Unknown argument: more'],
    [['3', '--busy', 'x'], 'PROCESSES must be'],
    [['3', '--busy'], '--busy'],
    [['3', '--fast'], '--fast'],
  ])('%j are refused', (args, message) => {
    expect(() => parseRepeatArguments(args)).toThrow(message);
  });
});
