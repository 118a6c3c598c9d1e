/** Runs a command of the glossary as a function, with streams in memory. */
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { type Command, runCommand } from '../../../glossary/cli/command';
import { runNamed } from '../../../glossary/cli/commands';

/** The outcome of a command. */
export interface CommandOutcome {
  status: number;
  stdout: string;
  stderr: string;
}

interface Given {
  /** Standard input. */
  input?: string | Readable;
  /** The working folder; by default, that of the tests. */
  folder?: string;
  /** By default, the one that the first argument names. */
  command?: Command;
}

/** @param args the command's name and its arguments. @returns the outcome that a process would have. */
export async function runInMemory(args: readonly string[], given: Given = {}): Promise<CommandOutcome> {
  const { input = '', folder = process.cwd(), command = runNamed } = given;
  const [output, error] = [new PassThrough(), new PassThrough()];
  const written = Promise.all([text(output), text(error)]);
  const status = await runCommand(command, args, {
    input: typeof input === 'string' ? Readable.from([Buffer.from(input)]) : input,
    output,
    error,
    folder,
  });
  output.end();
  error.end();
  const [stdout, stderr] = await written;
  return { status, stdout, stderr };
}
