import { describe, expect, test } from 'vitest';
import { alignPinyin, plainPinyin, readForm, syllablesOf } from '../../../glossary/editor/pinyin';

describe('pinyin without tones', () => {
  const table: [written: string, plain: string][] = [
    ['', ''],
    ['Zhōngguó Kēxié', 'zhongguokexie'],
    ['lǜsè', 'lvse'],
    ['lu\u0308\u0300se\u0300', 'lvse'],
    ['nüshì', 'nvshi'],
    ["Xī'ān", 'xian'],
    ['“3+1” shìdiǎn', '3+1shidian'],
  ];
  test.each(table)('%j is typed %j', (written, plain) => {
    expect(plainPinyin(written)).toBe(plain);
  });
});

describe('pinyin compared with the headword', () => {
  const table: [headword: string, written: string, syllables: string[] | null][] = [
    ['', '', []],
    ['科协', 'kēxié', ['ke', 'xie']],
    ['行长', 'hángzhǎng', ['hang', 'zhang']],
    ['行长', 'xíngcháng', ['xing', 'chang']],
    ['重庆', 'Chóngqìng', ['chong', 'qing']],
    ['重要', 'zhòngyào', ['zhong', 'yao']],
    ['束为', 'Shù Wéi', ['shu', 'wei']],
    ['西安', "Xī'ān", ['xi', 'an']],
    ['绿色', 'lǜsè', ['lv', 'se']],
    ['女士', 'nǚshì', ['nv', 'shi']],
    ['“3+1”试点', '3+1 shìdiǎn', ['', '3', '+', '1', '', 'shi', 'dian']],
    ['“3+1”试点', 'sān jiā yī shìdiǎn', ['', '3', '+', '1', '', 'shi', 'dian']],
    ['光荣在党50年', 'guāngróng zài dǎng wǔshí nián', ['guang', 'rong', 'zai', 'dang', '5', '0', 'nian']],
    ['科协', 'kēxuě', null],
    ['科协', 'kē', null],
    ['科协', 'kēxiéhuì', null],
    ['科协', '', null],
  ];
  test.each(table)('%j as %j', (headword, written, syllables) => {
    expect(alignPinyin(headword, written)).toEqual(syllables);
  });

  test('a long Latin headword that does not match is rejected quickly', () => {
    const latin = `${'a1'.repeat(30)}科`;
    expect(alignPinyin(latin, `${'a1'.repeat(60)}x`)).toBeNull();
  });
});

describe('syllables of a form', () => {
  const table: [form: string, syllables: string[]][] = [
    ['', []],
    ['科协十大', ['ke', 'xie', 'shi', 'da']],
    ['“3+1”试点', ['', '3', '+', '1', '', 'shi', 'dian']],
    ['CAST学会', ['c', 'a', 's', 't', 'xue', 'hui']],
    ['绿', ['lv']],
  ];
  test.each(table)('%j', (form, syllables) => {
    expect(syllablesOf(form)).toEqual(syllables);
  });

  test('belong to the first unit of a surrogate pair', () => {
    const read = syllablesOf('𠮷科𠮷');
    expect(read).toHaveLength(5);
    expect([read[1], read[2], read[4]]).toEqual(['', 'ke', '']);
  });

  test('are those of the reading', () => {
    expect(plainPinyin(readForm('中国科协'))).toBe('zhongguokexie');
    expect(readForm('科协')).toBe('kē xié');
  });
});
