/** Lists the commands of `npm run find`, `npm run eval` and `npm run glossary`. Each is loaded when it is run. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { BadInput, type Command, type CommandIo, printHelp } from './command';
import { compiledGlossary, readGlossary } from './read-glossary';
import { replaceFile } from './write-all';

const USAGE = `Usage: npm run glossary -- COMMAND
  add-bulletin FILE  makes editions of a received text, and proposes terms; --dry-run only says what it would
  check   what stops the build, and what is worth a second look
  convert FILE --to FORMAT  converts lists of terms: --help names the formats
  publish [FOLDER] --out SITE  makes a website of a glossary that readers follow: see --help
  scale   calculates what the readers of a published glossary cost
  list    writes docs/glossary.md, all entries with their evidence
  stale DATE  lists entries whose definition is older than a date such as 2024-01
  schema  writes glossary/entry.schema.json, by which editors complete entries, and docs/pack.schema.json
  words   writes glossary/editor/ordinary-words.ts, by which the prefilter tells everyday letters`;

const messagesSchema = v.record(v.string(), v.object({ message: v.string() }));
const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const COMMANDS: Record<string, Command> = {
  find: async (args, io) => (await import('./find')).find(args, io),
  eval: async (args, io) => (await import('./eval')).evaluate(args, io),
  'add-bulletin': async (args, io) => (await import('./add-bulletin')).addBulletin(args, io),
  scale: async (args, io) => (await import('./publish/scale')).scale(args, io),
  convert: async (args, io) => (await import('./convert')).convert(args, io),
  check: withoutArguments(check),
  list: withoutArguments(list),
  schema: withoutArguments(schema),
  stale,
  words: withoutArguments(words),
};

/** Runs the command that the first argument names. @param more commands by name that need code outside `glossary/`. */
export function namedCommands(more: Readonly<Record<string, Command>>): Command {
  const all = { ...COMMANDS, ...more };
  return ([name = '', ...args], io) => {
    if (name === '--help') return printHelp(USAGE, io);
    const command = Object.hasOwn(all, name) ? all[name] : undefined;
    if (!command) throw new BadInput(USAGE);
    return command(args, io);
  };
}

/** Runs a command that needs code of `glossary/` only. */
export const runNamed = namedCommands({});

function withoutArguments(run: (io: CommandIo) => Promise<number>): Command {
  return (args, io) => {
    if (args[0] === '--help') return printHelp(USAGE, io);
    if (args.length > 0) throw new BadInput(USAGE);
    return run(io);
  };
}

async function check({ output }: CommandIo): Promise<number> {
  const { checkGlossary } = await import('./check');
  const { text, hasErrors } = checkGlossary(readGlossary());
  output.write(`${text}\n`);
  return hasErrors ? 1 : 0;
}

async function stale(args: readonly string[], { output }: CommandIo): Promise<number> {
  const [date, ...more] = args;
  if (date === undefined || more.length > 0) throw new BadInput(USAGE);
  const { staleEntries } = await import('./stale');
  const { readEntryFiles } = await import('../editor/read-entries');
  output.write(`${staleEntries(readEntryFiles(readGlossary().entries).entries, date)}\n`);
  return 0;
}

async function list(): Promise<number> {
  const { entryList } = await import('./entry-list');
  const messages = v.parse(messagesSchema, JSON.parse(readFileSync(at('public/_locales/zh_CN/messages.json'), 'utf8')));
  const { pack } = compiledGlossary();
  const nameOf = (category: string) => messages[`category_${category}`]?.message ?? category;
  replaceFile(at('docs/glossary.md'), entryList(pack, nameOf));
  return 0;
}

async function schema(): Promise<number> {
  const { entryJsonSchema, packJsonSchema } = await import('./json-schemas');
  replaceFile(at('glossary/entry.schema.json'), entryJsonSchema());
  replaceFile(at('docs/pack.schema.json'), packJsonSchema());
  return 0;
}

async function words(): Promise<number> {
  const { ordinaryWordsModule } = await import('../intake/ordinary-word-list');
  replaceFile(at('glossary/editor/ordinary-words.ts'), ordinaryWordsModule());
  return 0;
}
