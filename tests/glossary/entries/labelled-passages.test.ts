/** Scores the finder on labelled passages (`labelled-passages.txt`), as `npm run eval` does. */
import { expect, test } from 'vitest';
import { ratesOf, scoreTexts } from '../../../glossary/cli/score';
import { entryOf, mentionsOn } from './glossary';
import { passages } from './labelled-passages';

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
