import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FoundMention } from '../../../glossary/cli/find-in-text';
import { runInMemory } from './run-in-memory';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'find '));
});
afterAll(() => rmSync(folder, { recursive: true }));

const find = (args: readonly string[], input = '') => runInMemory(['find', ...args], { input });

interface Line {
  id: string | number;
  mentions: FoundMention[];
}
const linesOf = (stdout: string) =>
  stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line); // The documented format; its parts are checked below.

describe('npm run find', () => {
  it('writes a line for each line, with offsets in UTF-16 units', async () => {
    const texts = ['没有术语。', '😀科协十大开幕。', '第一段。\n\n学好“四史”，\n永葆初心。'];
    const file = join(folder, 'texts.jsonl');
    writeFileSync(file, texts.map((text, id) => JSON.stringify({ id, text })).join('\r\n'));
    const { stdout, status } = await find([file]);
    expect(status).toBe(0);
    const lines = linesOf(stdout);
    expect(lines.map(({ id, mentions }) => [id, mentions.map(({ entry }) => entry)])).toEqual([
      [0, []],
      [1, ['cast-10th']],
      [2, ['four-histories']],
    ]);
    for (const { id, mentions } of lines) {
      for (const { start, end, surface } of mentions) expect(texts[Number(id)]?.slice(start, end)).toBe(surface);
    }
    const [mention] = lines[1]?.mentions ?? [];
    expect(mention).toMatchObject({
      start: 2,
      end: 6,
      surface: '科协十大',
      headword: '科协十大',
      reason: '按字形认出',
    });
    expect(mention?.forms).toContain('中国科协第十次全国代表大会');
  });

  it('reads standard input, with a byte order mark and blank lines', async () => {
    const { stdout, status } = await find(['-'], `\ufeff${JSON.stringify({ id: 'a', text: '科创中国' })}\n\n`);
    expect(status).toBe(0);
    expect(linesOf(stdout).map(({ mentions }) => mentions.length)).toEqual([1]);
  });

  it.each([
    ['invalid JSON', 'not json', 'line 2: this is no JSON'],
    ['no text', '{"id":1}', 'line 2: an object with "id" and a "text"'],
    ['a number as text', '{"id":1,"text":7}', 'line 2: an object with "id" and a "text"'],
    ['no object', '[]', 'line 2: an object with "id" and a "text"'],
  ])('stops at a line with %s, reports its number, and keeps earlier output', async (_name, bad, message) => {
    const { stdout, stderr, status } = await find(['-'], `{"id":0,"text":"四史"}\n${bad}\n{"id":2,"text":""}\n`);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
    expect(linesOf(stdout).map(({ id }) => id)).toEqual([0]);
  });

  it('ends at a malformed line without waiting for more input', async () => {
    const input = new PassThrough();
    input.write('malformed\n');
    expect(await runInMemory(['find', '-'], { input })).toMatchObject({ status: 2 });
    expect(input.destroyed).toBe(true);
  });

  it('does not split lines at U+2028 and U+2029', async () => {
    const text = '科协十大\u2028科创中国\u2029科普中国';
    const { stdout, status } = await find(['-'], JSON.stringify({ id: 1, text }));
    expect(status).toBe(0);
    expect(linesOf(stdout)[0]?.mentions.map(({ surface }) => surface)).toEqual(['科协十大', '科创中国', '科普中国']);
  });

  it.each([
    ['a missing file', ['/nowhere/a.jsonl'], '/nowhere/a.jsonl'],
    ['no file', [], 'Usage'],
    ['two files', ['a', 'b'], 'Usage'],
  ])('reports %s', async (_name, args, message) => {
    const { stderr, status, stdout } = await find(args);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
    expect(stdout).toBe('');
  });
});
