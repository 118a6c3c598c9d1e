import readings from 'virtual:pangzhu/readings';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSearch } from '../../../glossary/search/search';
import { library, termId } from '../../library';

const search = createSearch(library, readings);
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
