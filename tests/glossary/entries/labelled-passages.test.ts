/** Scores the finder on labelled passages (`labelled-passages.txt`), as `npm run eval` does. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type LabelledText, ratesOf, scoreTexts } from '../../../glossary/cli/score';
import { entryOf, mentionsOn } from './glossary';

type Span = LabelledText['traps'][0];

const KINDS = { '[': 'mentions', '{': 'traps', '<': 'ignore' } as const;
const MARKED = /([[{<])(.*?)[\]}>]/g;

/** Reads a passage with marks. The score needs no names of terms: all entries are labelled. */
function labelled(line: string, id: number): LabelledText {
  const spans = { mentions: [] as (Span & { term: string })[], traps: [] as Span[], ignore: [] as Span[] };
  let text = '';
  let read = 0;
  for (const { 0: marked, 1: mark = '', 2: surface = '', index } of line.matchAll(MARKED)) {
    text += line.slice(read, index);
    const span = { start: text.length, end: text.length + surface.length, term: surface };
    spans[KINDS[mark as keyof typeof KINDS]].push(span); // The expression allows these marks only.
    text += surface;
    read = index + marked.length;
  }
  return { id, text: text + line.slice(read), ...spans };
}

const file = new URL('labelled-passages.txt', import.meta.url);
const lines = readFileSync(file, 'utf8').split('\n');
const passages = lines.flatMap((line, i) => (line === '' || line.startsWith('#') ? [] : [labelled(line, i + 1)]));

/** What is found in a passage, as the score takes it. */
function foundIn(text: string) {
  const [mentions = []] = mentionsOn([text]);
  return mentions.map((mention) => ({ start: mention.start, end: mention.end, headword: entryOf(mention), forms: [] }));
}

test('nearly all mentions are found, and few other senses', () => {
  const pairs = passages.map((passage) => ({ labelled: passage, found: foundIn(passage.text) }));
  const { strict, traps, trapsHit, errors } = scoreTexts(pairs, () => true);
  const told = errors.join('\n'); // With the numbers of the lines.
  expect(traps, told).toBeGreaterThan(100);
  expect(trapsHit / traps, told).toBeLessThanOrEqual(0.02);
  expect(ratesOf(strict).f1, told).toBeGreaterThanOrEqual(0.97);
});
