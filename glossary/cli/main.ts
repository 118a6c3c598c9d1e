/** Runs the command that the first argument names as a process: its streams, its working folder and its exit code. */
import { runCommand } from './command';
import { runNamed } from './commands';

// A reader of the output that stops early (`| head`) ends the command without an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await runCommand(runNamed, process.argv.slice(2), {
  input: process.stdin,
  output: process.stdout,
  error: process.stderr,
  folder: process.cwd(),
});
