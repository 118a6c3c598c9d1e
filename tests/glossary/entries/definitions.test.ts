/** Checks definitions of the bundled entries: tone, dates, lists, and that each term is found in its quotation. */
import { describe, expect, test } from 'vitest';
import { readGlossary } from '../../../glossary/cli/read-glossary';
import { readEntryFiles } from '../../../glossary/editor/read-entries';
import { entryOf, glossary, mentionsOn } from './glossary';

const { terms: entries, bulletins } = glossary.pack;
const all = entries.map((entry) => [entry.id, entry] as const);

/** Words of praise, allowed in names and quotations only. */
const PRAISE =
  /伟大|辉煌|光辉|圆满|杰出|卓越|优秀|崇高|宝贵|深刻|显著|磅礴|重要讲话|重要指示|重要论述|根本遵循|英明|丰硕|举世/;

/** A definition without its names and quotations. */
const own = (text: string) => text.replace(/“[^”]*”|《[^》]*》/g, '').replaceAll('中华民族伟大复兴', '');

describe('a definition', () => {
  test.each(all)('%s: consists of whole sentences', (_id, { short, long }) => {
    expect(short.endsWith('。')).toBe(true);
    expect(short.indexOf('。')).toBe(short.length - 1);
    expect(long.endsWith('。')).toBe(true);
  });

  test.each(all)('%s: contains no praise', (_id, { short, long }) => {
    expect(PRAISE.exec(own(short + long))).toBeNull();
  });

  test.each(all)('%s: has full-width punctuation, and quotation marks in pairs', (_id, { short, long, inferred }) => {
    const text = short + long + (inferred ?? '');
    expect(text).not.toMatch(/[,;:!?()"']/);
    for (const [open, close] of ['“”', '‘’', '《》', '（）'].map((pair) => [...pair])) {
      expect(text.split(open ?? '').length).toBe(text.split(close ?? '').length);
    }
  });

  test.each(all)('%s: has a reading with tones', (_id, { headword, pinyin }) => {
    expect(pinyin).toMatch(/[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]/i);
    expect(pinyin).not.toBe(headword);
  });

  test.each(entries.filter((entry) => entry.category === 'person').map((entry) => [entry.id, entry] as const))(
    '%s: is introduced by the office of the day',
    (_id, { short }) => {
      expect(short).toMatch(/^2021年6月时任/);
    },
  );

  test.each(all)('%s: mentions no date later than its state of knowledge', (_id, { short, long, when, asOf }) => {
    const stated = [...(short + long).matchAll(/(\d{4})年(\d{1,2})月/g)].map(
      ([, year, month]) => `${year}-${month?.padStart(2, '0')}`,
    );
    const months = [...stated, ...when.map(({ from }) => from.slice(0, 7)).filter((date) => date.length === 7)];
    expect(months.filter((month) => month > (asOf ?? '').slice(0, 7))).toEqual([]);
  });

  // To a Chinese reader 公报 is a communiqué; the sources are reports of an organisation.
  test.each(all)('%s: does not call a source 公报', (_id, { short, long, inferred, list }) => {
    expect(`${short}${long}${inferred ?? ''}${list?.title ?? ''}${list?.source ?? ''}`).not.toContain('公报');
  });

  test('the text on 中国科协 has the number of characters in its name', () => {
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

/** Whether an entry is of the kind that another explains: the thirtieth session is one of the series. */
function isKindOf(id: string, kind: string): boolean {
  const relations = entries.find((entry) => entry.id === id)?.relations ?? [];
  return relations.some(({ type, target }) => type === 'kind-of' && target === kind);
}

describe('a quotation', () => {
  test.each(all)('%s: contains the term, which is found in the bulletin', (id, { evidence }) => {
    for (const { bulletin, passage, quote, emphasis } of evidence) {
      const source = bulletins.find((item) => item.id === bulletin);
      const signature = [{ id: 'signature', text: source?.signer ?? '' }];
      const paragraphs = [...(source?.paragraphs ?? []), signature];
      const page = paragraphs.map((passages) => passages.map((item) => item.text).join(''));
      const at = paragraphs.findIndex((passages) => passages.some((item) => item.id === passage));
      const start = (page[at] ?? '').indexOf(quote) + emphasis[0];
      const end = start + emphasis[1] - emphasis[0];
      const covering = (mentionsOn(page)[at] ?? []).find((mention) => mention.start < end && mention.end > start);
      // A longer term replaces a shorter one inside it: 中国科协党组 replaces 党组.
      const isLonger = covering !== undefined && covering.end - covering.start > emphasis[1] - emphasis[0];
      expect(covering && (isLonger || entryOf(covering) === id || isKindOf(entryOf(covering), id))).toBe(true);
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
