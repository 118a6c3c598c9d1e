import readings from 'virtual:pangzhu/readings';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSearch } from '../../../glossary/search/search';
import { library, termId } from '../../library';

const search = createSearch(library, readings);
const MEETING = 'party-group-meeting-18';
const ids = (query: string) => search.find(query).map(({ entry }) => termId(entry));

/** The emphasised parts of the first result, joined by `|`. */
function emphasised(query: string): string {
  const [first] = search.find(query);
  return first ? first.ranges.map(([start, end]) => first.form.slice(start, end)).join('|') : '';
}

describe('search', () => {
  it.each([
    ['the headword', '科协十大', 'cast-10th', '科协十大'],
    ['its beginning', '科协十', 'cast-10th', '科协十'],
    ['its end', '协十大', 'cast-10th', '协十大'],
    ['another form', '中国科学技术协会第十次全国代表大会', 'cast-10th', '中国科学技术协会第十次全国代表大会'],
    ['initials', 'kxsd', 'cast-10th', '科协十大'],
    ['initials in capitals', 'KXSD', 'cast-10th', '科协十大'],
    ['pinyin', 'kexieshida', 'cast-10th', '科协十大'],
    ['pinyin with spaces', 'ke xie shi da', 'cast-10th', '科协十大'],
    ['pinyin with tones', 'kē xié shí dà', 'cast-10th', '科协十大'],
    ['the beginning of pinyin', 'kechuang', 'kechuang-china', '科创'],
    ['a syllable cut short', 'kechuangz', 'kechuang-china', '科创中'],
    ['letters and initials mixed', '科xsd', 'cast-10th', '科协十大'],
    ['syllables and initials mixed', 'kexiesd', 'cast-10th', '科协十大'],
    ['numerals as digits', '科协10大', 'cast-10th', '科协十大'],
    ['Traditional', '科協十大', 'cast-10th', '科协十大'],
    ['full width', '３＋１', 'three-plus-one', '3+1'],
    ['a name with quotation marks left out', '光荣在党50年纪念章', 'medal-50', '光荣在党50年|纪念章'],
    ['homophones', '怀近鹏', 'huai-jinpeng', '怀|鹏'],
    ['homophones of two characters', '蜀围', 'shu-wei', ''],
    ['tones as digits', 'ke1xie2shi2da4', 'cast-10th', '科协十大'],
    ['a question that holds the name', '科协十大是什么', 'cast-10th', '科协十大'],
    ['a wrong character', '科协十打', 'cast-10th', '科协十'],
    ['a missing character', '老科学家学术成长采集工程', 'elder-scientists-project', '老科学家学术成长|采集工程'],
    ['pinyin with a letter swapped', 'kepuzhnoggou', 'kepu-china', ''],
    ['ü as v', 'lvzhaoping', 'lu-zhaoping', '吕昭平'],
    ['an English name', 'Innovation China', 'kechuang-china', ''],
    ['an abbreviation', 'cast', 'cast', 'CAST'],
  ])('finds by %s: %s', (_name, query, id, marked) => {
    expect(ids(query)[0]).toBe(id);
    if (marked) expect(emphasised(query)).toBe(marked);
  });

  it('finds words that only the definition contains, and returns their ranges', () => {
    const result = search.find('科技与经济融合').find(({ entry }) => termId(entry) === 'kechuang-china');
    const detail = result?.detail;
    expect(detail?.ranges.map(([start, end]) => detail.text.slice(start, end))).toEqual(['科技与经济融合']);
  });

  it('finds words of a definition in any order, and returns the range of each', () => {
    const result = search.find('刊物  中央委员会').find(({ entry }) => termId(entry) === 'qiushi');
    const detail = result?.detail;
    expect(detail?.ranges.map(([start, end]) => detail.text.slice(start, end))).toEqual(['中央委员会', '刊物']);
  });

  it('finds every form in a pasted text, the longest first', () => {
    const found = search.find('他在科协十大期间向怀进鹏谈起“3+1”试点，也说到老科学家学术成长资料采集工程');
    expect(found.slice(0, 4).map(({ entry }) => termId(entry))).toEqual([
      'elder-scientists-project',
      'three-plus-one',
      'cast-10th',
      'huai-jinpeng',
    ]);
  });

  it('suggests the nearest entries', () => {
    expect(search.find('科技新闻联播团体')).toEqual([]);
    expect(search.nearest('科技新闻联播团体')[0]?.entry.id).toBe('bundled/st-community');
    expect(search.nearest('龘龘龘')).toEqual([]);
    expect(search.nearest('')).toEqual([]);
    expect(search.nearest('科学精神文明')[0]?.entry.headword).toBe('科学家精神');
    expect(search.nearest('kejigongzuozhu')[0]?.entry.headword).toBe('科技工作者');
  });

  it.each([
    ...['量子纠缠退火', '人工智能', '天气预报', '房价', '足球世界杯', '北京大学', '党员先锋岗', '区块链', '诺贝尔奖'],
    ...['乡村振兴战略', '五四运动', 'hello world', 'shequ fuwu', 'zzzz'],
  ])('suggests nothing for the unrelated query %j', (query) => {
    expect(search.find(query)).toEqual([]);
    expect(search.nearest(query)).toEqual([]);
  });

  it('ranks headwords that begin with the query before those that contain it, and definitions last', () => {
    const found = search.find('科普').map(({ entry, detail }) => [termId(entry), detail !== null] as const);
    expect(found.slice(0, 2)).toEqual([
      ['sci-pop', false],
      ['kepu-china', false],
    ]);
    expect(found.findIndex(([id]) => id === 'sci-day')).toBeLessThan(found.findIndex(([, isDetail]) => isDetail));
  });

  it.each(['', ' ', '“”', '，。！', '\u200b', '😀'])('finds nothing for %j', (query) => {
    expect(search.find(query)).toEqual([]);
  });

  it('finds nothing for a word that no entry contains', () => {
    expect(ids('量子纠缠退火')).toEqual([]);
  });

  it('returns every entry once, and at most `limit` entries', () => {
    const found = ids('zhong');
    expect(new Set(found).size).toBe(found.length);
    expect(search.find('zhong', 2)).toHaveLength(Math.min(2, found.length));
  });

  it('accepts any input, and returns ranges that are sorted, disjoint and inside their text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('科', '协', 'ke', 'x', '十大', '3+1', ' ', 'ü'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        for (const { form, ranges, detail } of search.find(pieces.join(''))) {
          for (const [text, list] of [[form, ranges] as const, [detail?.text ?? '', detail?.ranges ?? []] as const]) {
            let last = -1;
            for (const [start, end] of list) {
              expect(start).toBeGreaterThan(last);
              expect(end).toBeGreaterThan(start);
              expect(end).toBeLessThanOrEqual(text.length);
              last = end;
            }
          }
        }
      }),
    );
  });
});

describe('search by a date', () => {
  it.each([
    ['2021-06-11'],
    ['2021/6/11'],
    ['2021.6.11'],
    ['20210611'],
    ['2021年6月11日'],
    ['２０２１年６月１１日'],
    ['2021 年 6 月 11 日'],
    ['二〇二一年六月十一日'],
    ['民国110年6月11日'],
    ['民國一百一十年六月十一日'],
    ['6月11日'],
    ['6月11号'],
    ['六月十一日'],
    ['6/11'],
    ['June 11'],
    ['june 11th, 2021'],
    ['11 June 2021'],
    ['Jun. 11'],
  ])('%s finds entries of that date, the meeting first', (query) => {
    expect(ids(query)[0]).toBe(MEETING);
    expect(ids(query)).toContain('huai-jinpeng');
    expect(search.passages(query)[0]?.bulletin.id).toBe('cast-2021-06-11');
  });

  it('leads to a congress of several days by each of them', () => {
    for (const query of ['2021-05-28', '5月29日', '五月三十日']) expect(ids(query)[0]).toBe('cast-10th');
    expect(ids('2021-05-28')).toContain('words-157');
  });

  it('shows dated moments, with the date emphasised', () => {
    const [first] = search.find('六月十六日');
    expect(first?.detail?.text).toBe('2021-06-16 举行');
    expect(first?.detail?.ranges).toEqual([[0, 10]]);
  });

  it('leads to a month, and to a year', () => {
    expect(ids('2021年5月')).toContain('cast-10th');
    expect(ids('2021年6月')).not.toContain('cast-10th');
    expect(search.passages('2021-06').map(({ bulletin }) => bulletin.id)).toContain('cast-2021-06-18');
    expect(ids('2016年')).toContain('thirteenth-fyp');
  });

  it.each(['2020-06-11', '2021-02-30', '13月5日', '0月', '2021-13-01'])('finds nothing for %s', (query) => {
    expect(ids(query)).not.toContain(MEETING);
  });

  it('puts a name that is written like a date first', () => {
    expect(ids('七一')[0]).toBe('july-first');
    expect(ids('3+1')[0]).toBe('three-plus-one');
    expect(ids('5月31日中央政治局会议')[0]).toBe('politburo-0531');
  });
});

describe('search by numbers written out', () => {
  it.each([
    ['三加一', 'three-plus-one'],
    ['三＋一', 'three-plus-one'],
    ['three plus one', 'three-plus-one'],
    ['一百五十七字', 'words-157'],
    ['157个字', 'words-157'],
    ['光荣在党五十年', 'medal-50'],
    ['4史', 'four-histories'],
  ])('%s', (query, id) => {
    expect(ids(query)).toContain(id);
  });
});

describe('search in the sentences of the bulletins', () => {
  const shown = (query: string) =>
    search.passages(query).map(({ text, ranges }) => ranges.map(([start, end]) => text.slice(start, end)).join('|'));

  it.each([
    ['重要讲话', '重要讲话'],
    ['重要講話', '重要讲话'],
    ['人才', '人才'],
    ['海外', '海外'],
    ['157字 要求', '157字|要求'],
    ['一百五十七字', '157字'],
  ])('%s', (query, expected) => {
    expect(shown(query)[0]).toBe(expected);
  });

  it('returns each sentence once, with its address', () => {
    const found = search.passages('科协', 200);
    const places = found.map(({ bulletin, passage, text }) => `${bulletin.id}/${passage}/${text}`);
    expect(new Set(places).size).toBe(places.length);
    for (const { bulletin, passage } of found) {
      expect(bulletin.paragraphs.flat().map(({ id }) => id)).toContain(passage);
    }
  });

  it.each(['', '协', ' ', '量子纠缠'])('returns nothing for %j', (query) => {
    expect(search.passages(query)).toEqual([]);
  });
});
