import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Folders with their own packages. */
const FOLDERS = ['.', 'tools/check', 'tools/bench', 'glossary/intake'];

interface Lock {
  packages: Record<string, { version?: string; resolved?: string; optionalDependencies?: Record<string, string> }>;
}

interface Manifest {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'));

describe.each(FOLDERS)('the packages of %s', (folder) => {
  const { packages } = readJson(`${folder}/package-lock.json`) as Lock; // npm's own format.
  const manifest = readJson(`${folder}/package.json`) as Manifest; // npm's own format.

  it('are pinned', () => {
    const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('are locked without the name of a host', () => {
    expect(Object.entries(packages).filter(([, { resolved }]) => resolved)).toEqual([]);
  });

  it('are locked with optional ones of all platforms, which npm ci requires', () => {
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`],
      ),
    );
    expect(missing).toEqual([]);
  });
});
