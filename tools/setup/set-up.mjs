/** Sets up what a command needs: a Node that is new enough, packages, browsers. */
import { join } from 'node:path';
import { browserPaths, browsersOn, nginxPath } from './browsers.mjs';
import { withLock } from './lock.mjs';
import { packagesOf, projectPackages } from './packages.mjs';
import { errorOf, SetupError } from './setup-error.mjs';

/**
 * The machine as set-up sees it.
 * @typedef {{ nodeVersion: string, isRoot: boolean, env: NodeJS.ProcessEnv }} Machine
 */

/**
 * Something a command needs.
 * @typedef {object} Requirement
 * @property {() => boolean} isReady
 * @property {() => Promise<void>} install rejects with a `SetupError` if it cannot be done.
 */

/**
 * What a command needs besides the packages of the project: browsers, with them nginx, and the packages of folders, paths from
 * the root.
 * @typedef {{ needsBrowsers: boolean, needsNginx: boolean, folders: readonly string[] }} Needs
 */

const OLDEST_NODE = [20, 19];

/**
 * Installs what is missing. Prints to standard error.
 * @param {string} root @param {Needs} needs @param {Machine} machine
 * @returns {Promise<Record<string, string>>} environment variables for the command.
 * @throws {SetupError} if something is missing or too old, and cannot be installed.
 */
export async function setUp(root, { needsBrowsers, needsNginx, folders }, machine) {
  checkNode(machine.nodeVersion);
  const requirements = [
    projectPackages(root, machine),
    ...folders.map((folder) => packagesOf(root, folder, machine)),
    ...(needsBrowsers ? [browsersOn(machine, needsNginx)] : []),
  ];
  try {
    await installMissing(root, requirements);
  } catch (error) {
    // Set-up itself writes files as well.
    throw error.code === 'ENOSPC' ? errorOf(error.code, '', '') : error;
  }
  return { ...(needsBrowsers && browserPaths(machine)), ...(needsNginx && nginxPath(machine)) };
}

function checkNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new SetupError(
    `Node ${version} is too old: install Node ${OLDEST_NODE.join('.')} or newer, then run this command again.`,
  );
}

/** Installs in parallel, because package managers mostly wait. A failure is reported after all have ended. */
async function installMissing(root, requirements) {
  const missing = () => requirements.filter(({ isReady }) => !isReady());
  if (missing().length === 0) return;
  await withLock(join(root, '.output/setup-lock'), async () => {
    // Another command may have installed them while this one waited.
    const outcomes = await Promise.allSettled(missing().map(({ install }) => install()));
    const failed = outcomes.find(({ status }) => status === 'rejected');
    if (failed) throw failed.reason;
  });
}
