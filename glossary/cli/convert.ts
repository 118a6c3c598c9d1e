/**
 * `npm run --silent glossary -- convert FILE --to FORMAT`: converts lists of terms. Refused rows are named on standard
 * error; the exit code is 0 if any term could be read, else 2.
 */
import { once } from 'node:events';
import { type FileHandle, open } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { errorMessage } from '../error-message';
import { sourceOfBytes } from '../exchange/byte-source';
import { type ByteSource, type Choices, ENCODINGS, FORMAT_NAMES, type FormatName } from '../exchange/contract';
import { exportPack, lossesOf } from '../exchange/export-pack';
import { FORMATS } from '../exchange/formats';
import { type Imported, importFile } from '../exchange/import-file';
import { BadInput, type CommandIo } from './command';
import { sayFault, sayReason } from './convert-messages';
import { replaceFile } from './write-all';

const WRITTEN = FORMAT_NAMES.filter((name) => FORMATS[name].write !== null);
const USAGE = `Usage: npm run --silent glossary -- convert FILE [--from FORMAT] --to FORMAT [--out FILE]
  FILE                a list of terms, or - for standard input
  --from FORMAT       ${FORMAT_NAMES.join(', ')}; otherwise recognised by its content
  --to FORMAT         ${WRITTEN.join(', ')}
  --out FILE          replaces FILE; otherwise standard output
  --encoding NAME     ${ENCODINGS.join(', ')}; otherwise guessed
  --sheet NAME        of a workbook; otherwise the first
  --language TAG      of the headwords, where the file has several (zh, en, …)
  --target TAG        of the translations
  --keep-duplicates   one term for each row, also if its headword occurs again`;

/** Standard input is held in memory. */
const MAX_INPUT_BYTES = 256 * 2 ** 20;

interface Options {
  file: string;
  to: FormatName;
  out: string | null;
  choices: Choices;
}

/** The command `convert`. */
export async function convert(args: readonly string[], io: CommandIo): Promise<number> {
  const options = parseOptions(args);
  if (!options) {
    io.output.write(`${USAGE}\n`);
    return 0;
  }
  const { file, to, out, choices } = options;
  const outcome = await withSource(file, io, (source) => importFile(source, choices));
  if (!outcome.ok) throw new BadInput(sayFault(file, outcome.error));
  report(file, outcome.value, to, io);
  if (outcome.value.pack.terms.length === 0) throw new BadInput(`${file}: no term could be read`);
  const exported = exportPack(outcome.value.pack, to);
  if (!exported.ok) throw new BadInput(sayFault(to, exported.error));
  if (out !== null) writeFile(resolve(io.folder, out), exported.value.parts);
  else {
    for (const part of exported.value.parts) if (!io.output.write(part)) await once(io.output, 'drain');
  }
  return 0;
}

function parseOptions(args: readonly string[]): Options | null {
  const { values, positionals } = parse(args);
  if (values.help) return null;
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0 || values.to === undefined) throw new BadInput(USAGE);
  const to = oneOf('--to', values.to, WRITTEN);
  const choices: Choices = {
    ...(values.from !== undefined && { format: oneOf('--from', values.from, FORMAT_NAMES) }),
    ...(values.encoding !== undefined && { encoding: oneOf('--encoding', values.encoding, ENCODINGS) }),
    ...(values.sheet !== undefined && { sheet: values.sheet }),
    ...(values.language !== undefined && { language: values.language }),
    ...(values.target !== undefined && { targetLanguage: values.target }),
    ...(values['keep-duplicates'] && { duplicates: 'keep' }),
  };
  return { file, to, out: values.out ?? null, choices };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const texts = { from: text, to: text, out: text, encoding: text, sheet: text, language: text, target: text };
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { ...texts, 'keep-duplicates': flag, help: { ...flag, short: 'h' } },
    });
  } catch (error) {
    throw new BadInput(`${errorMessage(error)}\n${USAGE}`);
  }
}

function oneOf<const T extends string>(option: string, value: string, known: readonly T[]): T {
  const found = known.find((name) => name === value);
  if (found === undefined) throw new BadInput(`${option} ${value}: one of ${known.join(', ')} was expected`);
  return found;
}

/** Opens a file, or standard input for `-`, while `work` runs. @throws {BadInput} of the file system. */
export async function withSource<T>(file: string, io: CommandIo, work: (source: ByteSource) => Promise<T>): Promise<T> {
  if (file === '-') return work(sourceOfBytes('', await readInput(io.input)));
  let handle: FileHandle | undefined;
  try {
    handle = await open(resolve(io.folder, file));
    const { size } = await handle.stat();
    return await work(sourceOfHandle(basename(file), size, handle));
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw new BadInput(`${file}: ${error.message}`);
    throw error;
  } finally {
    await handle?.close();
  }
}

function sourceOfHandle(name: string, size: number, handle: FileHandle): ByteSource {
  return {
    name,
    size,
    async read(start, end) {
      const bytes = new Uint8Array(Math.max(0, Math.min(end, size) - start));
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, start);
      return bytes.subarray(0, bytesRead);
    },
  };
}

async function readInput(input: Readable): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of input) {
    const bytes = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : (chunk as Uint8Array);
    size += bytes.length;
    if (size > MAX_INPUT_BYTES) throw new BadInput(`-: more than ${MAX_INPUT_BYTES / 2 ** 20} MB`);
    chunks.push(bytes);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function report(
  file: string,
  { pack, refused, refusedCount, mergedCount, notices }: Imported,
  to: FormatName,
  io: CommandIo,
): void {
  const say = (line: string) => io.error.write(`${line}\n`);
  for (const { place, reason } of refused) say(sayReason(file, place, reason));
  if (refusedCount > refused.length) say(`${file}: ${refusedCount - refused.length} more rows are refused`);
  for (const { place, reason, count } of notices)
    say(`${sayReason(file, place, reason)}${count > 1 ? `, and ${count - 1} more` : ''}`);
  const losses = lossesOf(pack, to).map(({ field, count }) =>
    field.startsWith('pack.') ? field : `${field} (${count})`,
  );
  if (losses.length > 0) say(`${to} does not hold: ${losses.join(', ')}`);
  if (refusedCount + mergedCount > 0)
    say(`terms: ${pack.terms.length}, rows merged with others: ${mergedCount}, rows refused: ${refusedCount}`);
}

function writeFile(path: string, parts: Iterable<string>): void {
  try {
    replaceFile(path, [...parts].join(''));
  } catch (error) {
    throw new BadInput(`${path}: ${errorMessage(error)}`);
  }
}
