import spellings from 'virtual:pangzhu/fold';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFinder } from '../../../glossary/find/finder';
import {
  compileHashedPrefilter,
  createHashedPrefilter,
  isFindable,
  isHashedPrefilter,
  joinHashedPrefilters,
} from '../../../glossary/find/hashed-prefilter';
import { mentionsInText } from '../../../glossary/find/standalone-text';
import { compileFinder } from '../../../glossary/pack/compile-finder';
import { Folding } from '../../../glossary/pack/folding';

const folding = new Folding(spellings);
const compiled = (forms: readonly string[]) => {
  const folded = forms.map((form) => folding.fold(form)).filter(isFindable);
  return compileHashedPrefilter(folded, folding.spellingsOf(folded));
};
const testOf = (...packs: string[][]) => createHashedPrefilter(joinHashedPrefilters(packs.map(compiled)));

describe('the prefilter of large packs', () => {
  const test = testOf(['量子纠缠', '学会', '中国科学技术协会章程', 'Open Science', 'RNA', 'bioinformatics']);

  it.each([
    ['谈量子纠缠'],
    ['談量子糾纏'],
    ['量 子“纠”缠'],
    ['各学会'],
    ['ｏｐｅｎ science'],
    ['OPEN SCIENCE.'],
    ['中国科学技术协会章程'],
    ['rna'],
    ['to bioinformatics'],
  ])('accepts %s', (text) => {
    expect(test(text)).toBe(true);
  });

  it.each([[''], ['量'], ['量子力学'], ['中国科学院'], ['reopen science'], ['journal'], ['RNAs'], ['学 校会议']])(
    'does not hold for “%s”',
    (text) => {
      expect(test(text)).toBe(false);
    },
  );

  it('accepts few texts without a form', () => {
    const letter = (n: number) => String.fromCharCode(0x4e00 + n);
    let seed = 1;
    const random = (below: number) => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return Math.floor((seed / 2 ** 32) * below);
    };
    const word = (from: number) => Array.from({ length: 2 + random(4) }, () => letter(from + random(3000))).join('');
    const other = testOf(Array.from({ length: 1000 }, () => word(3000)));
    // Each text has a thousand letters that no form has.
    const texts = Array.from({ length: 500 }, () => Array.from({ length: 1000 }, () => letter(random(1000))).join(''));
    expect(texts.filter(other).length).toBeLessThan(3);
  });

  it('accepts no text without packs', () => {
    expect(testOf()('量子纠缠')).toBe(false);
    expect(isHashedPrefilter(joinHashedPrefilters([]))).toBe(true);
  });

  it('accepts every text in which the finder finds a form, of one pack or several', () => {
    const forms = fc.uniqueArray(fc.stringMatching(/^[科普学会ab “]{2,10}$/), { minLength: 1, maxLength: 8 });
    const text = fc.array(fc.constantFrom(...'科普学會ａBb ”\n\u200b', '会科'), { maxLength: 30 });
    fc.assert(
      fc.property(forms, text, (all, units) => {
        const findable = all.filter((form) => isFindable(folding.fold(form)));
        const named = findable.map((form) => ({ id: form, forms: [{ text: form }] }));
        const finder = createFinder(compileFinder(named, [], { revisions: ['0'], folding }));
        const page = units.join('');
        if (mentionsInText(finder, page).length === 0) return;
        expect(testOf(findable)(page)).toBe(true);
        expect(testOf(findable, ['无关'])(page)).toBe(true);
      }),
    );
  });

  it('lets few texts without a form pass at 20,000 forms', () => {
    const random = mulberry(7);
    const word = (length: number) =>
      Array.from({ length }, () => String.fromCharCode(0x4e00 + Math.floor(random() ** 2 * 3000))).join('');
    const forms = Array.from({ length: 20_000 }, () => word(3 + Math.floor(random() * 6)));
    const large = createHashedPrefilter(compileHashedPrefilter(forms, ''));
    const finder = createFinder(
      compileFinder(
        [...new Set(forms)].map((text) => ({ id: text, forms: [{ text }] })),
        [],
        { revisions: ['0'], folding: new Folding('') },
      ),
    );
    const pages = Array.from({ length: 60 }, () => word(3000)).filter(
      (page) => mentionsInText(finder, page).length === 0,
    );
    expect(pages.length).toBeGreaterThan(20);
    expect(pages.filter(large).length / pages.length).toBeLessThan(0.25);
  });
});

/** Random numbers in [0, 1), the same for a seed. */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
