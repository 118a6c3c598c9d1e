/** Tests `npm run glossary -- convert`: output, messages, exit codes. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from '../../../glossary/cli/command';
import { runNamed } from '../../../glossary/cli/commands';
import { runInMemory } from './run-in-memory';

const CSV = 'term,definition,status\n科学,知识体系,preferred\n,x,\n技术,"a <b>b</b>",\n';
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pangzhu-'));
  writeFileSync(join(folder, 'list.csv'), CSV);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const run = (...args: string[]) => runInMemory(['convert', ...args], { folder });

describe('convert', () => {
  it('writes readable terms, and names refused rows', async () => {
    const { status, stdout, stderr } = await run('list.csv', '--to', 'pack');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      format: 'pangzhu-pack/1',
      id: 'list',
      title: 'list',
      terms: [{ headword: '科学', definition: '知识体系', status: 'preferred' }, { headword: '技术' }],
    });
    expect(stderr).toBe(
      'list.csv:3 A: has no headword\nlist.csv:4 B: markup is kept as text (a <b>b</b>)\nterms: 2, rows merged with others: 0, rows refused: 1\n',
    );
  });

  it('counts further values with the same change', async () => {
    writeFileSync(join(folder, 'b.csv'), 'term,definition\n甲,<b>1</b>\n乙,<i>2</i>\n');
    expect((await run('b.csv', '--to', 'csv')).stderr).toBe(
      'b.csv:2 B: markup is kept as text (<b>1</b>), and 1 more\n',
    );
  });

  it('replaces the file that --out names, and leaves nothing else', async () => {
    writeFileSync(join(folder, 'list.md'), 'old');
    const { status, stdout } = await run('list.csv', '--from', 'csv', '--to', 'markdown', '--out', 'list.md');
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    expect(readFileSync(join(folder, 'list.md'), 'utf8')).toMatch(/^# list\n\n## 科学\n\n知识体系\n/);
    expect(readdirSync(folder).sort()).toEqual(['list.csv', 'list.md']);
  });

  it('reads standard input', async () => {
    const { status, stdout } = await runInMemory(['convert', '-', '--to', 'tsv'], { input: '科学\t知识\n' });
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'headword\tdefinition\n科学\t知识\n' });
  });

  it('names the fields that the format does not hold', async () => {
    writeFileSync(
      join(folder, 'p.json'),
      '{"format":"pangzhu-pack/1","title":"T","terms":[{"headword":"a","definition":"b","exactCase":true}]}',
    );
    expect((await run('p.json', '--to', 'tbx')).stderr).toBe('tbx does not hold: exactCase (1)\n');
    expect((await run('p.json', '--to', 'csv')).stderr).toBe('');
  });

  it('prints how it is used', async () => {
    const { status, stdout } = await run('--help');
    expect(status).toBe(0);
    expect(stdout).toContain('--from FORMAT       csv, tsv, xlsx, tbx, cedict, yomitan, markdown, jsonld, pack, anki;');
    expect(stdout).toContain('--to FORMAT         csv, tsv, tbx, markdown, jsonld, pack, anki\n');
  });

  it.each([
    ['no format', ['list.csv'], 'Usage: '],
    ['no file', ['--to', 'csv'], 'Usage: '],
    [
      'an unknown format',
      ['list.csv', '--to', 'docx'],
      '--to docx: one of csv, tsv, tbx, markdown, jsonld, pack, anki was expected',
    ],
    [
      'an unknown format to read',
      ['list.csv', '--from', 'mdx', '--to', 'csv'],
      '--from mdx: one of csv, tsv, xlsx, tbx, cedict, ',
    ],
    ['a format that is only read', ['list.csv', '--to', 'xlsx'], '--to xlsx: one of csv, '],
    ['an unknown option', ['list.csv', '--to', 'csv', '--fast'], "Unknown option '--fast'"],
    ['a missing file', ['nowhere.csv', '--to', 'csv'], 'nowhere.csv: ENOENT'],
    ['a folder', ['.', '--to', 'csv'], '.: EISDIR'],
    ['a folder that is not there', ['list.csv', '--to', 'csv', '--out', 'no/where.csv'], 'ENOENT'],
    ['another format than the file has', ['list.csv', '--from', 'tbx', '--to', 'csv'], 'the XML is broken'],
  ])('exits with 2 for %s', async (_name, args, message) => {
    const { status, stdout, stderr } = await run(...args);
    expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: '', stderr: expect.stringContaining(message) });
  });

  it.each([
    [
      'no term',
      'list.csv',
      'term,definition\n,x\n',
      'list.csv:2 A: has no headword\nrows refused: 1\nlist.csv: no term could be read\n',
    ],
    [
      'a dictionary of MDict',
      'a.mdx',
      'x',
      'a.mdx: MDict dictionaries (.mdx) are not read: convert the file with PyGlossary',
    ],
    [
      'a dictionary of StarDict',
      'a.ifo',
      "StarDict's dict ifo file",
      'a.ifo: StarDict dictionaries are not read: convert the .ifo file with PyGlossary',
    ],
    ['a broken file', 'a.tbx', '<tbx>\n<text>', 'a.tbx:2 6: the XML is broken (unclosed tag: text'],
  ])('exits with 2 for %s', async (_name, file, content, message) => {
    writeFileSync(join(folder, file), content);
    const { status, stdout, stderr } = await run(file, '--to', 'csv');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr.replace('terms: 0, rows merged with others: 0, ', '')).toContain(message);
  });

  it('prints no control characters of a file', async () => {
    writeFileSync(join(folder, 'list.csv'), `term,definition,url\na,b,\u001b[31mhttp://x\n`);
    expect((await run('list.csv', '--to', 'csv')).stderr).not.toContain('\u001b');
  });

  it('waits for a slow reader of its output', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => `t${i},definition`).join('\n');
    let length = 0;
    const { Writable } = await import('node:stream');
    const slow = new Writable({
      highWaterMark: 1,
      write(chunk: Buffer, _encoding, done) {
        length += chunk.length;
        setImmediate(done);
      },
    });
    const io = { input: Readable.from([Buffer.from(`term,definition\n${rows}`)]), output: slow, error: slow, folder };
    expect(await runCommand(runNamed, ['convert', '-', '--to', 'tsv'], io)).toBe(0);
    expect(length).toBeGreaterThan(300_000);
  });
});
