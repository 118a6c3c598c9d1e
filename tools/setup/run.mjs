/**
 * Owns the first step of every command: set up what is missing, then run a TypeScript script.
 * Plain Node, no dependency: it runs before there are any. What it says goes to standard error.
 *
 *   node tools/setup/run.mjs [--browsers] script.ts [arguments]
 */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBrowsers } from './ensure-browsers.mjs';
import { ensureDependencies } from './ensure-dependencies.mjs';
import { SetupError } from './setup-error.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const MIN_NODE = [20, 19];

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > MIN_NODE[0] || (major === MIN_NODE[0] && minor >= MIN_NODE[1])) return;
  throw new SetupError(`Node ${process.versions.node} is too old.`, `Install Node ${MIN_NODE.join('.')} or newer.`);
}

function main() {
  const given = process.argv.slice(2);
  const needsBrowsers = given[0] === '--browsers';
  const [script, ...rest] = needsBrowsers ? given.slice(1) : given;
  if (!script) throw new SetupError('No script was named.', 'See the scripts of package.json.');
  checkNode();
  ensureDependencies(ROOT);
  const browsers = needsBrowsers ? ensureBrowsers(ROOT) : {};
  const runner = join(ROOT, 'tools/setup/run-script.mjs');
  const { status, signal } = spawnSync(process.execPath, [runner, join(ROOT, script), ...rest], {
    stdio: 'inherit',
    env: { ...process.env, ...browsers },
  });
  process.exitCode = status ?? (signal ? 1 : 0);
}

try {
  main();
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  process.stderr.write(`${error.message}\n${error.advice}\n`);
  process.exitCode = 1;
}
