import { describe, expect, it } from 'vitest';
import { standardFolding } from '../../../glossary/editor/fold';
import { type SegmentChoice, withChoices } from '../../../glossary/find/choose-packs';
import { createPrefilter } from '../../../glossary/find/prefilter';
import { mentionsInText } from '../../../glossary/find/standalone-text';
import { compilePacks } from '../../../glossary/library/compile-packs';
import { libraryFinder } from '../../../glossary/library/library-finder';
import { compileFinder } from '../../../glossary/pack/compile-finder';
import { segmentOf } from '../../../glossary/pack/finder-data';

const term = (headword: string) => ({ id: headword, headword, forms: [], definition: '释义' });
const folding = standardFolding();
const bundled = compileFinder([{ id: 'a', forms: [{ text: '科普' }] }], [], { revisions: ['bundled'], folding });
const added = compilePacks(
  [
    { id: 'user', title: '', kind: 'user', terms: [term('科普'), term('会士')] },
    { id: 'policy-a', title: '甲', kind: 'policy', terms: [term('会士')] },
  ],
  folding,
);
const finder = libraryFinder(bundled, added.finder);

describe('what is set of packs in joint tables', () => {
  const set = (segment: number, more: Partial<SegmentChoice>) => ({
    segment,
    isOn: true,
    insideWords: [],
    ...more,
  });
  it.each<[name: string, choices: SegmentChoice[], expected: string[]]>([
    ['nothing', [], ['科普 1,0', '会士 1,2']],
    ['the bundled pack off', [set(0, { isOn: false })], ['科普 1', '会士 1,2']],
    ['the own pack off', [set(1, { isOn: false })], ['科普 0', '会士 2']],
    ['all off', [0, 1, 2].map((segment) => set(segment, { isOn: false })), []],
    ['one found inside words', [set(0, { insideWords: 'all' })], ['科普 1,0', '会士 1,2', '科普 0']],
    ['a term found inside words', [set(1, { insideWords: [0] })], ['科普 1,0', '会士 1,2', '科普 1']],
    ['another term found inside words', [set(1, { insideWords: [1] })], ['科普 1,0', '会士 1,2']],
    ['the words of one that is off', [set(1, { isOn: false, insideWords: 'all' })], ['科普 0', '会士 2']],
  ])('%s', (_name, choices, expected) => {
    const text = '科普，会士，内科普通班。';
    const found = mentionsInText(withChoices(finder, choices), text).map(
      ({ start, end, senses }) => `${text.slice(start, end)} ${senses.map(({ entry }) => segmentOf(entry))}`,
    );
    expect(found).toEqual(expected);
  });

  it('accepts no text for a prefilter if all packs are off', () => {
    const none = createPrefilter([]);
    for (const text of ['', '科普', 'a\uf900']) {
      expect(none(text)).toBe(false);
    }
  });
});
