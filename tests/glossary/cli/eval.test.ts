import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { labelledLines } from '../../../glossary/formats/labelled-line';
import { runInMemory } from './run-in-memory';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pangzhu-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('npm run eval', () => {
  const gold = JSON.stringify({ id: 1, text: '科协十大开幕', mentions: [{ start: 0, end: 4, term: '科协十大' }] });

  it('prints precision and recall', async () => {
    writeFileSync(join(folder, 'gold.jsonl'), `${gold}\n`);
    const { status, stdout } = await runInMemory(['eval', 'gold.jsonl'], { folder });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^strict {3}P 1\.0000 {2}R 1\.0000 {2}F1 1\.0000 {2}\(1 found, 0 wrong, 0 missed\)$/m);
  });

  it('reads exported corrections: a mark that is still there is an error', async () => {
    const text = '科协十大开幕，中国科协发言。';
    const marks = [
      { id: 'a', entry: 'bundled/x', text, start: 0, end: 4 },
      { id: 'b', entry: 'bundled/y', text, start: 7, end: 11 },
      { id: 'c', entry: 'bundled/x', text, start: 0, end: 4 },
      { id: 'd', entry: 'bundled/x', text: '没有术语。', start: 0, end: 2 },
    ];
    expect(labelledLines([])).toBe('');
    writeFileSync(join(folder, 'corrections.jsonl'), labelledLines(marks));
    const { status, stdout } = await runInMemory(['eval', 'corrections.jsonl'], { folder });
    expect(status).toBe(0);
    expect(stdout).toContain('traps hit: 2 of 3');
    expect(stdout).toMatch(/^wrong {3}a /m);
  });

  it('reports an invalid list of terms', async () => {
    writeFileSync(join(folder, 'gold.jsonl'), gold);
    writeFileSync(join(folder, 'terms.json'), '{"headword":');
    expect(await runInMemory(['eval', join(folder, 'gold.jsonl')])).toEqual({
      status: 2,
      stdout: '',
      stderr: `${join(folder, 'terms.json')}: a list of {headword, aliases} was expected\n`,
    });
  });

  it.each([
    ['an invalid line', `${gold}\n{"id":2}\n`, 'line 2: an object with "id", "text" and "mentions"'],
    [
      'a mention outside its text',
      JSON.stringify({ id: 1, text: '科协', mentions: [{ start: 1, end: 3, term: '科协' }] }),
      'line 1: an object with "id", "text" and "mentions"',
    ],
  ])('reports %s', async (_name, lines, message) => {
    writeFileSync(join(folder, 'bad.jsonl'), lines);
    const { status, stderr } = await runInMemory(['eval', 'bad.jsonl'], { folder });
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(message) });
  });
});
