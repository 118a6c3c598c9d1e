/** Owns the packages: installed from the lockfile when they are missing or the lockfile has changed. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError } from './setup-error.mjs';

const STAMP = 'node_modules/.pangzhu-lock';
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** @param {string} root @throws {SetupError} if the packages cannot be installed. */
export function ensureDependencies(root) {
  const hash = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = join(root, STAMP);
  const isCurrent = existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
  if (!isCurrent) {
    process.stderr.write('Installing packages …\n');
    run(root, npm, ['ci', '--no-audit', '--no-fund'], 'Check the connection to the npm registry, then try again.');
    writeFileSync(stamp, hash);
  }
  // Types of the build tool, which the compiler and the tests read.
  if (!isCurrent || !existsSync(join(root, '.wxt/tsconfig.json'))) {
    const wxt = join(root, 'node_modules/wxt/bin/wxt.mjs');
    run(root, process.execPath, [wxt, 'prepare'], 'See the message above.');
  }
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
