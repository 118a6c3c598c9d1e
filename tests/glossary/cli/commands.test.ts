/** Holds what the commands say of what they cannot use. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pangzhu-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(script: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'tools/setup/run-script.mjs'), `glossary/cli/${script}.ts`, ...args],
    { cwd: ROOT, encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

describe('the commands of the glossary', { timeout: 120_000 }, () => {
  it.each([
    ['a command there is not', ['constructor']],
    ['a command that takes nothing', ['check', 'this']],
  ])('show how they are used for %s', (_name, args) => {
    expect(run('main', ...args)).toEqual({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/^Usage: npm run glossary -- COMMAND\n/),
    });
  });
});

describe('npm run eval', { timeout: 120_000 }, () => {
  const gold = JSON.stringify({ id: 1, text: '科协十大开幕', mentions: [{ start: 0, end: 4, term: '科协十大' }] });

  it('prints what was found of what is labelled', () => {
    const file = join(folder, 'gold.jsonl');
    writeFileSync(file, `${gold}\n`);
    const { status, stdout } = run('eval', file);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^strict {3}P 1\.0000 {2}R 1\.0000 {2}F1 1\.0000 {2}\(1 found, 0 wrong, 0 missed\)$/m);
  });

  it('names a list of terms that is none', () => {
    writeFileSync(join(folder, 'gold.jsonl'), gold);
    writeFileSync(join(folder, 'terms.json'), '{"headword":');
    expect(run('eval', join(folder, 'gold.jsonl'))).toEqual({
      status: 2,
      stdout: '',
      stderr: `${join(folder, 'terms.json')}: a list of {headword, aliases} was expected\n`,
    });
  });

  it.each([
    ['a line that is no label', `${gold}\n{"id":2}\n`, 'line 2: an object with "id", "text" and "mentions"'],
    [
      'a mention that is not in its text',
      JSON.stringify({ id: 1, text: '科协', mentions: [{ start: 1, end: 3, term: '科协' }] }),
      'line 1: an object with "id", "text" and "mentions"',
    ],
  ])('names %s', (_name, lines, message) => {
    writeFileSync(join(folder, 'bad.jsonl'), lines);
    const { status, stderr } = run('eval', join(folder, 'bad.jsonl'));
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(message) });
  });
});
