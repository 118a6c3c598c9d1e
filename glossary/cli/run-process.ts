/** Runs a command as a process: its streams, its working folder and its exit code. */
import { type Command, runCommand } from './command';

/** @param command is given the arguments of the process. */
export async function runProcess(command: Command): Promise<void> {
  // A reader of the output that stops early (`| head`) ends the command without an error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  process.exitCode = await runCommand(command, process.argv.slice(2), {
    input: process.stdin,
    output: process.stdout,
    error: process.stderr,
    folder: process.cwd(),
  });
}
