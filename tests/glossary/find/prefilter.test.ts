import finderData from 'virtual:pangzhu/finder';
import spellings from 'virtual:pangzhu/fold';
import pack from 'virtual:pangzhu/pack';
import parsePrefilter from 'virtual:pangzhu/prefilter';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePrefilter } from '../../../glossary/editor/compile-prefilter';
import { foldForm, standardFolding } from '../../../glossary/editor/fold';
import { createFinder } from '../../../glossary/find/finder';
import { PageFinder } from '../../../glossary/find/page-finder';
import { createPrefilter } from '../../../glossary/find/prefilter';
import { IGNORABLE, LINE_BREAK, QUOTE_PAIRS, SPACE } from '../../../glossary/pack/characters';
import { compileFinder, type FormRules } from '../../../glossary/pack/compile-finder';
import { amount } from '../../long-runs';

const prefilterData = parsePrefilter();

const holds = createPrefilter([prefilterData]);
const finder = createFinder(finderData);
const forms = pack.terms.flatMap((entry) => entry.forms);
const patterns = finderData.patterns.split('\n');
const guarded = (prefilterData.guards ?? []).map(([form]) => form);

function hasMention(text: string, by = finder): boolean {
  const page = new PageFinder<object>(by);
  const run = {};
  page.add(run, text);
  page.settle();
  return page.mentionsOf(run).length > 0;
}

const spellingsOf = new Map<string, string[]>();
for (let i = 0; i + 1 < spellings.length; i += 2) {
  const [spelling = '', letter = ''] = spellings.slice(i, i + 2);
  spellingsOf.set(letter, [...(spellingsOf.get(letter) ?? []), spelling]);
}

/** A way to write one letter: in full width, in capitals, in Traditional or any other spelling that the finder folds. */
function spellingOf(letter: string): fc.Arbitrary<string> {
  const wide = letter > ' ' && letter <= '~' ? [String.fromCharCode(letter.charCodeAt(0) + 0xfee0)] : [];
  return fc.constantFrom(letter, letter, letter.toUpperCase(), ...wide, ...(spellingsOf.get(letter) ?? []));
}

/** Text in nodes: what parts two letters, if anything. A `|` is the edge of a node. */
const gap = fc.oneof(
  { weight: 12, arbitrary: fc.constant('') },
  { weight: 2, arbitrary: fc.constant('|') },
  { weight: 1, arbitrary: fc.constantFrom(' ', '\n ', '\u200b', '“', '”', LINE_BREAK, '| ', '　') },
);
const written = (text: string) =>
  fc.tuple(...text.split('').map((letter) => fc.tuple(spellingOf(letter), gap))).map((parts) => parts.flat().join(''));
const filler = fc.nat(90).chain((length) => fc.constantFrom('山', '。', ' ').map((unit) => unit.repeat(length)));
const around = finderData.rules.flatMap(({ notBefore = [], notAfter = [], standsBefore = [], standsAfter = [] }) => [
  ...notBefore,
  ...notAfter,
  ...standsBefore,
  ...standsAfter,
]);
const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...forms.map(foldForm)).chain(written) },
  { weight: 3, arbitrary: fc.constantFrom(...guarded).chain(written) },
  { weight: 3, arbitrary: fc.constantFrom(...patterns).chain(written) },
  { weight: 2, arbitrary: fc.constantFrom(...around) },
  { weight: 2, arbitrary: filler },
  { weight: 1, arbitrary: fc.constantFrom('|', '“', '”', '了', LINE_BREAK) },
);
const nodes = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('').split('|'));

describe('the prefilter', () => {
  it.each(forms)('matches the form %s, spaced, in full width and between other words', (form) => {
    const wide = form.replace(/[!-~]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) + 0xfee0));
    for (const text of [form, `前文${form.split('').join('\n ')}后文`, wide]) {
      if (hasMention(text)) expect([text, holds(text)]).toEqual([text, true]);
    }
  });

  it('matches whatever the finder finds, in whatever nodes it stands', () => {
    fc.assert(
      fc.property(nodes, (texts) => {
        if (!hasMention(texts.join(''))) return;
        expect(holds(texts.join(''), () => texts.join(LINE_BREAK))).toBe(true);
      }),
      { numRuns: amount(1000, 200_000) },
    );
  });

  it('skips all that a match skips', () => {
    for (const unit of IGNORABLE + SPACE + LINE_BREAK + QUOTE_PAIRS) expect(holds(`科${unit}协`), unit).toBe(true);
  });

  it.each([
    ['nothing', ''],
    ['English prose', 'The quick brown fox jumps over the lazy dog in 2021, 157 times, 3+1 of them at noon.'],
    ['English prose with English forms that mean something else there', 'Meet the CAST of IRDR, a film by W. Slow.'],
    [
      'English prose with parts of English forms in it',
      'For the last child, a third bird was cast out: the broadcast on science and technology casts chimes forward.',
    ],
    ['Chinese prose about something else', '昨夜有雨，今晨转晴，江上起了薄雾，渡船比平日晚开了半个小时。'],
    ['a Japanese sentence', '学校で学会への申し込みの方法を学び、夏休みの間に三つの町を訪ねた。'],
    [
      'everyday words that parts of forms are part of',
      '建校70周年，宣传部的工作者、科学家和志愿服务者谈社会主义、中华民族和科学技术。',
    ],
    ['a verb, not learned societies', '孩子学会了游泳，也学会用筷子。'],
    ['a longer word', '各级党组织要实事求是，把要求是什么讲清楚。'],
  ])('does not match %s', (_name, text) => {
    expect(holds(text)).toBe(false);
  });

  it.each([
    ['without forms', '建校70周年，宣传部的工作者、科学家和志愿服务者谈社会主义、中华民族和科学技术。', 0],
    ['with a verb that lacks its cues', '孩子学会了游泳，也学会用筷子。', 0],
    ['with a form that nothing refuses', '党组织和党组。', 0],
    ['where a longer word refuses all forms', '各级党组织。', 1],
  ])('reads a text %s node by node only where that may matter', (_name, text, readings) => {
    let count = 0;
    const inNodes = () => {
      count++;
      return text;
    };
    holds(text, inNodes);
    expect(count).toBe(readings);
  });

  it('matches a run of one letter, and one that another begins with', () => {
    const holdsAny = createPrefilter([{ literals: '德 科学 科学家 abc', spellings: '' }]);
    const test = (text: string) => holdsAny(text);
    expect(['德', '道德', '科 学', '一科学', 'ABC', 'xABC', 'abc', 'aBc'].filter((text) => !test(text))).toEqual([]);
    expect(['', '道', '科', '学科', 'ab', 'Ab', 'ab c'.slice(0, 3)].filter(test)).toEqual([]);
  });

  it('matches nothing when the glossary is empty', () => {
    expect(createPrefilter([{ literals: '', spellings: '' }])('任何文字')).toBe(false);
  });
});

describe('a guard', () => {
  const folding = standardFolding();
  const compiled = (form: FormRules, others: FormRules[] = []) => {
    const entries = [form, ...others].map((each, i) => ({ id: `e${i}`, forms: [each] }));
    const data = compileFinder(entries, [], { revisions: ['test'], folding });
    const prefilter = compilePrefilter(data, folding);
    return {
      prefilter,
      holds: createPrefilter([prefilter]),
      finds: (text: string) => hasMention(text, createFinder(data)),
    };
  };

  it('asks for a cue near the form, over as many nodes as there may be', () => {
    const { finds, holds: test } = compiled({ text: '学会', needs: { near: ['年会'] } });
    const far = '山'.repeat(80);
    expect([`年会${far}学会`, `学会${far}年会`, '学会'].map(finds)).toEqual([true, true, false]);
    const parted = (text: string) => text.split('').join(LINE_BREAK);
    expect([`年会${far}学会`, `学会${far}年会`].map(parted).map((text) => test(text))).toEqual([true, true]);
    expect(['学会', `年会${far.repeat(3)}学会`].map((text) => test(text))).toEqual([false, false]);
  });

  it('is not needed where each cue is a form itself', () => {
    const needs = { page: ['海洋调查船'] };
    const { prefilter, finds, holds: test } = compiled({ text: '学会', needs }, [{ text: '海洋调查船' }]);
    expect(prefilter.guards).toEqual([]);
    expect(prefilter.literals).not.toContain('学会');
    expect([finds, test].map((each) => each('海洋调查船。学会'))).toEqual([true, true]);
  });

  it('refuses a longer word only if nothing is between its letters', () => {
    const { finds, holds: test } = compiled({ text: '党组', notBefore: ['织'] });
    const texts = ['党组织', '党组”织', `党组${LINE_BREAK}织`, '党组'];
    expect(texts.map((text) => test(text))).toEqual([false, true, true, true]);
    expect(texts.filter((text) => finds(text) && !test(text))).toEqual([]);
  });

  it('does not refuse a longer word that keeps the form', () => {
    const { finds, holds: test } = compiled({ text: '党组', notBefore: ['织'], standsBefore: ['织密'] });
    const texts = ['党组织', '党组织密'];
    expect(texts.filter((text) => finds(text) && !test(text))).toEqual([]);
    expect(finds('党组织密')).toBe(true);
  });
});
