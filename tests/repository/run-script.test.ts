import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const RUN_SCRIPT = fileURLToPath(new URL('../../tools/setup/run-script.mjs', import.meta.url));
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'run script '));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Mode and arguments that a script receives. */
function runIn(mode: string | undefined): unknown {
  const script = join(folder, 'script.ts');
  writeFileSync(script, 'console.log(JSON.stringify([process.env.NODE_ENV ?? null, ...process.argv.slice(2)]));');
  const { NODE_ENV: _, ...env } = process.env;
  const given = mode === undefined ? env : { ...env, NODE_ENV: mode };
  return JSON.parse(
    execFileSync(process.execPath, [RUN_SCRIPT, script, 'an argument'], { env: given, encoding: 'utf8' }),
  );
}

describe('running a script', () => {
  // A development build contains absolute paths of the machine.
  it.each([
    ['sets no mode', undefined, null],
    ['keeps a given mode', 'production', 'production'],
  ])('%s', (_name, given, seen) => {
    expect(runIn(given)).toEqual([seen, 'an argument']);
  });
});
