/**
 * `npm run eval -- GOLD.jsonl`: finds mentions in labelled texts and prints precision, recall and every error. A list
 * `terms.json` beside the file names the terms that were labelled, `[{headword, aliases}]`; without it those that occur.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { compileGlossary } from '../editor/compile';
import { foldForm } from '../editor/fold';
import { createFinder } from '../find/finder';
import { endQuietly } from './end-quietly';
import { findInText } from './find-in-text';
import { BadInput, parseJsonLine } from './json-line';
import { readGlossary } from './read-glossary';
import { type LabelledText, ratesOf, scoreTexts, type Tally } from './score';

const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
const span = { start: offset, end: offset };
const GOLD = {
  schema: v.pipe(
    v.object({
      id: v.union([v.string(), v.number()]),
      text: v.string(),
      mentions: v.array(v.object({ ...span, term: v.string() })),
      ignore: v.optional(v.array(v.object(span)), []),
      traps: v.optional(v.array(v.object(span)), []),
    }),
    // Offsets in other units would only look like a worse finder.
    v.check(({ text, mentions, ignore, traps }) =>
      [...mentions, ...ignore, ...traps].every(({ start, end }) => start < end && end <= text.length),
    ),
  ),
  wanted: 'an object with "id", "text" and "mentions" of {start, end, term}, offsets within the text',
};
const termsSchema = v.array(v.object({ headword: v.string(), aliases: v.optional(v.array(v.string()), []) }));

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new BadInput(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function termsOf(path: string, texts: readonly LabelledText[]): Set<string> {
  const list = join(dirname(path), 'terms.json');
  const spellings = existsSync(list)
    ? labelledTerms(list).flatMap(({ headword, aliases }) => [headword, ...aliases])
    : texts.flatMap(({ mentions }) => mentions.map(({ term }) => term));
  return new Set(spellings.map(bare));
}

function labelledTerms(list: string): v.InferOutput<typeof termsSchema> {
  try {
    return v.parse(termsSchema, JSON.parse(read(list)));
  } catch (error) {
    if (error instanceof BadInput) throw error;
    throw new BadInput(`${list}: a list of {headword, aliases} was expected`);
  }
}

/** Folded, without book marks: 《求是》 and 求是 are one term to those who label. */
function bare(spelling: string): string {
  return foldForm(spelling).replace(/[《》]/g, '');
}

function describe(name: string, tally: Tally): string {
  const { precision, recall, f1 } = ratesOf(tally);
  const [p, r, f] = [precision, recall, f1].map((rate) => rate.toFixed(4));
  return `${name}  P ${p}  R ${r}  F1 ${f}  (${tally.found} found, ${tally.wrong} wrong, ${tally.missed} missed)`;
}

function main(): void {
  const [path, ...more] = process.argv.slice(2);
  if (path === undefined || more.length > 0) throw new BadInput('Usage: npm run eval -- GOLD.jsonl');
  const texts = read(path)
    .split('\n')
    .map((line, i) => ({ line: line.replace(/^\ufeff/, ''), number: i + 1 }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, number }) => parseJsonLine(line, number, GOLD));
  const terms = termsOf(path, texts);
  const { pack, finder: data } = compileGlossary(readGlossary());
  const finder = createFinder(data);
  const pairs = texts.map((labelled) => ({ labelled, found: findInText(finder, pack, labelled.text, () => '') }));
  const score = scoreTexts(pairs, (spellings) => spellings.some((spelling) => terms.has(bare(spelling))));
  console.log(describe('strict ', score.strict));
  console.log(describe('lenient', score.lenient));
  console.log(`traps hit: ${score.trapsHit} of ${score.traps}`);
  for (const error of score.errors) console.log(error);
}

endQuietly();
try {
  main();
} catch (error) {
  if (!(error instanceof BadInput)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
