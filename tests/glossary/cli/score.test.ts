import { describe, expect, it } from 'vitest';
import { type Found, type LabelledText, ratesOf, scoreTexts } from '../../../glossary/cli/score';

const found = (start: number, end: number, headword = '科协'): Found => ({ start, end, headword, forms: [headword] });
const text = (given: Partial<LabelledText> = {}): LabelledText => ({
  id: 1,
  text: '各级“科协”组织与文科协会。',
  mentions: [{ start: 3, end: 5, term: '科协' }],
  ignore: [],
  traps: [],
  ...given,
});
const score = (labelled: LabelledText, items: Found[], known = ['科协']) =>
  scoreTexts([{ labelled, found: items }], (spellings) => spellings.some((spelling) => known.includes(spelling)));

describe('scoreTexts', () => {
  it.each<[string, LabelledText, Found[], number[], number[]]>([
    ['nothing to find and nothing found', text({ mentions: [] }), [], [0, 0, 0], [0, 0, 0]],
    ['the same span', text(), [found(3, 5)], [1, 0, 0], [1, 0, 0]],
    ['a span with its quotation marks', text(), [found(2, 6)], [1, 0, 0], [1, 0, 0]],
    ['a longer span', text(), [found(3, 8)], [0, 1, 1], [1, 0, 0]],
    ['nothing', text(), [], [0, 0, 1], [0, 0, 1]],
    ['something elsewhere', text(), [found(10, 12)], [0, 1, 1], [0, 1, 1]],
    ['a second mention inside one that was found', text(), [found(2, 6), found(3, 5)], [1, 1, 0], [1, 0, 0]],
    ['debatable spans', text({ mentions: [], ignore: [{ start: 9, end: 12 }] }), [found(10, 12)], [0, 0, 0], [0, 0, 0]],
    ['an entry that is no labelled term', text({ mentions: [] }), [found(10, 12, '别的')], [0, 0, 0], [0, 0, 0]],
  ])('counts %s', (_name, labelled, items, strict, lenient) => {
    const result = score(labelled, items);
    expect(Object.values(result.strict)).toEqual(strict);
    expect(Object.values(result.lenient)).toEqual(lenient);
  });

  it('counts a trap that was hit by any entry', () => {
    const labelled = text({ mentions: [], traps: [{ start: 9, end: 13 }] });
    expect(score(labelled, [found(10, 12, '别的')]).trapsHit).toBe(1);
    expect(score(labelled, []).trapsHit).toBe(0);
  });

  it('lists each error with its context', () => {
    const { errors } = score(text(), [found(10, 12)]);
    expect(errors.map((error) => error.split(/\s+/)[0])).toEqual(['wrong', 'missed']);
    expect(errors[0]).toContain('文科协会');
  });

  it('returns rates between 0 and 1, also without mentions', () => {
    expect(ratesOf({ found: 0, wrong: 0, missed: 0 })).toEqual({ precision: 0, recall: 0, f1: 0 });
    expect(ratesOf({ found: 3, wrong: 1, missed: 0 })).toEqual({ precision: 0.75, recall: 1, f1: 1.5 / 1.75 });
  });
});
