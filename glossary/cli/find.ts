/**
 * `npm run --silent find -- FILE.jsonl`: reads lines `{id, text}`, writes lines `{id, mentions}`. `-` is standard input.
 * Exit code 2 at a malformed line, which is named on standard error; the lines before it are written.
 */
import { createReadStream, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Readable } from 'node:stream';
import * as v from 'valibot';
import { createFinder } from '../find/finder';
import { nameReason } from '../find/named-reason';
import type { Reason } from '../pack/finder-data';
import { BadInput, type CommandIo, printHelp } from './command';
import { findInText } from './find-in-text';
import { parseJsonLine } from './json-line';
import { compiledGlossary } from './read-glossary';
import { describeSystemError } from './system-error';

const USAGE = 'Usage: npm run --silent find -- FILE.jsonl  (or - for standard input)';
const LINE = {
  schema: v.object({ id: v.union([v.string(), v.number()]), text: v.string() }),
  wanted: 'an object with "id" and a "text" of letters',
};

/** The interface messages of the reasons, with one placeholder each. */
const messagesSchema = v.record(v.string(), v.object({ message: v.string() }));
const messagesFile = new URL('../../public/_locales/zh_CN/messages.json', import.meta.url);
const messages = v.parse(messagesSchema, JSON.parse(readFileSync(messagesFile, 'utf8')));

function reasonIn(headwords: readonly string[]): (reason: Reason) => string {
  const say = (kind: Reason['kind'], what: string) =>
    (messages[`reason_${kind}`]?.message ?? kind).replace(/\$\w+\$/, () => what);
  return (reason) => {
    const named = nameReason(reason, (entry) => headwords[entry] ?? '');
    return say(named.kind, 'what' in named ? named.what : '');
  };
}

/** Longest line in UTF-16 units: the page of a text as long as this would take minutes. */
const MAX_LINE = 1 << 23;

/**
 * Splits at line feeds only: newer versions of Node's `readline` also split at U+2028, which JSON allows in strings.
 * @throws {BadInput} with the number of a line that is not UTF-8, or too long.
 */
async function* linesOf(input: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let number = 1;
  let rest = '';
  const decode = (bytes?: Uint8Array) => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch {
      throw new BadInput(`line ${number} or one of the next: this is not UTF-8. Save the file as UTF-8.`);
    }
  };
  for await (const chunk of input) {
    const lines = (rest + decode(typeof chunk === 'string' ? Buffer.from(chunk) : chunk)).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > MAX_LINE) {
      throw new BadInput(`line ${number + lines.length} is longer than ${MAX_LINE} characters: divide its text.`);
    }
    for (const line of lines) {
      yield line;
      number++;
    }
  }
  rest += decode();
  if (rest !== '') yield rest;
}

/** Compiles the glossary, which takes a second. @returns the mentions in a text, with their reasons in words. */
function makeMentionsIn(): (text: string) => ReturnType<typeof findInText> {
  const { pack, finder: data } = compiledGlossary();
  const finder = createFinder(data);
  const explain = reasonIn(pack.terms.map((entry) => entry.headword));
  return (text) => findInText(finder, pack, text, explain);
}

/** The command `find`. */
export async function find([path, ...more]: readonly string[], io: CommandIo): Promise<number> {
  if (path === '--help') return printHelp(USAGE, io);
  if (path === undefined || more.length > 0) throw new BadInput(USAGE);
  // Made at the first text: a wrong path or line is reported at once.
  let mentionsIn: ReturnType<typeof makeMentionsIn> | null = null;
  const input = path === '-' ? io.input : createReadStream(resolve(io.folder, path));
  const failure = new Promise<never>((_resolve, reject) => {
    input.once('error', (error: Error) => reject(new BadInput(describeSystemError(path, error))));
  });
  const work = async () => {
    let number = 0;
    for await (const raw of linesOf(input)) {
      number++;
      const line = raw.replace(/^\ufeff/, '');
      if (line.trim() === '') continue;
      const { id, text } = parseJsonLine(line, number, LINE);
      mentionsIn ??= makeMentionsIn();
      io.output.write(`${JSON.stringify({ id, mentions: mentionsIn(text) })}\n`);
    }
  };
  try {
    await Promise.race([work(), failure]);
  } finally {
    // Otherwise a writer with an open pipe keeps this process alive.
    input.destroy();
  }
  return 0;
}
