import finderData from 'virtual:pangzhu/finder';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { standardFolding } from '../../../glossary/editor/fold';
import { createFinder, type Finder } from '../../../glossary/find/finder';
import { readFinder, writeFinder } from '../../../glossary/find/finder-file';
import { PageFinder } from '../../../glossary/find/page-finder';
import { compileFinder } from '../../../glossary/pack/compile-finder';
import type { FinderData } from '../../../glossary/pack/finder-data';

const folding = standardFolding();
const small = compileFinder(
  [
    { id: 'cast', forms: [{ text: '中国科协' }, { text: 'CAST', exactCase: true }] },
    { id: 'society', forms: [{ text: '学会', needs: { near: ['团体'] }, notBefore: ['了'] }] },
  ],
  [{ text: '老科协' }],
  { revision: 'small', folding },
);
const file = writeFinder(small, folding.hash);

function finderIn(bytes: ArrayBuffer): Finder {
  const read = readFinder(bytes, folding.hash);
  if (!read.ok) throw new Error(read.error);
  return read.finder;
}

function errorOf(bytes: ArrayBuffer, hash = folding.hash): string {
  const read = readFinder(bytes, hash);
  return read.ok ? 'no error' : read.error;
}

/** The file with one word replaced. */
function withWord(at: number, change: (word: number) => number): ArrayBuffer {
  const words = new Uint32Array(file.slice(0));
  words[at] = change(words[at] ?? 0);
  return words.buffer;
}

function mentionsOf(finder: Finder, text: string) {
  const page = new PageFinder(finder);
  const run = {};
  page.add(run, text);
  page.settle();
  return page.mentionsOf(run);
}

describe('a finder file', () => {
  test('finds what the finder it was written from does', () => {
    const text = '中國科協與學會（团体），CAST、学会了、老科协';
    const found = mentionsOf(finderIn(file), text);
    expect(found).toEqual(mentionsOf(createFinder(small), text));
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['中國科協', '學會', 'CAST']);
  });

  test('holds the bundled glossary', () => {
    const read = finderIn(writeFinder(finderData, folding.hash));
    const built = createFinder(finderData);
    const forms = finderData.patterns.split('\n');
    expect(read.revision).toBe(finderData.revision);
    expect(forms.map((_, pattern) => read.textOf(pattern))).toEqual(forms);
    expect(mentionsOf(read, forms.join('。'))).toEqual(mentionsOf(built, forms.join('。')));
  });

  test('may be empty', () => {
    const none: FinderData = { revision: 'none', patterns: '', variants: '', senses: [], rules: [], exclusions: [] };
    expect(mentionsOf(finderIn(writeFinder(none, folding.hash)), '中国科协')).toEqual([]);
  });

  test('agrees with the finder built from the same forms', () => {
    const form = fc.string({ unit: fc.constantFrom(...'中国学会ab1'), minLength: 1, maxLength: 4 });
    const text = fc.string({ unit: fc.constantFrom(...'中國学會ab1 \u200b'), maxLength: 30 });
    fc.assert(
      fc.property(fc.uniqueArray(form, { maxLength: 8 }), text, (forms, whole) => {
        const entries = forms.map((word) => ({ id: word, forms: [{ text: word }] }));
        const data = compileFinder(entries, [], { revision: 'test', folding });
        const read = finderIn(writeFinder(data, folding.hash));
        expect(mentionsOf(read, whole)).toEqual(mentionsOf(createFinder(data), whole));
      }),
      { numRuns: 200 },
    );
  });
});

describe('a file that is none, or damaged, is refused', () => {
  test.each<[name: string, error: string, expected: RegExp]>([
    ['nothing', errorOf(new ArrayBuffer(0)), /is not one: 0 bytes are too few/],
    ['another format', errorOf(withWord(0, () => 0x04034b50)), /is not one: it begins otherwise/],
    ['a later version', errorOf(withWord(1, () => 3)), /has version 3; this program reads version 2/],
    ['another folding', errorOf(file, `0${folding.hash.slice(1)}`), /another table of what is alike/],
    ['a byte more', errorOf(new Uint8Array([...new Uint8Array(file), 0]).buffer), /is damaged: it has \d+ bytes/],
    ['a section longer than the file', errorOf(withWord(5, () => 0x7fffffff)), /is damaged: it has \d+ bytes/],
  ])('%s', (_name, error, expected) => {
    expect(error).toMatch(expected);
  });

  test('at any length but its own', () => {
    for (let length = 0; length < file.byteLength; length++) {
      expect(errorOf(file.slice(0, length))).toMatch(/^The finder file (is not one|is damaged): /);
    }
  });

  test('with any one bit another', () => {
    const expected = /^The finder file (is|has|was) /;
    const bytes = new Uint8Array(file);
    for (let i = 0; i < bytes.length; i++) {
      const flipped = new Uint8Array(bytes);
      flipped[i] = (flipped[i] ?? 0) ^ (1 << (i % 8));
      expect(errorOf(flipped.buffer)).toMatch(expected);
    }
  });
});
