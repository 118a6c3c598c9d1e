/** Holds what the written entries say: tone, dates, lists, and that each is found in the bulletin it quotes. */
import { describe, expect, test } from 'vitest';
import { readGlossary } from '../../../glossary/cli/read-glossary';
import { readEntryFiles } from '../../../glossary/editor/read-entries';
import { entryOf, glossary, mentionsOn } from './glossary';

const { terms: entries, bulletins } = glossary.pack;
const all = entries.map((entry) => [entry.id, entry] as const);

/** Words of praise or of homage, which a definition has no use for outside a name or a quotation. */
const PRAISE =
  /伟大|辉煌|光辉|圆满|杰出|卓越|优秀|崇高|宝贵|深刻|显著|磅礴|重要讲话|重要指示|重要论述|根本遵循|英明|丰硕|举世/;

/** A definition without the names and quotations in it. */
const own = (text: string) => text.replace(/“[^”]*”|《[^》]*》/g, '').replaceAll('中华民族伟大复兴', '');

describe('a definition', () => {
  test.each(all)('%s: is made of whole sentences', (_id, { short, long }) => {
    expect(short.endsWith('。')).toBe(true);
    expect(short.indexOf('。')).toBe(short.length - 1);
    expect(long.endsWith('。')).toBe(true);
  });

  test.each(all)('%s: praises nothing', (_id, { short, long }) => {
    expect(PRAISE.exec(own(short + long))).toBeNull();
  });

  test.each(all)('%s: has full-width punctuation, and pairs of marks', (_id, { short, long, inferred }) => {
    const text = short + long + (inferred ?? '');
    expect(text).not.toMatch(/[,;:!?()"']/);
    for (const [open, close] of ['“”', '‘’', '《》', '（）'].map((pair) => [...pair])) {
      expect(text.split(open ?? '').length).toBe(text.split(close ?? '').length);
    }
  });

  test.each(all)('%s: gives the reading with tones', (_id, { headword, pinyin }) => {
    expect(pinyin).toMatch(/[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]/i);
    expect(pinyin).not.toBe(headword);
  });

  test('a person is introduced by the office of the day, and what came later is dated', () => {
    for (const person of entries.filter((entry) => entry.category === 'person')) {
      expect(person.short).toMatch(/2021年6月时任/);
      const years = [...`${person.short}${person.long}`.matchAll(/(20\d\d)年/g)].map(([, year = '']) => year);
      expect((person.asOf ?? '').slice(0, 4) >= (years.sort().at(-1) ?? '')).toBe(true);
    }
  });

  test('what the text on 中国科协 is called after is its number of characters', () => {
    const { fullText } = entries.find((entry) => entry.id === 'words-157') ?? {};
    expect(fullText?.text.match(/\p{Script=Han}/gu)).toHaveLength(157);
    expect([...(fullText?.text ?? '')]).toHaveLength(172);
  });

  test.each([
    ['four-histories', 4],
    ['five-tasks', 5],
    ['three-plus-one', 3],
    ['scientist-spirit', 6],
  ])('%s lists its %i parts', (id, count) => {
    expect(entries.find((entry) => entry.id === id)?.list?.items).toHaveLength(count);
  });
});

describe('a quotation', () => {
  test.each(all)('%s: the term is found where it stands in the bulletin', (id, { evidence }) => {
    for (const { bulletin, passage, quote, emphasis } of evidence) {
      const source = bulletins.find((item) => item.id === bulletin);
      const signature = [{ id: 'signature', text: source?.signer ?? '' }];
      const paragraphs = [...(source?.paragraphs ?? []), signature];
      const page = paragraphs.map((passages) => passages.map((item) => item.text).join(''));
      const at = paragraphs.findIndex((passages) => passages.some((item) => item.id === passage));
      const start = (page[at] ?? '').indexOf(quote) + emphasis[0];
      const end = start + emphasis[1] - emphasis[0];
      const covering = (mentionsOn(page)[at] ?? []).find((mention) => mention.start < end && mention.end > start);
      // A longer term takes the place of one inside it: 中国科协党组 of 党组.
      const isLonger = covering !== undefined && covering.end - covering.start > emphasis[1] - emphasis[0];
      expect(covering && (isLonger || entryOf(covering) === id)).toBe(true);
    }
  });
});

describe('the files', () => {
  const { entries: placed } = readEntryFiles(readGlossary().entries);
  test.each(placed.map(({ value, file }) => [value.id, value.category, file] as const))(
    '%s stands in the file of its category',
    (_id, category, file) => {
      expect(file).toBe(`entries/${category === 'person' ? 'people' : `${category}s`}.yaml`);
    },
  );
});
