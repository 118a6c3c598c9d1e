/**
 * Sets up what a command needs and lacks, then runs its script: the first step of every command.
 * Plain Node without packages: it runs before there are any. Set-up prints to standard error; where it fails, one
 * sentence says what to do, and the exit code is 2.
 *
 *   node tools/setup/run.mjs [--browsers [--nginx]] [--packages FOLDER]… SCRIPT [ARGUMENT]…
 *
 * SCRIPT is TypeScript, or a JavaScript command of a package. Paths start at the project's root.
 */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setUp } from './set-up.mjs';
import { SetupError } from './setup-error.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

try {
  await main();
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

async function main() {
  const { needs, script, args } = parse(process.argv.slice(2));
  const { env, versions } = process;
  const paths = await setUp(ROOT, needs, { nodeVersion: versions.node, isRoot: process.getuid?.() === 0, env });
  const runner = script.endsWith('.ts') ? [join(ROOT, 'tools/setup/run-script.mjs')] : [];
  const { status, signal } = spawnSync(process.execPath, [...runner, join(ROOT, script), ...args], {
    stdio: 'inherit',
    env: { ...env, ...paths },
  });
  process.exitCode = status ?? (signal ? 1 : 0);
}

function parse(given) {
  const rest = [...given];
  const folders = [];
  let [needsBrowsers, needsNginx] = [false, false];
  while (rest[0]?.startsWith('--')) {
    const option = rest.shift();
    if (option === '--browsers') needsBrowsers = true;
    else if (option === '--nginx') needsNginx = true;
    else folders.push(rest.shift());
  }
  const [script, ...args] = rest;
  if (!script) throw new SetupError('No script was named: see the scripts of package.json.');
  return { needs: { needsBrowsers, needsNginx, folders }, script, args };
}
