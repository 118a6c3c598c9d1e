/** Installs npm packages from a lockfile: those of the project, and those of a folder that has a `package.json`. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './run-command.mjs';
import { errorOf, tellsOfNoNetwork } from './setup-error.mjs';

const STAMP = 'node_modules/.pangzhu-lock';
/** Types of the build tool, which the compiler and the tests read. */
const TYPES = '.wxt/tsconfig.json';
/** Without a network npm would wait a minute before it tries again. */
const NPM_SETTINGS = { npm_config_fetch_retry_mintimeout: '1000', npm_config_fetch_retry_maxtimeout: '5000' };
/** `npm run --silent` would silence npm's errors here, too. */
const LOUD = { npm_config_loglevel: 'error' };
const REGISTRY = 'The npm registry';
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/**
 * The packages of `folder`, a path from `root`. They are ready while they are those of the lockfile.
 * @param {string} root @param {string} folder @param {import('./set-up.mjs').Machine} machine
 * @returns {import('./set-up.mjs').Requirement}
 */
export function packagesOf(root, folder, machine) {
  const path = join(root, folder);
  return {
    isReady: () => areInstalled(path),
    install: async () => {
      process.stderr.write(folder === '.' ? 'Installing packages …\n' : `Installing the packages of ${folder} …\n`);
      const hash = hashOfLockfile(path);
      // Half an installation must not pass for one.
      rmSync(join(path, STAMP), { force: true });
      await checkRegistry(path, machine);
      await run(npm, ['ci', '--no-audit', '--no-fund'], path, machine);
      writeFileSync(join(path, STAMP), hash);
    },
  };
}

/**
 * The packages of the project, and the types that the build tool makes once it is installed.
 * @param {string} root @param {import('./set-up.mjs').Machine} machine
 * @returns {import('./set-up.mjs').Requirement}
 */
export function projectPackages(root, machine) {
  const packages = packagesOf(root, '.', machine);
  const types = join(root, TYPES);
  return {
    isReady: () => packages.isReady() && existsSync(types),
    install: async () => {
      if (!packages.isReady()) {
        rmSync(types, { force: true });
        await packages.install();
      }
      await run(process.execPath, [join(root, 'node_modules/wxt/bin/wxt.mjs'), 'prepare'], root, machine);
    },
  };
}

function areInstalled(path) {
  const stamp = join(path, STAMP);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hashOfLockfile(path);
}

function hashOfLockfile(path) {
  return createHash('sha256')
    .update(readFileSync(join(path, 'package-lock.json')))
    .digest('hex');
}

/** `npm ci` asks for every package before it fails, which takes minutes. A registry may answer that it knows no ping. */
async function checkRegistry(cwd, { env }) {
  const { status, output } = await runWithSettings(npm, ['ping'], cwd, env);
  if (status !== 0 && tellsOfNoNetwork(output)) throw errorOf(output, REGISTRY, '');
}

async function run(command, args, cwd, { env }) {
  const { status, output } = await runWithSettings(command, args, cwd, env);
  if (status === 0) return;
  const line = `${command} ${args.join(' ')}`;
  throw errorOf(
    output,
    REGISTRY,
    `“${line}” failed in ${cwd}: correct what it printed above, then run this command again.`,
  );
}

function runWithSettings(command, args, cwd, env) {
  return runCommand(command, args, { cwd, env: { ...NPM_SETTINGS, ...env, ...LOUD } });
}
