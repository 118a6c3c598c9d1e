/**
 * `npm run eval -- GOLD.jsonl`: finds mentions in labelled texts and prints precision, recall and every error. A file
 * `terms.json` in the same folder lists the labelled terms, `[{headword, aliases}]`; by default, all terms of the labels.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import * as v from 'valibot';
import { foldForm } from '../editor/fold';
import { createFinder } from '../find/finder';
import { BadInput, type CommandIo, printHelp } from './command';
import { findInText } from './find-in-text';
import { parseJsonLine } from './json-line';
import { compiledGlossary } from './read-glossary';
import { type LabelledText, ratesOf, scoreTexts, type Tally } from './score';
import { describeSystemError } from './system-error';

const USAGE = 'Usage: npm run eval -- GOLD.jsonl';

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
    // Offsets in other units would look like errors of the finder.
    v.check(({ text, mentions, ignore, traps }) =>
      [...mentions, ...ignore, ...traps].every(({ start, end }) => start < end && end <= text.length),
    ),
  ),
  wanted: 'an object with "id", "text" and "mentions" of {start, end, term}, offsets within the text',
};
const termsSchema = v.array(v.object({ headword: v.string(), aliases: v.optional(v.array(v.string()), []) }));

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  } catch (error) {
    throw new BadInput(describeSystemError(path, error));
  }
}

/** @throws {BadInput} for a label that is there twice, which would count as missed. */
function withoutDoubles(labelled: LabelledText, number: number): LabelledText {
  const seen = new Set<string>();
  for (const { start, end } of labelled.mentions) {
    const place = `${start}–${end}`;
    if (seen.has(place)) throw new BadInput(`line ${number}: the place ${place} is labelled twice`);
    seen.add(place);
  }
  return labelled;
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

/** Folded, without book marks: labels treat 《求是》 and 求是 as one term. */
function bare(spelling: string): string {
  return foldForm(spelling).replace(/[《》]/g, '');
}

function describe(name: string, tally: Tally): string {
  const { precision, recall, f1 } = ratesOf(tally);
  const [p, r, f] = [precision, recall, f1].map((rate) => rate.toFixed(4));
  return `${name}  P ${p}  R ${r}  F1 ${f}  (${tally.found} found, ${tally.wrong} wrong, ${tally.missed} missed)`;
}

/** The command `eval`. */
export function evaluate([given, ...more]: readonly string[], io: CommandIo): number {
  if (given === '--help') return printHelp(USAGE, io);
  if (given === undefined || more.length > 0) throw new BadInput(USAGE);
  const path = resolve(io.folder, given);
  const texts = read(path)
    .split('\n')
    .map((line, i) => ({ line: line.replace(/^\ufeff/, ''), number: i + 1 }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, number }) => withoutDoubles(parseJsonLine(line, number, GOLD), number));
  const terms = termsOf(path, texts);
  const { pack, finder: data } = compiledGlossary();
  const finder = createFinder(data);
  const pairs = texts.map((labelled) => ({ labelled, found: findInText(finder, pack, labelled.text, () => '') }));
  const score = scoreTexts(pairs, (spellings) => spellings.some((spelling) => terms.has(bare(spelling))));
  const lines = [
    describe('strict ', score.strict),
    describe('lenient', score.lenient),
    `traps hit: ${score.trapsHit} of ${score.traps}`,
    ...score.errors,
  ];
  io.output.write(`${lines.join('\n')}\n`);
  return 0;
}
