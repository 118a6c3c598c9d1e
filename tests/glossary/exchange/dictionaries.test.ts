/** Tests the reading of dictionaries: CC-CEDICT and Yomitan. */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { markTones } from '../../../glossary/exchange/tone-marks';
import { read, readText } from './packs';

const CEDICT = `# CC-CEDICT
# Community maintained free Chinese-English dictionary.
#! version=1
#! publisher=MDBG
#! license=https://creativecommons.org/licenses/by-sa/4.0/
#! date=2026-11-01T06:12:08Z
科學 科学 [ke1 xue2] /science/scientific knowledge/CL:門|门[men2]/
行 行 [hang2] /row/profession/
行 行 [xing2] /to walk/
綠 绿 [lu:4] /green/
3Q 3Q [san1 Q] /(Internet slang) thank you (loanword)/
`;

describe('cedict', () => {
  it('is read with tone marks, glosses as a translation, and its licence', async () => {
    const { format, pack, refused } = await readText(`${CEDICT}broken line\n`);
    expect(format).toBe('cedict');
    expect(pack).toMatchObject({
      title: 'CC-CEDICT',
      languages: ['zh-Hans', 'en'],
      revision: '2026-11-01T06:12:08Z',
      licence: 'CC-BY-SA-4.0',
      attribution: 'CC-CEDICT, MDBG',
    });
    expect(pack.terms).toMatchObject([
      {
        headword: '科学',
        forms: ['科學'],
        pinyin: 'kē xué',
        definition: '',
        translation: 'science; scientific knowledge; CL:門|门[men2]',
      },
      { headword: '行', forms: [], pinyin: 'háng' },
      { headword: '行', pinyin: 'xíng' },
      { headword: '绿', pinyin: 'lǜ' },
      { headword: '3Q', pinyin: 'sān Q' },
    ]);
    expect(refused).toMatchObject([{ place: { line: 12 }, reason: { code: 'not-this-format' }, raw: 'broken line' }]);
  });

  it('is recognised without its header, and read by Traditional headwords', async () => {
    const { format, pack } = await readText('科學 科学 [[ke1xue2]] /science/\n', { language: 'zh-Hant' });
    expect(format).toBe('cedict');
    expect(pack.terms).toMatchObject([{ headword: '科學', forms: ['科学'], pinyin: 'kēxué' }]);
  });

  it.each([
    ['nu:3 ren2', 'nǚ rén'],
    ['Bei3 jing1', 'Běi jīng'],
    ['jiu3', 'jiǔ'],
    ['gui4', 'guì'],
    ['dou1', 'dōu'],
    ['ma5', 'ma'],
    ['r5', 'r'],
    ['m2', 'm'],
    ['xx5 - , C', 'xx - , C'],
  ])('writes %s as %s', (numbered, marked) => {
    expect(markTones(numbered)).toBe(marked);
  });
});

const yomitan = (index: object, banks: Record<string, unknown>) =>
  zipSync({
    'index.json': strToU8(JSON.stringify({ title: '字典', revision: '1', format: 3, ...index })),
    ...Object.fromEntries(Object.entries(banks).map(([name, rows]) => [name, strToU8(JSON.stringify(rows))])),
  });
const row = (...glossary: unknown[]) => ['科学', 'kēxué', 'n', '', 0, glossary, 1, ''];

describe('yomitan', () => {
  it('is read bank by bank, in the order of their numbers', async () => {
    const rowOf = (word: string) => [word, '', '', '', 0, ['g'], 1, ''];
    const bytes = yomitan({}, { 'term_bank_10.json': [rowOf('c')], 'term_bank_2.json': [rowOf('b')], 'term_bank_1.json': [rowOf('a')] });
    const { format, pack } = await read(bytes);
    expect(format).toBe('yomitan');
    expect(pack.terms.map(({ headword }) => headword)).toEqual(['a', 'b', 'c']);
  });

  it('has translations between two languages, else definitions', async () => {
    const bank = { 'term_bank_1.json': [row('science', 'knowledge')] };
    const [between, within] = [await read(yomitan({ sourceLanguage: 'zh', targetLanguage: 'en' }, bank)), await read(yomitan({}, bank))];
    expect(between.pack).toMatchObject({
      title: '字典',
      revision: '1',
      languages: ['zh', 'en'],
      terms: [{ pinyin: 'kēxué', translation: 'science; knowledge', definition: '' }],
    });
    expect(within.pack.terms).toMatchObject([{ definition: 'science\nknowledge' }]);
  });

  it('makes plain text of structured content, and tells of pictures', async () => {
    const content = [
      { tag: 'div', content: ['一、', { tag: 'ruby', content: ['学', { tag: 'rt', content: 'xué' }] }] },
      { tag: 'ul', content: [{ tag: 'li', content: 'a' }, { tag: 'li', content: ['b', { tag: 'br' }, 'c'] }] },
      { tag: 'a', href: 'javascript:alert(1)', content: '<b>d</b>' },
      { tag: 'img', path: 'x.png' },
    ];
    const bytes = yomitan({}, { 'term_bank_1.json': [row({ type: 'structured-content', content }, { type: 'text', text: 'e' })] });
    const { pack, notices } = await read(bytes);
    expect(pack.terms).toMatchObject([{ definition: '一、学\na\nb\nc\n<b>d</b>\ne' }]);
    expect(notices.map(({ reason }) => reason.code)).toEqual(['markup-kept-as-text', 'media-dropped']);
  });

  it('refuses rows of another shape with their place', async () => {
    const { refused } = await read(yomitan({}, { 'term_bank_1.json': [row('x'), null, ['a'], [1, '', '', '', 0, []]] }));
    expect(refused.map(({ place }) => place.where)).toEqual([1, 2, 3].map((n) => `term_bank_1.json[${n}]`));
  });

  it('refuses another version', async () => {
    await expect(read(yomitan({ format: 2 }, {}))).rejects.toThrow('wrong-version');
  });
});
