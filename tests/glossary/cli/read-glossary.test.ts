import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readGlossary } from '../../../glossary/cli/read-glossary';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pangzhu-'));
  mkdirSync(join(folder, 'entries'));
  mkdirSync(join(folder, 'bulletins/received'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('readGlossary', () => {
  test.each([
    ['with line feeds', '---\nid: a\n---\n'],
    ['with Windows line ends', '---\r\nid: a\r\n---\r\n'],
    ['with old Mac line ends', '---\rid: a\r---\r'],
    ['with a byte order mark', '\ufeff---\nid: a\n---\n'],
  ])('reads a file %s', (_name, written) => {
    writeFileSync(join(folder, 'bulletins/a.md'), written);
    expect(readGlossary(folder).bulletins).toEqual([{ path: 'bulletins/a.md', text: '---\nid: a\n---\n' }]);
  });

  test('returns the files of each kind sorted by name, and no others', () => {
    for (const name of ['b.yaml', 'a.yaml', 'notes.txt']) writeFileSync(join(folder, 'entries', name), '');
    writeFileSync(join(folder, 'bulletins/received/x.txt'), '');
    const { entries, bulletins, received } = readGlossary(folder);
    expect(entries.map(({ path }) => path)).toEqual(['entries/a.yaml', 'entries/b.yaml']);
    expect(bulletins).toEqual([]);
    expect(received.map(({ path }) => path)).toEqual(['bulletins/received/x.txt']);
  });
});
