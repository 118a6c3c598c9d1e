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
import { BadInput, type CommandIo } from './command';
import { findInText } from './find-in-text';
import { parseJsonLine } from './json-line';
import { compiledGlossary } from './read-glossary';

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

/** Splits at line feeds only: newer versions of Node's `readline` also split at U+2028, which JSON allows in strings. */
async function* linesOf(input: Readable): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of input.setEncoding('utf8')) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

/** The command `find`. */
export async function find([path, ...more]: readonly string[], io: CommandIo): Promise<number> {
  if (path === undefined || more.length > 0) throw new BadInput(USAGE);
  const { pack, finder: data } = compiledGlossary();
  const finder = createFinder(data);
  const explain = reasonIn(pack.terms.map((entry) => entry.headword));
  const input = path === '-' ? io.input : createReadStream(resolve(io.folder, path));
  const failure = new Promise<never>((_resolve, reject) => {
    input.once('error', (error: Error) => reject(new BadInput(`${path}: ${error.message}`)));
  });
  const work = async () => {
    let number = 0;
    for await (const raw of linesOf(input)) {
      number++;
      const line = raw.replace(/^\ufeff/, '');
      if (line.trim() === '') continue;
      const { id, text } = parseJsonLine(line, number, LINE);
      io.output.write(`${JSON.stringify({ id, mentions: findInText(finder, pack, text, explain) })}\n`);
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
