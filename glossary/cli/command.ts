/** Defines a command: a function of its arguments and streams that returns an exit code. */
import type { Readable, Writable } from 'node:stream';
import { GlossaryError } from '../editor/problem';

/** Input and output of a command, in place of the process. */
export interface CommandIo {
  input: Readable;
  output: Writable;
  error: Writable;
  /** Absolute path of the working folder: relative paths in arguments start here. */
  folder: string;
}

/**
 * @param args the arguments after the command's name.
 * @returns the exit code.
 * @throws {BadInput} if the arguments or the input are invalid.
 */
export type Command = (args: readonly string[], io: CommandIo) => number | Promise<number>;

/** Prints the usage of a command, for `--help`. @returns the exit code. */
export function printHelp(usage: string, { output }: CommandIo): number {
  output.write(`${usage}\n`);
  return 0;
}

/** Invalid arguments or input, with a message for the person who runs the command. Exit code 2. */
export class BadInput extends Error {}

/**
 * Runs a command and reports expected errors on `io.error`: also those of the file system, such as a full disk.
 * @returns the exit code: 2 for bad input, 1 for a faulty glossary or file system.
 * @throws every other error.
 */
export async function runCommand(command: Command, args: readonly string[], io: CommandIo): Promise<number> {
  try {
    return await command(args, io);
  } catch (error) {
    if (!(error instanceof GlossaryError || error instanceof BadInput || isOfFileSystem(error))) throw error;
    io.error.write(`${error.message}\n`);
    return error instanceof BadInput ? 2 : 1;
  }
}

/** Whether the system refused something, such as writing to a full disk. */
function isOfFileSystem(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error && 'errno' in error;
}
