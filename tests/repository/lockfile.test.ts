import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

describe('the lockfile', () => {
  interface Lock {
    packages: Record<string, { version?: string; resolved?: string; optionalDependencies?: Record<string, string> }>;
  }
  const lock = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')) as Lock; // npm's own format.

  it('names no host', () => {
    expect(Object.entries(lock.packages).filter(([, { resolved }]) => resolved)).toEqual([]);
  });

  it('contains the optional packages of every platform, which npm ci requires', () => {
    const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !lock.packages[`node_modules/${name}`] && !lock.packages[`${path}/node_modules/${name}`],
      ),
    );
    expect(missing).toEqual([]);
  });
});
