/**
 * Runs a command in its own temporary folder. When the command ends, also by a signal or because who started it has ended,
 * its remaining processes are ended and the folder is removed. A separate process, because set-up blocks the one it runs in.
 *
 *   node tools/setup/supervise.mjs [arguments of run.mjs]
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endProcesses } from './end-processes.mjs';

const RUN = join(dirname(fileURLToPath(import.meta.url)), 'run.mjs');
/** Time between looks whether the parent has ended. */
const PARENT_MS = 500;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

// A short name, because browsers create sockets in it, whose paths are limited to about 100 characters.
const folder = mkdtempSync(join(tmpdir(), 'pz-'));
const child = spawn(process.execPath, [RUN, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, TMPDIR: folder, TMP: folder, TEMP: folder },
});

let received = null;
const stop = (signal) => {
  received ??= signal;
  child.kill(signal);
};
// A signal often comes twice, from the terminal and from npm.
for (const signal of SIGNALS) process.on(signal, () => stop(signal));

// A signal sent to npm alone ends it and its shell, and does not come here.
const parent = process.ppid;
const watch = setInterval(() => {
  if (process.ppid !== parent) stop('SIGTERM');
}, PARENT_MS);

child.on('exit', async (status, signal) => {
  clearInterval(watch);
  await endProcesses(folder);
  removeListed();
  rmSync(folder, { recursive: true, force: true });
  const fatal = received ?? signal;
  if (fatal === null) process.exit(status);
  for (const name of SIGNALS) process.removeAllListeners(name);
  process.kill(process.pid, fatal);
});

/** Removes files outside the folder: a command appends their paths to `remove-at-end` in the folder, one in each line. */
function removeListed() {
  const list = join(folder, 'remove-at-end');
  if (!existsSync(list)) return;
  for (const path of readFileSync(list, 'utf8').split('\n')) if (path !== '') rmSync(path, { force: true });
}
