import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allSpellings, foldForm, foldUnit, foldWithPlaces, variantsOf } from '../../../glossary/editor/fold';
import { alphabetOf, CLASS } from '../../../glossary/find/letter-classes';
import { buildTables } from '../../../glossary/find/tables';
import { IGNORABLE, LINE_BREAK, QUOTE_PAIRS, SPACE } from '../../../glossary/pack/characters';
import { Folding } from '../../../glossary/pack/folding';

const units = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit));
const text = fc.string({ unit: 'binary', maxLength: 30 });
const likely = fc.string({
  unit: fc.constantFrom(...'中國學会科協 \n\u3000\u200b“”"ａＡaBé1+＋-—·里裏'),
  maxLength: 30,
});

const table: [form: string, folded: string][] = [
  ['', ''],
  ['“”', ''],
  ['科协', '科协'],
  ['科協', '科协'],
  ['“3+1”试点', '3+1试点'],
  ['３＋１試點', '3+1试点'],
  ['3 + 1 试点', '3+1试点'],
  ['  World \n Forum ', 'world forum'],
  ['Café  À', 'café à'],
  ['CAST 科协', 'cast科协'],
  ['科\u200b协', '科协'],
  ['A“ B', 'a b'],
  ['2021—2025', '2021-2025'],
  ['2021–2025', '2021-2025'],
  ['︱', '-'],
  ['〈求是〉', '《求是》'],
  ['智慧・科协', '智慧·科协'],
  ['學會、協會', '学会、协会'],
  ['羣衆組織', '群众组织'],
  ['臺灣', '台湾'],
  // Spelling of Hong Kong.
  ['衞生', '卫生'],
  ['敍事', '叙事'],
  ['2021─2025', '2021-2025'],
  ['3∶1', '3:1'],
  // Traditional to Simplified joins letters: these are found for each other.
  ['幹部', '干部'],
  ['乾部', '干部'],
  ['皇後', '皇后'],
  ['裡面', '里面'],
  ['頭髮', '头发'],
  // 著 is Simplified too (名著): it stays.
  ['名著', '名著'],
];

describe('folding', () => {
  test.each(table)('%j folds to %j', (form, folded) => {
    expect(foldForm(form)).toBe(folded);
  });

  test('is idempotent', () => {
    fc.assert(
      fc.property(fc.oneof(text, likely), (form) => {
        expect(foldForm(foldForm(form))).toBe(foldForm(form));
      }),
    );
    const folded = units.map(foldUnit).filter((unit) => unit !== null);
    expect(folded.filter((unit) => foldUnit(unit) !== unit)).toEqual([]);
  });

  test('maps each folded unit to its offset', () => {
    fc.assert(
      fc.property(fc.oneof(text, likely), (form) => {
        const folded = foldWithPlaces(form);
        expect(folded.text).toHaveLength(folded.places.length);
        folded.places.forEach((place, i) => {
          expect(foldUnit(form.charAt(place)) ?? ' ').toBe(folded.text.charAt(i));
        });
      }),
    );
  });

  test('merges no characters of GB 2312 that Simplified texts distinguish', () => {
    const decoder = new TextDecoder('gb18030');
    const changed: string[] = [];
    for (let row = 0xb0; row <= 0xf7; row++) {
      for (let cell = 0xa1; cell <= 0xfe; cell++) {
        const unit = decoder.decode(new Uint8Array([row, cell]));
        if (unit.length === 1 && /\p{Script=Han}/u.test(unit) && foldUnit(unit) !== unit) changed.push(unit);
      }
    }
    // Variants and Traditional forms that GB 2312 has besides: none is a common word apart from its letter.
    expect(changed.sort()).toEqual([...'乾菸薹拚捱摺吒後徵夥榘於袷麴醣麽'].sort());
  });
});

describe('the table of spellings', () => {
  test('folds every unit of the BMP like the libraries', () => {
    const folding = new Folding(allSpellings());
    expect(units.filter((unit) => folding.unit(unit) !== foldUnit(unit))).toEqual([]);
  });
});

describe('skipped characters', () => {
  test('are the default-ignorable ones of the BMP, without fillers and unassigned ones', () => {
    const ignorable = units.filter(
      (unit) => /\p{Default_Ignorable_Code_Point}/u.test(unit) && /\P{Cn}/u.test(unit) && !/[ᅟᅠㅤﾠ]/.test(unit),
    );
    expect([...IGNORABLE].sort()).toEqual(ignorable.sort());
  });

  test('all white space and quotation marks have exactly one kind', () => {
    const all = IGNORABLE + SPACE + LINE_BREAK + [...new Set(QUOTE_PAIRS)].join('');
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('variants', () => {
  const patterns = [
    '中国科协',
    '3+1试点',
    'world forum',
    '科协(会)、:!?,',
    'é',
    '-·《》。',
    '干里面发台群',
    '后云余范',
  ];

  test('fold to their letter', () => {
    const variants = variantsOf(patterns);
    expect(variants.length % 2).toBe(0);
    for (let i = 0; i < variants.length; i += 2) expect(foldUnit(variants.charAt(i))).toBe(variants.charAt(i + 1));
  });

  test('give every unit of the BMP the class of its fold', () => {
    const { classOf } = buildTables(patterns, alphabetOf(patterns, variantsOf(patterns)));
    const letters = new Set(patterns.join(''));
    const wrong = units.filter((unit, code) => {
      const folded = foldUnit(unit);
      const cls = classOf[code] ?? -1;
      if (folded === null) return cls !== CLASS.ignorable && cls !== CLASS.quote;
      if (folded === ' ') return cls !== CLASS.space && cls !== CLASS.lineBreak;
      return cls !== (letters.has(folded) ? classOf[folded.charCodeAt(0)] : CLASS.none);
    });
    expect(wrong).toEqual([]);
  });
});
