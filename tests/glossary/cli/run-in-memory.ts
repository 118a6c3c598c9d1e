/** Runs a command of the glossary as a function, with streams in memory. */
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { runCommand } from '../../../glossary/cli/command';
import { runNamed } from '../../../glossary/cli/commands';

export interface CommandOutcome {
  status: number;
  stdout: string;
  stderr: string;
}

interface Given {
  /** Standard input: a text, or a stream the test keeps in hand. */
  input?: string | Readable;
  /** The working folder; otherwise that of the tests. */
  folder?: string;
}

/** @param args the command's name and its arguments. @returns what the process of `npm run glossary` would give. */
export async function runInMemory(args: readonly string[], given: Given = {}): Promise<CommandOutcome> {
  const { input = '', folder = process.cwd() } = given;
  const [output, error] = [new PassThrough(), new PassThrough()];
  const written = Promise.all([text(output), text(error)]);
  const status = await runCommand(runNamed, args, {
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
