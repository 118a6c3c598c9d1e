/** Tests `npm run glossary -- add-bulletin` on disk: the files written, atomicity, and the steps up to a pack. */
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkGlossary } from '../../../glossary/cli/check';
import { findInText } from '../../../glossary/cli/find-in-text';
import { GLOSSARY_DIR, readGlossary } from '../../../glossary/cli/read-glossary';
import { replaceFile, writeAll } from '../../../glossary/cli/write-all';
import { compileGlossary } from '../../../glossary/editor/compile';
import { createFinder } from '../../../glossary/find/finder';
import { runInMemory } from './run-in-memory';

const TEXT = `云岭省水利学会召开年会

3月8日,云岭省水利学会在滨江市召开年会,启动“清水进校
园”科普行动.年会由理事长高雨桐主持.

云岭省水利学会秘书处

[2022-03-09]

(责任编辑 周周)
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pangzhu-'));
  writeFileSync(join(folder, '2022-03.txt'), TEXT);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: string[]) => runInMemory(['add-bulletin', '2022-03.txt', '--to', 'out', ...args], { folder });
const files = (dir = join(folder, 'out')): string[] =>
  existsSync(dir)
    ? readdirSync(dir, { recursive: true, withFileTypes: true })
        .filter((item) => item.isFile())
        .map((item) => join(item.parentPath, item.name).slice(dir.length + 1))
        .sort()
    : [];

describe('add-bulletin', () => {
  it('writes the text, its edition and the candidates, and lists them', async () => {
    const { status, stdout } = await run();
    expect(status).toBe(0);
    expect(files()).toEqual([
      'bulletins/received/2022-03.txt',
      'bulletins/ylsslxh-2022-03-09.md',
      'proposals/2022-03.md',
    ]);
    expect(readFileSync(join(folder, 'out/bulletins/received/2022-03.txt'), 'utf8')).toBe(TEXT);
    expect(stdout).toContain('belongs to no bulletin: (责任编辑 周周)');
    const report = readFileSync(join(folder, 'out/proposals/2022-03.md'), 'utf8');
    expect(report).toContain('| 清水进校园 | in quotation marks');
    expect(report).toContain('headword: “清水进校园”科普行动');
  });

  it('writes nothing in a dry run', async () => {
    const { status, stdout } = await run('--dry-run');
    expect(status).toBe(0);
    expect(files()).toEqual([]);
    expect(stdout).toMatch(/would write .*ylsslxh-2022-03-09\.md/);
  });

  it('adds and changes nothing the second time', async () => {
    await run();
    const edition = join(folder, 'out/bulletins/ylsslxh-2022-03-09.md');
    const edited = readFileSync(edition, 'utf8').replace('originalUrl: null', 'originalUrl: https://example.org/1');
    writeFileSync(edition, edited);
    const { status, stdout } = await run();
    expect(status).toBe(1);
    expect(stdout.split('\n')).toContain('Nothing to add.');
    expect(readFileSync(edition, 'utf8')).toBe(edited);
  });

  it.each([
    ['notes/2022.md', 'notes/2022-2.md'],
    ['v1.2/notes', 'v1.2/notes-2'],
    ['.notes', '.notes-2'],
  ])('writes a report beside an existing one: %s', async (there, beside) => {
    mkdirSync(join(folder, dirname(there)), { recursive: true });
    writeFileSync(join(folder, there), 'mine');
    await run('--report', there);
    expect(readFileSync(join(folder, there), 'utf8')).toBe('mine');
    expect(existsSync(join(folder, beside))).toBe(true);
  });

  it('escapes Markdown in the report', async () => {
    writeFileSync(join(folder, '2022-03.txt'), TEXT.replace('年会由', 'a|<b>`*\\|“清水_进_校园”由'));
    await run();
    const report = readFileSync(join(folder, 'out/proposals/2022-03.md'), 'utf8');
    const table = report.split('\n').filter((line) => line.startsWith('| '));
    for (const row of table) expect(row.match(/(?<!\\)(?:\\\\)*\|/g), row).toHaveLength(7);
    expect(table.join('\n')).toContain('a\\|\\<b\\>\\`\\*\\\\\\|“清水\\_进\\_校园”');
    expect(table.join('\n')).not.toMatch(/(?<!\\)[<`*]/);
  });

  it('reports problems with file and line', async () => {
    writeFileSync(join(folder, '2022-03.txt'), TEXT.replace('2022-03-09', '2022-03-39'));
    expect(await run()).toEqual({
      status: 2,
      stdout: '',
      stderr:
        '2022-03.txt:8: “2022-03-39” is no date. Correct it in a copy of the file, and say so in the note of the edition.\n',
    });
    expect(files()).toEqual([]);
  });

  it.each([
    ['a missing file', ['nowhere.txt'], 'nowhere.txt does not exist'],
    ['no file', [], 'Usage: '],
    ['two files', ['a.txt', 'b.txt'], 'Usage: '],
    ['an unknown option', ['a.txt', '--force'], "Unknown option '--force'"],
    ['an invalid prefix', ['a.txt', '--prefix', 'Ä'], '--prefix Ä: '],
    ['a name with a path', ['a.txt', '--name', '../x.txt'], '--name ../x.txt: '],
  ])('reports %s', async (_name, args, message) => {
    const { status, stderr } = await runInMemory(['add-bulletin', ...args]);
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(message) });
  });
});

describe('from a text to a mark', () => {
  it('follows docs/add-a-bulletin.md: add, complete an entry, check, find', async () => {
    const glossary = join(folder, 'glossary');
    for (const part of ['bulletins', 'entries'])
      cpSync(join(GLOSSARY_DIR, part), join(glossary, part), { recursive: true });
    await run('--to', glossary, '--prefix', 'sluice');

    const report = readFileSync(join(glossary, 'proposals/2022-03.md'), 'utf8');
    const skeleton = /^- id: .*\n {2}headword: “清水进校园”科普行动\n(?: {2}.*\n)*/m.exec(report)?.[0] ?? '';
    appendFileSync(join(glossary, 'entries/projects.yaml'), `\n${skeleton}`);
    const before = checkGlossary(readGlossary(glossary));
    expect(before.hasErrors).toBe(true);
    for (const field of ['short', 'long', 'english']) expect(before.text).toContain(`"${field}`);

    const entries = readFileSync(join(glossary, 'entries/projects.yaml'), 'utf8').replace(
      skeleton,
      skeleton
        .replace('category: phrase', 'category: project')
        .replace('pinyin:', 'pinyin: “Qīngshuǐ jìn Xiàoyuán” kēpǔ xíngdòng')
        .replace('short:', 'short: 一项在校园宣传护水的科普行动。')
        .replace('long:', 'long: 2022年3月启动。')
        .replace(/text:\n/, 'text: Clear Water at School\n')
        .replace(/status:\n/, 'status: descriptive\n'),
    );
    writeFileSync(join(glossary, 'entries/projects.yaml'), entries);
    const sources = readGlossary(glossary);
    const after = checkGlossary(sources);
    expect(after.hasErrors).toBe(false);
    expect(after.text).toContain('it has no relation');
    const { pack, finder } = compileGlossary(sources);
    const found = findInText(createFinder(finder), pack, '学校加入“清水进校园”科普行动。', () => '');
    expect(found.map(({ surface }) => surface)).toEqual(['“清水进校园”科普行动']);
  });
});

describe('writeAll', () => {
  it('writes nothing if one file exists, and does not change that file', () => {
    const [there, other] = [join(folder, 'a/there.md'), join(folder, 'a/other.md')];
    mkdirSync(join(folder, 'a'));
    writeFileSync(there, 'old');
    expect(() =>
      writeAll([
        { path: other, content: 'new' },
        { path: there, content: 'new' },
      ]),
    ).toThrow('EEXIST');
    expect(files(join(folder, 'a'))).toEqual(['there.md']);
    expect(readFileSync(there, 'utf8')).toBe('old');
  });

  it('removes its drafts if a folder cannot be created', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(() =>
      writeAll([
        { path: join(folder, 'ok.md'), content: '' },
        { path: join(folder, 'file/x.md'), content: '' },
      ]),
    ).toThrow();
    expect(files(folder)).toEqual(['2022-03.txt', 'file']);
  });
});

describe('replaceFile', () => {
  it('replaces a file, and leaves no draft', () => {
    const path = join(folder, 'list.md');
    for (const content of ['old', 'new']) replaceFile(path, content);
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(files(folder)).toEqual(['2022-03.txt', 'list.md']);
  });

  it('leaves no draft if it fails', () => {
    mkdirSync(join(folder, 'a.md/b'), { recursive: true });
    expect(() => replaceFile(join(folder, 'a.md'), 'new')).toThrow();
    expect(files(folder)).toEqual(['2022-03.txt']);
  });
});
