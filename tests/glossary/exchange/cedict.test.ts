/** Tests the reading of CC-CEDICT. */
import { describe, expect, it } from 'vitest';
import { markTones } from '../../../glossary/exchange/tone-marks';
import { readText } from './packs';

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
