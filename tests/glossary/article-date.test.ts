import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareToArticle, dateInJsonLd, parseDate } from '../../glossary/article-date';

describe('parseDate', () => {
  it.each([
    ['2021-06-21', '2021-06-21'],
    ['2021-06-21T09:30:00+08:00', '2021-06-21'],
    ['2021-06-21 09:30', '2021-06-21'],
    ['2021/6/1', '2021-06-01'],
    ['2021.06.21', '2021-06-21'],
    ['2021年6月21日', '2021-06-21'],
    ['2021年06月21日 09:30', '2021-06-21'],
    [' 2021-06-21 ', '2021-06-21'],
    ['2020-02-29', '2020-02-29'],
  ])('reads %j as %s', (stated, date) => {
    expect(parseDate(stated)).toBe(date);
  });

  it.each([
    '',
    '2021',
    '2021-06',
    '2021-02-29',
    '2021-13-01',
    '2021-00-10',
    '2021-06-31',
    '1900-01-01',
    '9999-01-01',
    '21-06-2021',
    '06/21/2021',
    '2021-06/21',
    '2021-06-21x',
    'yesterday',
    '1624230000000',
    `2021-06-21T${'0'.repeat(5000)}`,
  ])('rejects %j', (stated) => {
    expect(parseDate(stated)).toBeNull();
  });

  it('returns null or a real day for any input', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}/)), (stated) => {
        const date = parseDate(stated);
        if (date !== null) expect(new Date(date).toISOString().slice(0, 10)).toBe(date);
      }),
    );
  });
});

describe('dateInJsonLd', () => {
  it.each([
    ['{"@type":"NewsArticle","datePublished":"2021-06-21T09:30:00+08:00"}', '2021-06-21'],
    ['{"@graph":[{"@type":"WebSite"},{"@type":"Article","datePublished":"2021-06-21"}]}', '2021-06-21'],
    ['[{"datePublished":"soon"},{"datePublished":"2021-06-21"}]', '2021-06-21'],
    ['{"datePublished":{"@value":"2021-06-21"}}', null],
    ['{"datePublished":20210621}', null],
    ['{"dateModified":"2021-06-21"}', null],
    ['null', null],
    ['{"datePublished":', null],
    ['', null],
    [`${'['.repeat(50_000)}${']'.repeat(50_000)}`, null],
    [JSON.stringify({ filler: 'x'.repeat(300_000), datePublished: '2021-06-21' }), null],
    [JSON.stringify([...Array.from({ length: 5000 }, () => 0), { datePublished: '2021-06-21' }]), null],
  ])('finds datePublished at any depth, within bounds (%#)', (source, date) => {
    expect(dateInJsonLd(source)).toBe(date);
  });
});

describe('compareToArticle', () => {
  it.each([
    ['2021-06-11', '2021-06-21', 'earlier'],
    ['2021-06-21', '2021-06-21', 'same'],
    ['2021-06-21', '2020-12-31', 'later'],
  ] as const)('compares a source of %s with an article of %s: %s', (source, article, expected) => {
    expect(compareToArticle(source, article)).toBe(expected);
  });
});
