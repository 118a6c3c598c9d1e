import finderData from 'virtual:pangzhu/finder';
import pack from 'virtual:pangzhu/pack';
import prefilterData from 'virtual:pangzhu/prefilter';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePrefilter } from '../../../glossary/editor/compile-prefilter';
import { standardFolding } from '../../../glossary/editor/fold';
import { createFinder } from '../../../glossary/find/finder';
import { PageFinder } from '../../../glossary/find/page-finder';
import { createPrefilter } from '../../../glossary/find/prefilter';
import { compileFinder } from '../../../glossary/pack/compile-finder';

const prefilter = createPrefilter(prefilterData);
const finder = createFinder(finderData);
const forms = pack.terms.flatMap((entry) => entry.forms);

function hasMention(text: string): boolean {
  const page = new PageFinder<object>(finder);
  const run = {};
  page.add(run, text);
  page.settle();
  return page.mentionsOf(run).length > 0;
}

describe('the prefilter', () => {
  it.each(forms)('matches the form %s, spaced, in full width and between other words', (form) => {
    expect(prefilter(form)).toBe(true);
    expect(prefilter(`前文${form.split('').join('\n ')}后文`)).toBe(true);
    expect(prefilter(form.replace(/[!-~]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) + 0xfee0)))).toBe(true);
  });

  it('matches whatever the finder finds', () => {
    const letter = fc.constantFrom(...new Set(forms.join('').concat('科協創與黨史學 \n\u200b“”「」\u3000')));
    const text = fc
      .array(fc.oneof(letter, fc.constantFrom(...forms)), { maxLength: 12 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (sample) => !hasMention(sample) || prefilter(sample)),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['nothing', ''],
    ['English prose', 'The quick brown fox jumps over the lazy dog in 2021, 157 times.'.replace('157', '158')],
    [
      'English prose with parts of English forms in it',
      'For the last child, a third bird was cast out: the broadcast on science and technology casts chimes forward.',
    ],
    ['Chinese prose about something else', '昨夜有雨，今晨转晴，江上起了薄雾，渡船比平日晚开了半个小时。'],
  ])('does not match %s', (_name, text) => {
    expect(prefilter(text)).toBe(false);
  });

  it.each(['CAST', 'ＣＡＳＴ', 'C A\u200bS\nT', 'CHINA Association for Science and Technology', 'IRDR'])(
    'matches %s',
    (text) => {
      expect(prefilter(`A page of ${text}.`)).toBe(true);
    },
  );

  it('matches a run of one letter, and one that another begins with', () => {
    const test = createPrefilter({ literals: ['德', '科学', '科学家', 'AB', 'abc'].join('\n'), variants: '' });
    expect(['德', '道德', '科 学', '一科学', 'AB', 'xABC', 'abc', 'aBc'].filter((text) => !test(text))).toEqual([]);
    expect(['', '道', '科', '学科', 'ab', 'Ab', 'ab c'.slice(0, 3)].filter(test)).toEqual([]);
  });

  it('matches a form written small that shares its letters with one in capitals', () => {
    const folding = standardFolding();
    const entries = [
      { id: 'a', forms: [{ text: 'ABCDEFGHIJ', exactCase: true }] },
      { id: 'b', forms: [{ text: 'Abcdefghij plan' }] },
    ];
    const data = compileFinder(entries, [], { revisions: ['test'], folding });
    const test = createPrefilter(compilePrefilter(data, folding));
    expect(['ABCDEFGHIJ', 'Abcdefghij plan', 'abcdefghij plan'].filter((text) => !test(text))).toEqual([]);
  });

  it('matches nothing when the glossary is empty', () => {
    expect(createPrefilter({ literals: '', variants: '' })('任何文字')).toBe(false);
  });
});
