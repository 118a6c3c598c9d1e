/** Owns the packages: installed from the lockfile when they are missing or the lockfile has changed. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { SetupError } from './setup-error.mjs';

const STAMP = 'node_modules/.pangzhu-lock';
const TYPES = '.wxt/tsconfig.json';
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** @param {string} root @throws {SetupError} if the packages cannot be installed. */
export function ensureDependencies(root) {
  if (isReady(root)) return;
  withLock(join(root, '.output/setup-lock'), () => {
    // Another command may have done it while this one waited.
    if (isReady(root)) return;
    if (!areInstalled(root)) install(root);
    // Types of the build tool, which the compiler and the tests read.
    const wxt = join(root, 'node_modules/wxt/bin/wxt.mjs');
    run(root, process.execPath, [wxt, 'prepare'], 'See the message above.');
  });
}

function isReady(root) {
  return areInstalled(root) && existsSync(join(root, TYPES));
}

function areInstalled(root) {
  const stamp = join(root, STAMP);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hashOfLockfile(root);
}

function hashOfLockfile(root) {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

function install(root) {
  process.stderr.write('Installing packages …\n');
  const hash = hashOfLockfile(root);
  // Half an installation must not pass for one; nor may the types of the last one.
  for (const path of [STAMP, TYPES]) rmSync(join(root, path), { force: true });
  run(root, npm, ['ci', '--no-audit', '--no-fund'], 'Check the connection to the npm registry, then try again.');
  writeFileSync(join(root, STAMP), hash);
}

/** Standard output of what it runs goes to standard error: ours belongs to the command the reader asked for. */
function run(cwd, command, args, advice) {
  // `npm run --silent` would silence npm's errors here, too.
  const env = { ...process.env, npm_config_loglevel: 'error' };
  const { status, error } = spawnSync(command, args, {
    cwd,
    stdio: ['ignore', 2, 2],
    env,
    shell: command.endsWith('.cmd'),
  });
  if (status !== 0)
    throw new SetupError(`“${command} ${args.join(' ')}” failed${error ? `: ${error.message}` : '.'}`, advice);
}
