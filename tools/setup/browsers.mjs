/** Finds Chromium, Firefox, a Chinese font and the web server of tests, and installs missing ones on Debian. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, readFileSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { runCommand } from './run-command.mjs';
import { errorOf, SetupError } from './setup-error.mjs';

const BROWSERS = [
  {
    name: 'chromium',
    variable: 'PANGZHU_CHROMIUM',
    commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    packages: ['chromium', 'chromium-l10n'],
  },
  { name: 'firefox', variable: 'PANGZHU_FIREFOX', commands: ['firefox-esr', 'firefox'], packages: ['firefox-esr'] },
];
const FONT_PACKAGES = ['fonts-noto-cjk'];
const NGINX = { variable: 'PANGZHU_NGINX', commands: ['nginx'], packages: ['nginx-light'] };
/** The oldest supported versions. */
const OLDEST = JSON.parse(readFileSync(new URL('oldest-browsers.json', import.meta.url), 'utf8'));

/**
 * @param {import('./set-up.mjs').Machine} machine @param {boolean} needsNginx
 * @returns {import('./set-up.mjs').Requirement}
 */
export function browsersOn(machine, needsNginx) {
  const missing = () => missingPackages(machine, needsNginx);
  return { isReady: () => missing().length === 0, install: () => install(missing(), machine) };
}

/**
 * @param {import('./set-up.mjs').Machine} machine
 * @returns {Record<string, string>} the path of nginx as an environment variable.
 * @throws {SetupError} if there is none.
 */
export function nginxPath({ env }) {
  const path = pathOf(NGINX, env);
  if (!path) throw new SetupError(`There is no nginx: install it, or name its path in ${NGINX.variable}.`);
  return { [NGINX.variable]: path };
}

/**
 * @param {import('./set-up.mjs').Machine} machine
 * @returns {Record<string, string>} the browsers' paths as environment variables.
 * @throws {SetupError} if one is missing or too old.
 */
export function browserPaths({ env }) {
  return Object.fromEntries(
    BROWSERS.map((browser) => {
      const path = pathOf(browser, env);
      const { name, variable } = browser;
      if (!path) throw new SetupError(`There is no ${name}: install it, or name its path in ${variable}.`);
      const version = versionOf(path, env);
      if (version < OLDEST[name])
        throw new SetupError(
          `${path} is ${name} ${version}, which is too old: install ${OLDEST[name]} or newer, or name its path in ${variable}.`,
        );
      return [variable, path];
    }),
  );
}

/** The major version; infinite if unknown. */
function versionOf(path, env) {
  // On Windows, browsers open a window instead of printing it.
  if (process.platform === 'win32') return Number.POSITIVE_INFINITY;
  const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', env });
  return Number(/ (\d+)\./.exec(stdout ?? '')?.[1] ?? Number.POSITIVE_INFINITY);
}

function missingPackages({ env }, needsNginx) {
  const programs = needsNginx ? [...BROWSERS, NGINX] : BROWSERS;
  const missing = programs.filter((browser) => !pathOf(browser, env)).flatMap(({ packages }) => packages);
  return hasChineseFont(env) ? missing : [...missing, ...FONT_PACKAGES];
}

function pathOf({ variable, commands }, env) {
  const named = env[variable];
  if (!named) return findCommand(commands, env);
  if (isRunnable(named)) return named;
  throw new SetupError(`${variable} names ${named}, which cannot be run: correct it, or leave it out.`);
}

function findCommand(names, env) {
  // Debian has servers where the PATH of a user does not lead.
  const servers = names === NGINX.commands && env.PATH?.includes('/usr/bin') ? ['/usr/sbin'] : [];
  const folders = [...(env.PATH ?? '').split(delimiter).filter(isAbsolute), ...servers];
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isRunnable) ?? null;
}

function isRunnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** True if unknown: other platforms than Linux have such fonts. */
function hasChineseFont(env) {
  if (process.platform !== 'linux') return true;
  const { status, stdout } = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8', env });
  return status === 0 && stdout.trim() !== '';
}

async function install(packages, { env, isRoot }) {
  const list = packages.join(' ');
  const byHand = `install ${list} with the system's package manager, then run this command again.`;
  if (!findCommand(['apt-get'], env)) throw new SetupError(`There is no apt-get: ${byHand}`);
  const asRoot = isRoot ? [] : ['sudo', '-n'];
  const needsRoot = `Installing ${list} needs root: run “sudo apt-get install ${list}”, then run this command again.`;
  if (!isRoot && !findCommand(['sudo'], env)) throw new SetupError(needsRoot);
  process.stderr.write(`Installing ${list} …\n`);
  let printed = '';
  // Without the run's temporary folder, by which processes are killed: a killed package manager leaves broken packages.
  const { TMPDIR: _, TMP: __, TEMP: ___, ...rest } = env;
  const ownEnv = { ...rest, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const [command, ...parameters] = [...asRoot, 'apt-get', ...args];
    const { status, output } = await runCommand(command, parameters, { env: ownEnv });
    // Without a network, `update` only warns, and `install` finds no package.
    printed += output;
    if (status === 0) continue;
    if (/^sudo:/m.test(output)) throw new SetupError(needsRoot);
    throw errorOf(printed, "Debian's package server", `apt-get failed: ${byHand}`);
  }
}
