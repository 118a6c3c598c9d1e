import { describe, expect, test } from 'vitest';
import { findDate } from '../../../glossary/editor/written-date';

describe('a date as bulletins write it', () => {
  test.each([
    ['2021-06-01', '2021-06-01'],
    ['2021/6/1', '2021-06-01'],
    ['2021年6月1日', '2021-06-01'],
    ['２０２１年６月１日', '2021-06-01'],
    ['民國110年6月11日', '2021-06-11'],
    ['民国一百一十年六月十一日', '2021-06-11'],
    ['二〇二一年六月一日', '2021-06-01'],
    ['二○二一年十二月三十一日', '2021-12-31'],
    ['二零二一年六月廿二日', '2021-06-22'],
  ])('%s is %s', (text, date) => {
    expect(findDate(`某某会 ${text}`)).toEqual({ start: 4, end: 4 + text.length, text, date });
  });

  test.each(['2021-02-30', '2021年13月1日', '二〇二一年六月三十一日', '民國110年2月30日'])('%s is no day', (text) => {
    expect(findDate(text)).toMatchObject({ text, date: null });
  });

  test.each(['2021', '6月11日', '第十九次', '110年6月11日'.slice(0, 4)])('%s is no date', (text) => {
    expect(findDate(text)).toBeNull();
  });
});
