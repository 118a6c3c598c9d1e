/** `npm run glossary -- COMMAND`: what editors do with the glossary as a whole. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { compileGlossary } from '../editor/compile';
import { GlossaryError } from '../editor/problem';
import { addBulletin } from './add-bulletin';
import { checkGlossary } from './check';
import { entryJsonSchema } from './entry-json-schema';
import { entryList } from './entry-list';
import { BadInput } from './json-line';
import { readGlossary } from './read-glossary';
import { replaceFile } from './write-all';

const USAGE = `Usage: npm run glossary -- COMMAND
  add-bulletin FILE  makes editions of a received text, and proposes terms; --dry-run only says what it would
  check   what stops the build, and what is worth a second look
  list    writes docs/glossary.md, all entries with their evidence
  schema  writes glossary/entry.schema.json, by which editors complete entries`;

const messagesSchema = v.record(v.string(), v.object({ message: v.string() }));
const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Each gives the exit code; those that take no arguments refuse them. */
const COMMANDS: Record<string, () => number> = {
  check() {
    const { text, hasErrors } = checkGlossary(readGlossary());
    console.log(text);
    return hasErrors ? 1 : 0;
  },
  list() {
    const messages = v.parse(
      messagesSchema,
      JSON.parse(readFileSync(at('public/_locales/zh_CN/messages.json'), 'utf8')),
    );
    const { pack } = compileGlossary(readGlossary());
    replaceFile(
      at('docs/glossary.md'),
      entryList(pack, (category) => messages[`category_${category}`]?.message ?? category),
    );
    return 0;
  },
  schema() {
    replaceFile(at('glossary/entry.schema.json'), entryJsonSchema());
    return 0;
  },
};

try {
  const [name = '', ...more] = process.argv.slice(2);
  const command = more.length === 0 && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (name === 'add-bulletin') process.exitCode = addBulletin(more, (line) => console.log(line));
  else if (command) process.exitCode = command();
  else {
    process.stderr.write(`${USAGE}\n`);
    process.exitCode = 2;
  }
} catch (error) {
  if (!(error instanceof GlossaryError || error instanceof BadInput)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error instanceof BadInput ? 2 : 1;
}
