import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SET_UP = fileURLToPath(new URL('../../tools/setup', import.meta.url));

/**
 * Stands for a command: makes a temporary file and starts a process in a group of its own, as drivers start browsers.
 * Then it ends or waits for a signal, as the first argument says; with the second, the process refuses to end.
 */
const COMMAND = `
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [, , end, refuses] = process.argv;
writeFileSync(join(mkdtempSync(join(tmpdir(), 'profile-')), 'file'), '');
const refuse = refuses ? 'process.on("SIGTERM", () => null);' : '';
const script = refuse + 'console.log("started"); setInterval(() => null, 1000);';
const child = spawn(process.execPath, ['-e', script], { detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
child.stdout.once('data', () => {
  console.log('started');
  if (end === 'ends') process.exit(3);
});
`;

/**
 * Runs the supervisor with the command above. Resolves when the supervisor and every process that holds its standard error
 * have ended, with the temporary files that are left.
 * @param shell starts the supervisor, as npm does, and receives the signal in its place.
 */
async function supervise(args: string[], signal?: NodeJS.Signals, shell?: string) {
  const root = mkdtempSync(join(tmpdir(), 'supervise '));
  const temporary = join(root, 'tmp');
  try {
    cpSync(SET_UP, join(root, 'setup'), { recursive: true });
    writeFileSync(join(root, 'setup/run.mjs'), COMMAND);
    mkdirSync(temporary);
    const command = [process.execPath, join(root, 'setup/supervise.mjs'), ...args];
    // The shell waits for the supervisor if that is not its last command.
    const [program = '', ...rest] = shell ? [shell, '-c', `'${command.join("' '")}'; true`] : command;
    const child = spawn(program, rest, { env: { ...process.env, TMPDIR: temporary } });
    child.stdout.once('data', () => signal && child.kill(signal));
    const [status, ended] = await once(child, 'close');
    return { status, signal: ended, left: readdirSync(temporary) };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

// Beside each other: one waits for the time after which a process is killed.
describe.skipIf(process.platform === 'win32')('a supervised command', { concurrent: true }, () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('leaves no process and no file after %s', async (signal) => {
    expect(await supervise(['waits'], signal)).toEqual({ status: null, signal, left: [] });
  });

  it('leaves no process and no file when it ends, and returns its status', async () => {
    expect(await supervise(['ends'])).toEqual({ status: 3, signal: null, left: [] });
  });

  it('leaves no process and no file when the shell that started it is killed', async () => {
    expect(await supervise(['waits'], 'SIGKILL', 'sh')).toEqual({ status: null, signal: 'SIGKILL', left: [] });
  });

  it('leaves no process that refuses to end', async () => {
    expect(await supervise(['waits', 'refuses'], 'SIGTERM')).toEqual({ status: null, signal: 'SIGTERM', left: [] });
  });
});
