/** Runs a command of set-up and collects its output, which is shown only if the cause of a failure is unknown. */
import { spawn } from 'node:child_process';

/**
 * @param {string} command @param {readonly string[]} args
 * @param {{ env: NodeJS.ProcessEnv, cwd?: string }} options
 * @returns {Promise<{ status: number | null, output: string }>} `output` has both streams, or why the command did not start.
 */
export function runCommand(command, args, { env, cwd }) {
  const child = spawn(command, args, {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: command.endsWith('.cmd'),
  });
  let output = '';
  const collect = (chunk) => {
    output += chunk;
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ status: null, output: error.message }));
    child.on('close', (status) => resolve({ status, output }));
  });
}
