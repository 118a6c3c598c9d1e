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
    ['as it is', '---\nid: a\n---\n'],
    ['with the line ends of Windows', '---\r\nid: a\r\n---\r\n'],
    ['with those of old Macs', '---\rid: a\r---\r'],
    ['with a byte order mark', '\ufeff---\nid: a\n---\n'],
  ])('gives a file %s', (_name, written) => {
    writeFileSync(join(folder, 'bulletins/a.md'), written);
    expect(readGlossary(folder).bulletins).toEqual([{ path: 'bulletins/a.md', text: '---\nid: a\n---\n' }]);
  });

  test('gives the files of each kind by name, and no others', () => {
    for (const name of ['b.yaml', 'a.yaml', 'notes.txt']) writeFileSync(join(folder, 'entries', name), '');
    writeFileSync(join(folder, 'bulletins/received/x.txt'), '');
    const { entries, bulletins, received } = readGlossary(folder);
    expect(entries.map(({ path }) => path)).toEqual(['entries/a.yaml', 'entries/b.yaml']);
    expect(bulletins).toEqual([]);
    expect(received.map(({ path }) => path)).toEqual(['bulletins/received/x.txt']);
  });
});
