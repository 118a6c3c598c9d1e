/** A lock between processes: one works, the others wait. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { SetupError } from './setup-error.mjs';

const WAIT_MS = 10 * 60 * 1000;
const INTERVAL_MS = 250;

/**
 * Runs `work` while holding the lock at `path`. A lock whose process has ended is ignored.
 * @param {string} path @param {() => Promise<void>} work
 * @throws {SetupError} if another process holds it for longer than an installation takes.
 */
export async function withLock(path, work) {
  mkdirSync(dirname(path), { recursive: true });
  const end = Date.now() + WAIT_MS;
  while (!acquire(path)) {
    if (Date.now() > end)
      throw new SetupError(
        `Another command has been setting up for too long: end it, remove ${path}, then run this command again.`,
      );
    await setTimeout(INTERVAL_MS);
  }
  try {
    await work();
  } finally {
    rmSync(path, { force: true });
  }
}

function acquire(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  if (!isHeld(path)) rmSync(path, { force: true });
  return false;
}

/** A lock without a process id was just created, and its holder is about to write it. */
function isHeld(path) {
  try {
    const holder = Number(readFileSync(path, 'utf8'));
    return holder === 0 || process.kill(holder, 0);
  } catch (error) {
    // Other errors than “no such process” are left to the next attempt.
    return error.code !== 'ESRCH';
  }
}
