import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkZip, ZIP_KINDS, type ZipKind, zipPath } from '../../tools/release/check-zips';
import { release } from '../../tools/release/release';
import { checkVersion } from '../../tools/release/version';
import { cutChangelog } from '../../tools/release/versioned-files';
import { modulesIn, ROOT } from './modules-in';

type Texts = Readonly<Record<string, string>>;

const LOCK = {
  name: 'a',
  version: '1.2.3',
  packages: { '': { name: 'a', version: '1.2.3' }, b: { version: '9.0.0' } },
};
const CHANGELOG = '# Changelog\n\n## Unreleased\n\n- Does more.\n\n## 1.2.3\n\n- Does something.\n';
/** A repository with everything that a build from the sources reads. */
const TREE: Texts = {
  '.gitignore': '.output/\n',
  'CHANGELOG.md': CHANGELOG,
  'package.json': JSON.stringify({ name: 'a', version: '1.2.3', scripts: { build: 'b' } }),
  'package-lock.json': JSON.stringify(LOCK),
  LICENSE: 'free',
  'README.md': 'read',
  'tsconfig.json': '{}',
  'wxt.config.ts': 'config',
  'entrypoints/popup/main.tsx': 'popup',
  'glossary/entries/a.yaml': 'entry',
  'tools/setup/run.mjs': 'run',
};

let root: string;
const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
const read = (path: string) => readFileSync(join(root, path), 'utf8');

function write(path: string, data: string | Uint8Array): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), data);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'release-'));
  for (const [path, text] of Object.entries(TREE)) write(path, text);
});
afterEach(() => rmSync(root, { recursive: true }));

/** What a sound build puts into a zip. */
function contentsOf(kind: ZipKind, version: string): Texts {
  if (kind !== 'sources') {
    return { 'manifest.json': JSON.stringify({ manifest_version: 3, version }), 'background.js': 'run()' };
  }
  const { '.gitignore': _, ...sources } = TREE;
  return Object.fromEntries(Object.keys(sources).map((path) => [path, read(path)]));
}

/** Writes the zips of the version in `package.json`. @param changes by kind: files to add or replace; null removes one. */
function makeZips(changes: Partial<Record<ZipKind, Record<string, string | null>>> = {}): void {
  const { version } = JSON.parse(read('package.json')) as { version: string }; // Written above.
  for (const kind of ZIP_KINDS) {
    const files = Object.entries({ ...contentsOf(kind, version), ...changes[kind] });
    const packed = files.flatMap(([path, text]) => (text === null ? [] : [[path, strToU8(text)] as const]));
    write(zipPath(kind, version), zipSync(Object.fromEntries(packed)));
  }
}

const releaseAs = (version: string, make: () => void = makeZips) =>
  release({ root, version, date: '2026-11-29', makeZips: async () => make() });

describe('a release', () => {
  beforeEach(() => {
    git('init', '--quiet');
    for (const [key, value] of [
      ['user.name', 'a'],
      ['user.email', 'a@b.example'],
      ['commit.gpgsign', 'false'],
    ] as const) {
      git('config', key, value);
    }
    git('add', '.');
    git('commit', '--quiet', '-m', 'begin');
  });

  it('commits and tags version, changelog and checked zips', async () => {
    expect(await releaseAs('1.3.0')).toEqual(ZIP_KINDS.map((kind) => zipPath(kind, '1.3.0')));
    // As npm writes them, with keys in their order.
    const written = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
    expect(read('package.json')).toBe(written({ name: 'a', version: '1.3.0', scripts: { build: 'b' } }));
    const packages = { ...LOCK.packages, '': { name: 'a', version: '1.3.0' } };
    expect(read('package-lock.json')).toBe(written({ ...LOCK, version: '1.3.0', packages }));
    expect(read('CHANGELOG.md')).toBe(CHANGELOG.replace('Unreleased', '1.3.0 (2026-11-29)'));
    expect(git('status', '--porcelain')).toBe('');
    expect(git('log', '--format=%s')).toBe('chore(release): 1.3.0\nbegin');
    expect(git('rev-parse', 'v1.3.0^{commit}')).toBe(git('rev-parse', 'HEAD'));
  });

  const failing: [string, () => void, RegExp][] = [
    [
      'a failed build',
      () => {
        throw new Error('no build');
      },
      /no build/,
    ],
    ['a missing zip', () => null, /ENOENT/],
    [
      'a zip with faults',
      () => makeZips({ chrome: { 'background.js.map': '{}' } }),
      /chrome\.zip: background\.js\.map/,
    ],
    [
      'a commit that a hook refuses',
      () => {
        makeZips();
        write('.git/hooks/pre-commit', '#!/bin/sh\nexit 1\n');
        execFileSync('chmod', ['+x', join(root, '.git/hooks/pre-commit')]);
      },
      /commit/,
    ],
    [
      'a tag that cannot be made',
      () => {
        makeZips();
        write('.git/refs/tags/v1.3.0/taken', `${git('rev-parse', 'HEAD')}\n`);
      },
      /tag/,
    ],
  ];
  it.each(failing)('leaves nothing behind after %s', async (_name, make, reason) => {
    const head = git('rev-parse', 'HEAD');
    await expect(releaseAs('1.3.0', make)).rejects.toThrow(reason);
    expect(git('rev-parse', 'HEAD')).toBe(head);
    expect(git('status', '--porcelain', '--ignored', '--', '.', ':!.output')).toBe('');
    expect(ZIP_KINDS.filter((kind) => existsSync(join(root, zipPath(kind, '1.3.0'))))).toEqual([]);
    for (const [path, text] of Object.entries(TREE)) expect(read(path), path).toBe(text);
  });

  it('builds nothing on a tree with changes, also of new files', async () => {
    write('new.ts', '');
    await expect(releaseAs('1.3.0', () => expect.unreachable())).rejects.toThrow('the working tree has changes');
    expect(read('package.json')).toBe(TREE['package.json']);
  });

  it('makes no version twice', async () => {
    await releaseAs('1.2.4');
    await expect(releaseAs('1.2.4')).rejects.toThrow('v1.2.4 exists');
  });
});

it.each([
  ['1.2.4', null],
  ['1.3.0', null],
  ['2.0.0', null],
  ['1.10.0', null],
  ['1.2.3', null],
  ['1.2.2', 'lower'],
  ['1.1.9', 'lower'],
  ['0.9.9', 'lower'],
  ['', 'no version'],
  ['v1.3.0', 'no version'],
  ['1.3', 'no version'],
  ['1.3.0.1', 'no version'],
  ['1.03.0', 'no version'],
  ['1.3.0-beta', 'no version'],
  ['1.3.65536', 'no version'],
])('version %j after 1.2.3: %s', (version, fault) => {
  if (fault === null) expect(() => checkVersion(version, '1.2.3')).not.toThrow();
  else expect(() => checkVersion(version, '1.2.3')).toThrow(fault);
});

it.each([
  ['no heading', '# Changelog\n\n## 1.0.0\n\n- a\n', 'no heading'],
  ['no change', '## Unreleased\n\n## 1.0.0\n\n- a\n', 'lists nothing'],
  ['the version already', '## Unreleased\n\n- a\n\n## 1.3.0 (2026-01-01)\n', 'already'],
])('a changelog with %s is not cut', (_name, text, fault) => {
  expect(() => cutChangelog(text, '1.3.0', '2026-11-29')).toThrow(fault);
});

it('the sources have what their scripts read: of the tests, pages only', () => {
  const folders = ['glossary', 'tools/browser', 'tools/build', 'tools/demo', 'tools/icons', 'tools/setup'];
  const scripts = folders.flatMap((folder) => modulesIn(folder, /\.(ts|mjs)$/));
  expect(scripts.length).toBeGreaterThan(100);
  const others = /['"`](?:\.\.\/)+tests\/(?!pages\/)/;
  expect(scripts.filter((path) => others.test(readFileSync(join(ROOT, path), 'utf8')))).toEqual([]);
});

describe('the check of a zip', () => {
  const NO_MANIFEST = 'manifest.json is missing or of another form';
  const rows: [ZipKind, string, string | null, string[]][] = [
    ['chrome', 'pack.json', '{}', []],
    ['chrome', 'chunks/a-B_c.js', '', []],
    ['chrome', 'background.js.map', '{}', ['background.js.map is not for readers']],
    ['chrome', 'a.js', 'a()\n//# sourceMappingURL=a.js.map', ['a.js names a source map']],
    ['firefox', 'a.css', 'a{}/*# sourceMappingURL=a.css.map */', ['a.css names a source map']],
    ['firefox', 'a.test.js', '', ['a.test.js is not for readers']],
    ['firefox', '.env', '', ['.env is not for readers']],
    ['firefox', 'a.ts', '', ['a.ts is not for readers']],
    ['firefox', '../a.js', '', ['../a.js is not for readers']],
    ['chrome', 'manifest.json', null, [NO_MANIFEST]],
    ['chrome', 'manifest.json', '{"manifest_version":2,"version":"1.2.3"}', [NO_MANIFEST]],
    [
      'firefox',
      'manifest.json',
      '{"manifest_version":3,"version":"1.2.2"}',
      ['manifest.json has version 1.2.2, package.json 1.2.3'],
    ],
    [
      'chrome',
      'manifest.json',
      '{"manifest_version":3,"version":"1.2.3","web_accessible_resources":[]}',
      ['manifest.json lets pages load files'],
    ],
    ['sources', 'docs/a.md', '', []],
    ['sources', 'wxt.config.ts', null, ['wxt.config.ts is missing']],
    ['sources', 'package-lock.json', '{}', ['package-lock.json differs']],
    ['sources', 'glossary/entries/a.yaml', null, ['glossary/entries/a.yaml is missing']],
    ['sources', 'entrypoints/popup/main.tsx', 'other', ['entrypoints/popup/main.tsx differs']],
    ['sources', 'tools/check/node_modules/a/b.js', '', ['tools/check/node_modules/a/b.js is no source']],
    ['sources', 'glossary/proposals/a.yaml', '', ['glossary/proposals/a.yaml is no source']],
    ['sources', 'tests/a.test.ts', '', ['tests/a.test.ts is no source']],
    ['sources', 'npm-debug.log', '', ['npm-debug.log is no source']],
  ];
  it.each(rows)('of %s with %s as %j', (kind, path, text, faults) => {
    makeZips({ [kind]: { [path]: text } });
    expect(checkZip(root, kind)).toEqual(faults);
  });
});
