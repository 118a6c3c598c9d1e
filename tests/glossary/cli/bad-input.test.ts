import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runInMemory } from './run-in-memory';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bad '));
  mkdirSync(join(folder, 'inside'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const put = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content);
  return name;
};
const run = (...args: string[]) => runInMemory(args, { folder });

describe('an unreadable input is reported in a sentence', () => {
  it.each(['find', 'eval', 'add-bulletin'])('%s: a folder', async (command) => {
    expect(await run(command, 'inside')).toMatchObject({ status: 2, stderr: expect.stringMatching(/is a folder/) });
  });

  it('find: a text in GB18030, with its line', async () => {
    const bytes = [
      ...Buffer.from('{"id":1,"text":"a"}\n{"id":2,"text":"'),
      0xbf,
      0xc6,
      0xd0,
      0xad,
      ...Buffer.from('"}\n'),
    ];
    const { status, stderr } = await run('find', put('gb.jsonl', Uint8Array.from(bytes)));
    expect(status).toBe(2);
    expect(stderr).toMatch(/^line \d+ .*this is not UTF-8/);
  });

  it('find: UTF-8 that ends in the middle of a letter', async () => {
    const bytes = Buffer.from('{"id":1,"text":"科').subarray(0, -1);
    expect(await run('find', put('cut.jsonl', bytes))).toMatchObject({ status: 2 });
  });

  it('eval: a place that is labelled twice', async () => {
    const mention = { start: 0, end: 2, term: '科协' };
    const gold = put('twice.jsonl', JSON.stringify({ id: 1, text: '科协开会', mentions: [mention, mention] }));
    expect(await run('eval', gold)).toMatchObject({ status: 2, stderr: expect.stringMatching(/labelled twice/) });
  });
});

it('eval reads a list of terms with a byte order mark', async () => {
  put('terms.json', '\ufeff[{"headword":"科协"}]');
  const gold = put(
    'gold.jsonl',
    JSON.stringify({ id: 1, text: '科协开会', mentions: [{ start: 0, end: 2, term: '科协' }] }),
  );
  expect(await run('eval', gold)).toMatchObject({ status: 0, stdout: expect.stringMatching(/strict {3}P 1\.0000/) });
});

it.each([
  [['--help']],
  [['find', '--help']],
  [['eval', '--help']],
  [['add-bulletin', '--help']],
  [['check', '--help']],
])('%j prints the usage of a command', async (args) => {
  expect(await run(...args)).toMatchObject({ status: 0, stdout: expect.stringMatching(/^Usage: /) });
});
