/** Tests that documents which promise a test name one that there is. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './modules-in';

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** Titles of tests in a source, and names of their cases: texts that begin a call or a row, or are a `title`; as written. */
function titlesIn(source: string): string[] {
  const texts = /(?:[([]|title:)\s*(?:'((?:\\.|[^'\\])*)'|"((?:\\.|[^"\\])*)"|`((?:\\.|[^`\\])*)`)\s*,/g;
  return [...source.matchAll(texts)].map(([, single, double, template]) => single ?? double ?? template ?? '');
}

/** Tests that a text names: the path in backticks, or “the same”, then the title or its beginning in quotation marks. */
function namedIn(text: string): [path: string, title: string][] {
  let path = '';
  return [...text.matchAll(/(?:`(tests\/[^`]+)`|the same,) “([^”]+)”/g)].map(([, named, title = '']) => {
    path = named ?? path;
    return [path, title.replace(/\s+/g, ' ')];
  });
}

const isThere = ([path, title]: readonly [string, string]) =>
  existsSync(join(ROOT, path)) && titlesIn(read(path)).some((known) => known.startsWith(title));

it.each([
  ['tests/repository/named-tests.test.ts', 'names tests', true],
  ['tests/repository/named-tests.test.ts', 'names no tests', false],
  ['tests/repository/none.test.ts', '%s', false],
])('the test in %s whose title begins with %j is there: %s', (path, title, expected) => {
  expect(isThere([path, title])).toBe(expected);
});

describe.each(['docs/torture.md', 'docs/security.md'])('%s', (name) => {
  const text = read(name);
  const named = namedIn(text);

  it('names tests that exist', () => {
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((test) => !isThere(test))).toEqual([]);
  });

  it('names the test with each of its files', () => {
    const files = [...text.matchAll(/`tests\/[^`]+\.tsx?`(?! “)/g)].map(([file]) => file);
    expect(files.filter((file) => !file.includes('named-tests'))).toEqual([]);
  });
});

it('docs/torture.md has each row once, with a test or a statement that there is none', () => {
  const rows = read('docs/torture.md')
    .split('\n')
    .filter((line) => /^\| T\d/.test(line));
  const numbers = rows.map((row) => row.slice(2, 5));
  expect(numbers).toEqual(Array.from({ length: 52 }, (_, i) => `T${String(i + 1).padStart(2, '0')}`));
  const untested = rows.filter((row) => namedIn(row).length === 0 && !/\*\*(none|no code)\*\*/.test(row));
  expect(untested).toEqual([]);
});
