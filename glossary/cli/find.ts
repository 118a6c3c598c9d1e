/**
 * `npm run --silent find -- FILE.jsonl`: reads lines `{id, text}`, writes lines `{id, mentions}`. `-` is standard input.
 * Exit code 2 at a malformed line, which is named on standard error; the lines before it are written.
 */
import { createReadStream, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { compileGlossary } from '../editor/compile';
import { createFinder } from '../find/finder';
import { nameReason } from '../find/named-reason';
import type { Reason } from '../pack/finder-data';
import { endQuietly } from './end-quietly';
import { findInText } from './find-in-text';
import { BadInput, parseJsonLine } from './json-line';
import { readGlossary } from './read-glossary';

const USAGE = 'Usage: npm run --silent find -- FILE.jsonl  (or - for standard input)';
const LINE = {
  schema: v.object({ id: v.union([v.string(), v.number()]), text: v.string() }),
  wanted: 'an object with "id" and a "text" of letters',
};

/** The words readers see for each reason, with `$1` for its one placeholder. */
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

/** Parted by line feeds only: newer versions of Node's own reader part at U+2028 too, which JSON allows inside a text. */
async function* linesOf(input: NodeJS.ReadableStream): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of input.setEncoding('utf8')) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

async function main(): Promise<void> {
  const [path, ...more] = process.argv.slice(2);
  if (path === undefined || more.length > 0) throw new BadInput(USAGE);
  const { pack, finder: data } = compileGlossary(readGlossary());
  const finder = createFinder(data);
  const explain = reasonIn(pack.terms.map((entry) => entry.headword));
  const input = path === '-' ? process.stdin : createReadStream(path);
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
      process.stdout.write(`${JSON.stringify({ id, mentions: findInText(finder, pack, text, explain) })}\n`);
    }
  };
  try {
    await Promise.race([work(), failure]);
  } finally {
    // A writer that keeps its end open must not keep this process.
    input.destroy();
  }
}

endQuietly();
main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof BadInput ? 2 : 1;
});
