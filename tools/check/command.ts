/** Runs commands of installed packages as processes. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** How a command runs. */
export interface CommandOptions {
  /** Added to this process's environment. */
  env?: Record<string, string>;
  /** Whether the command writes to this process's terminal instead of into `stdout` and `stderr`. */
  isShown?: boolean;
  /** Kills the command's process when it aborts; the promise then resolves as for any other end. */
  signal?: AbortSignal;
}

/** How a command ended. */
export interface CommandEnd {
  /** Null if a signal ended the command. */
  status: number | null;
  stdout: string;
  stderr: string;
}

/**
 * Runs a script of a package.
 * @param script a path from the root, run by this Node with the repository as its working directory.
 * @throws if the process cannot be started, or `signal` has aborted before.
 */
export async function runCommand(
  script: string,
  args: readonly string[],
  { env = {}, isShown = false, signal }: CommandOptions = {},
): Promise<CommandEnd> {
  signal?.throwIfAborted();
  const child = spawn(process.execPath, [join(ROOT, script), ...args], {
    cwd: ROOT,
    stdio: ['ignore', isShown ? 'inherit' : 'pipe', isShown ? 'inherit' : 'pipe'],
    env: { ...process.env, ...env },
  });
  const end: CommandEnd = { status: null, stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream]?.setEncoding('utf8').on('data', (chunk: string) => {
      end[stream] += chunk;
    });
  }
  const kill = () => child.kill('SIGKILL');
  signal?.addEventListener('abort', kill);
  return new Promise<CommandEnd>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve({ ...end, status }));
  }).finally(() => signal?.removeEventListener('abort', kill));
}
