import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (name: string) => readFileSync(join(ROOT, name), 'utf8');

/** Written by commands, and ignored by git. */
const MADE = /^(\.output|glossary\/proposals)\//;

/** Folders from which a document names files, besides the root. */
const BASES: Record<string, string[]> = {
  'README.md': ['entrypoints', 'glossary', 'tests', 'public'],
  'docs/architecture.md': ['entrypoints', 'entrypoints/shared'],
};

/** Files and folders that a text names in backticks from the root, and relative addresses of its links. */
function pathsIn(text: string, folder: string): string[] {
  const named = [...text.matchAll(/`([\w.][\w.@/-]*\/[\w.@/-]*)`/g)].map(([, path = '']) => path);
  const linked = [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, path = '']) => join(folder, path));
  return [...named.filter((path) => /\/$|\.[a-z]+$/.test(path) && !MADE.test(path)), ...linked];
}

function scriptsIn(text: string): string[] {
  return [...text.matchAll(/npm (?:run (?:--silent )?([a-z:]+)|(start|test))\b/g)].map(
    ([, run, short = '']) => run ?? short,
  );
}

function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(
    ([, heading = '']) =>
      `#${heading
        .toLowerCase()
        .replace(/[^\w -]/g, '')
        .replaceAll(' ', '-')}`,
  );
}

it.each([
  ['see `a/b.ts` and `c/`', ['a/b.ts', 'c/']],
  ['`npm run find -- a/b.ts`, `text/plain`, `.output/demo/`', []],
  ['[a](x.md) [b](../y/z.md#c) [d](#e) [f](https://example.com/a.md)', ['docs/x.md', 'y/z.md']],
])('finds the paths in %j', (text, paths) => {
  expect(pathsIn(text, 'docs')).toEqual(paths);
});

it.each([
  'README.md',
  'CONTRIBUTING.md',
  'docs/architecture.md',
  'docs/measurements.md',
  'docs/packs.md',
  'docs/torture.md',
  'docs/security.md',
  'SECURITY.md',
  'PRIVACY.md',
  'docs/store/README.md',
  'docs/store/reviewer.md',
])('%s names files, commands and sections that exist', (name) => {
  const text = read(name);
  const bases = ['', ...(BASES[name] ?? [])];
  const isMissing = (path: string) => !bases.some((base) => existsSync(join(ROOT, base, path)));
  expect(pathsIn(text, dirname(name)).filter(isMissing)).toEqual([]);
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }; // npm's own format.
  expect(scriptsIn(text).filter((script) => !Object.hasOwn(scripts, script))).toEqual([]);
  const anchors = anchorsOf(text);
  const sections = [...text.matchAll(/\]\((#[^)]+)\)/g)].map(([, anchor = '']) => anchor);
  expect(sections.filter((anchor) => !anchors.includes(anchor))).toEqual([]);
});
