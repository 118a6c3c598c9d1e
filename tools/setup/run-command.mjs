/** Runs a command of set-up, with what it prints on standard error: standard output is for the script. */
import { spawn } from 'node:child_process';

/**
 * @param {string} command @param {readonly string[]} args
 * @param {{ env: NodeJS.ProcessEnv, cwd?: string, isQuiet?: boolean }} options `isQuiet` keeps standard output back.
 * @returns {Promise<{ status: number | null, output: string }>} `output` has both streams, or why the command did not start.
 */
export function runCommand(command, args, { env, cwd, isQuiet = false }) {
  const child = spawn(command, args, {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: command.endsWith('.cmd'),
  });
  let output = '';
  const collect = (isShown) => (chunk) => {
    output += chunk;
    if (isShown) process.stderr.write(chunk);
  };
  child.stdout.on('data', collect(!isQuiet));
  child.stderr.on('data', collect(true));
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ status: null, output: error.message }));
    child.on('close', (status) => resolve({ status, output }));
  });
}
