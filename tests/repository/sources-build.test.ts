import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { zipPath } from '../../tools/release/check-zips';
import { versionIn } from '../../tools/release/versioned-files';
import { isLong } from '../long-runs';
import { ROOT } from './modules-in';

const MINUTES = 60_000;

// Needs the zips of `npm test`, and the npm registry: minutes, in which nothing else would be tested.
it.runIf(isLong)(
  'the sources, unpacked elsewhere, build the same extension byte by byte',
  { timeout: 20 * MINUTES },
  () => {
    const version = versionIn(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const folder = mkdtempSync(join(tmpdir(), 'sources-'));
    try {
      for (const [path, data] of Object.entries(unzipSync(readFileSync(join(ROOT, zipPath('sources', version)))))) {
        mkdirSync(join(folder, dirname(path)), { recursive: true });
        writeFileSync(join(folder, path), data);
      }
      // Vitest sets a mode, by which the build would be one for tests.
      const { NODE_ENV: _, VITEST: __, MODE: ___, ...env } = process.env;
      const run = (...args: string[]) => execFileSync('npm', args, { cwd: folder, env, stdio: 'pipe' });
      run('ci', '--no-audit', '--no-fund');
      run('run', 'build');
      run('run', 'zip');
      for (const kind of ['chrome', 'firefox', 'sources'] as const) {
        const path = zipPath(kind, version);
        const isEqual = readFileSync(join(folder, path)).equals(readFileSync(join(ROOT, path)));
        expect(isEqual, kind).toBe(true);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
