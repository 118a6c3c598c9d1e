import { describe, expect, it } from 'vitest';
import { formatDate, formatDateRange, formatLanguages, formatNumber } from '../../components/format';
import type { Translate } from '../../components/i18n';
import english from '../../public/_locales/en/messages.json';
import simplified from '../../public/_locales/zh_CN/messages.json';
import traditional from '../../public/_locales/zh_TW/messages.json';

const LANGUAGES: readonly Translate[] = [simplified, traditional, english].map(
  (messages) => (key) => messages[key].message,
);

describe('formatDate', () => {
  it.each([
    ['a day', '2021-06-03', ['2021年6月3日', '2021年6月3日', '3 June 2021']],
    ['the first day of a year, in no other zone', '2021-01-01', ['2021年1月1日', '2021年1月1日', '1 January 2021']],
    ['the last', '2020-12-31', ['2020年12月31日', '2020年12月31日', '31 December 2020']],
    ['a leap day', '2020-02-29', ['2020年2月29日', '2020年2月29日', '29 February 2020']],
    ['a month', '2021-06', ['2021年6月', '2021年6月', 'June 2021']],
    ['a year', '2021', ['2021年', '2021年', '2021']],
    ['a day that is none', '2021-02-30', ['2021-02-30', '2021-02-30', '2021-02-30']],
    ['a month that is none', '2021-13', ['2021-13', '2021-13', '2021-13']],
    ['a word', 'yesterday', ['yesterday', 'yesterday', 'yesterday']],
    ['nothing', '', ['', '', '']],
  ])('shows %s in Simplified, Traditional and English', (_name, iso, shown) => {
    expect(LANGUAGES.map((t) => formatDate(t, iso))).toEqual(shown);
  });
});

describe('formatLanguages', () => {
  it.each<[string, string[], string[]]>([
    ['none', [], ['', '', '']],
    ['one', ['zh-Hans'], ['简体中文', '簡體中文', 'Simplified Chinese']],
    ['two', ['zh-Hant', 'en'], ['繁体中文和英语', '繁體中文和英文', 'Traditional Chinese and English']],
    ['what is no tag', ['x y'], ['x y', 'x y', 'x y']],
  ])('names %s', (_name, tags, shown) => {
    expect(LANGUAGES.map((t) => formatLanguages(t, tags))).toEqual(shown);
  });
});

describe('formatDateRange', () => {
  /** Which spaces stand around a dash is the platform's. */
  const spans = (from: string, to: string | null) =>
    LANGUAGES.map((t) => formatDateRange(t, from, to).replace(/\s*([–—])\s*/g, '$1'));

  it.each([
    ['one date', '2018-09-17', null, ['2018年9月17日', '2018年9月17日', '17 September 2018']],
    ['days of a month', '2021-05-28', '2021-05-30', ['2021年5月28日—30日', '2021年5月28日—30日', '28–30 May 2021']],
    [
      'days of a year',
      '2021-05-28',
      '2021-06-02',
      ['2021年5月28日—6月2日', '2021年5月28日—6月2日', '28 May–2 June 2021'],
    ],
    ['months', '2021-05', '2021-06', ['2021年5月—6月', '2021年5月—6月', 'May–June 2021']],
    [
      'months of two years',
      '2020-12',
      '2021-01',
      ['2020年12月—2021年1月', '2020年12月—2021年1月', 'December 2020–January 2021'],
    ],
    ['years', '2016', '2020', ['2016年—2020年', '2016年—2020年', '2016–2020']],
    ['a year and a month of it', '2021', '2021-06', ['2021年—2021年6月', '2021年—2021年6月', '2021—June 2021']],
  ])('shows %s', (_name, from, to, shown) => {
    expect(spans(from, to)).toEqual(shown);
  });
});

describe('formatNumber', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1106, '1,106'],
    [1_000_000, '1,000,000'],
  ])(
    '%d is written as each language writes it, and as the browser does for languages without messages',
    (count, shown) => {
      for (const messages of [simplified, traditional, english]) {
        const t: Translate = (key) => messages[key].message;
        expect(formatNumber(t, count)).toBe(shown);
      }
      expect(formatNumber(() => '', count)).toBe(new Intl.NumberFormat().format(count));
    },
  );
});
