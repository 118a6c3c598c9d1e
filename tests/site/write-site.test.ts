import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { buildAssets } from '../../site/assets';
import { siteFiles } from '../../site/site-files';
import { writeFiles } from '../../site/write-site';
import { listContent, PARTS } from './contents';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'site-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (path: string) => join(folder, path);
const write = (...ids: string[]) => {
  const terms = ids.map((id) => ({ id, headword: `Word ${id}`, forms: [], definition: 'A word.' }));
  return writeFiles(siteFiles(listContent(terms), PARTS), folder);
};

it('leaves files alone whose bytes are the same', () => {
  const first = write('a', 'b');
  expect(first).toEqual({ files: first.files, changed: first.files, removed: 0 });
  const old = new Date('2020-01-01');
  utimesSync(at('entry/a/index.html'), old, old);
  expect(write('a', 'b')).toEqual({ files: first.files, changed: 0, removed: 0 });
  expect(statSync(at('entry/a/index.html')).mtime).toEqual(old);
});

it('removes pages of terms that are gone, with their folders, and no files of others', () => {
  write('a', 'b');
  writeFileSync(at('latest.json'), '{}');
  writeFileSync(at('entry/notes.txt'), 'mine');
  const { removed } = write('a');
  expect(removed).toBeGreaterThan(2);
  expect(existsSync(at('entry/b'))).toBe(false);
  expect(existsSync(at('entry/a/index.html'))).toBe(true);
  expect(readFileSync(at('latest.json'), 'utf8')).toBe('{}');
  expect(readFileSync(at('entry/notes.txt'), 'utf8')).toBe('mine');
});

it('lists a website that was interrupted, so that it can be told from those of others', () => {
  const terms = [{ id: 'a', headword: 'Word a', forms: [], definition: 'A word.' }];
  const interrupted = function* () {
    for (const file of siteFiles(listContent(terms), PARTS)) {
      yield file;
      if (file.path === 'index.html') throw new Error('power');
    }
  };
  expect(() => writeFiles(interrupted(), folder)).toThrow('power');
  expect(readFileSync(at('site-files.txt'), 'utf8')).toBe('index.html\n');
  write('a');
  expect(readFileSync(at('site-files.txt'), 'utf8')).toContain('entry/a/index.html\n');
});

it('removes nothing outside the folder, whatever its list says', () => {
  write('a');
  const outside = `${folder}-outside`;
  writeFileSync(outside, 'mine');
  writeFileSync(at('site-files.txt'), `../${outside.split('/').at(-1)}\n${outside}\nentry/../../x\n`);
  expect(write('a').removed).toBe(0);
  expect(readFileSync(outside, 'utf8')).toBe('mine');
  rmSync(outside);
});

it('builds a script and a style that load nothing else', async () => {
  const { script, style, licences } = await buildAssets();
  expect(script).not.toMatch(/\b(import|export)\b[^;]{0,40}\bfrom\b|\bimport\(/);
  expect(script).not.toContain('/work/');
  expect(style).not.toMatch(/@import|url\(/);
  expect(licences).toMatch(/^preact /m);
});
