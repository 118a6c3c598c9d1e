/** Tests tables of text in the dialects of the tools that write them: columns, separators, headers, quotation marks. */
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { sourceOfBytes } from '../../../glossary/exchange/byte-source';
import type { Choices } from '../../../glossary/exchange/contract';
import { rolesOfHeader } from '../../../glossary/exchange/header-roles';
import { inspectFile } from '../../../glossary/exchange/inspect-file';
import { bytesOf, readText } from './packs';

const terms = async (text: string, choices: Choices = {}) => (await readText(text, choices)).pack.terms;

describe('columns by their names', () => {
  it.each<[string, string, string[]]>([
    ['immersive-translate', 'source,target,tgt_lng', ['headword', 'translation', 'target-language']],
    ['our own', 'headword,forms,definition,equivalent:id', ['headword', 'forms', 'definition', 'equivalent:id']],
    [
      'Google, equivalent terms',
      'en,zh-CN,fr,pos,description',
      ['translation', 'headword', 'equivalent:fr', 'ignore', 'definition'],
    ],
    [
      'memoQ',
      'Entry_ID,Entry_Subject,Entry_Note,English_Def,English,Term_Info,Term_Example,Chinese_PRC_Def,Chinese_PRC,Term_Info,Term_Example,Chinese_PRC',
      [
        'ignore',
        'subject',
        'note',
        'ignore',
        'translation',
        'ignore',
        'ignore',
        'definition',
        'headword',
        'ignore',
        'ignore',
        'forms',
      ],
    ],
    [
      'MultiTerm',
      'Entry Number,English,Chinese,Definition,Source',
      ['ignore', 'translation', 'headword', 'definition', 'source-title'],
    ],
    [
      'Chinese offices',
      '序号,规范名称,英文名,定义,别名,学科,出处,备注',
      ['ignore', 'headword', 'translation', 'definition', 'forms', 'subject', 'source-title', 'note'],
    ],
    ['a term with its source', 'Term,Definition,Source,URL', ['headword', 'definition', 'source-title', 'source-url']],
    ['a name of its own', 'Item,Meaning', ['headword', 'definition']],
    ['the translation of a definition', '中文,English,English_Def', ['headword', 'translation', 'definition']],
  ])('%s', (_name, header, columns) => {
    expect(rolesOfHeader(header.split(',')).columns).toEqual(columns);
  });

  it('finds a header of languages beside a column that it does not know', async () => {
    expect(await terms('Product,Chinese_PRC,English,English_Def\nA1,量子,quantum,smallest unit\n')).toMatchObject([
      { headword: '量子', translation: 'quantum', definition: 'smallest unit' },
    ]);
    // The names of one language are a term.
    expect(await terms('法语,French,nasal\n德语,German,harsh\n')).toHaveLength(2);
  });

  it('uses the chosen language for the headwords', () => {
    expect(rolesOfHeader(['en', 'zh-CN', 'de'], { language: 'en', targetLanguage: 'de' })).toMatchObject({
      columns: ['headword', 'equivalent:zh-CN', 'translation'],
      language: 'en',
      targetLanguage: 'de',
    });
  });
});

describe('tables without a header', () => {
  it.each<[string, string, object]>([
    [
      'Google and DeepL, two columns',
      '科学,science\n技术,technology\n',
      { headword: '科学', translation: 'science', definition: '' },
    ],
    ['DeepL, four columns', '科学,science,zh,en\n', { headword: '科学', translation: 'science' }],
    [
      'term⇥definition',
      '科学\t关于自然的知识体系，以实验为据。\n',
      { headword: '科学', definition: '关于自然的知识体系，以实验为据。' },
    ],
    [
      'definitions in another language',
      '科学\tThe systematic study of the physical world. It tests ideas.\n',
      { headword: '科学', definition: 'The systematic study of the physical world. It tests ideas.' },
    ],
    [
      'pinyin between',
      '科学;kēxué;science\n技术;jìshù;technology\n',
      { headword: '科学', pinyin: 'kēxué', translation: 'science' },
    ],
    ['one line', '科学,science', { headword: '科学', translation: 'science' }],
  ])('%s', async (_name, text, expected) => {
    expect((await terms(text))[0]).toMatchObject(expected);
  });

  it('keeps a row of translations into another language as an equivalent', async () => {
    const { pack } = await readText('source,target,tgt_lng\n科学,science,en\n技术,Technik,de\n');
    expect(pack).toMatchObject({
      languages: ['und', 'en'],
      terms: [{ translation: 'science' }, { equivalents: [{ language: 'de', text: 'Technik' }] }],
    });
  });
});

describe('choices of the reader', () => {
  it('has the last word on separator, header and columns', async () => {
    const text = 'x|甲|y\n乙|z|w\n';
    expect(await terms(text, { separator: '|', headerRow: 0, columns: ['note', 'headword', 'ignore'] })).toMatchObject([
      { headword: '甲', note: 'x' },
      { headword: 'z', note: '乙' },
    ]);
  });

  it('is shown with the first rows', async () => {
    const bytes = new TextEncoder().encode('Liste 2021\n\nterm;definition\n科学;知识\n');
    expect(await inspectFile(sourceOfBytes('a.csv', bytes))).toMatchObject({
      ok: true,
      value: {
        format: 'csv',
        encoding: 'utf-8',
        table: {
          separator: ';',
          sheets: [],
          layout: { headerRow: 2, columns: ['headword', 'definition'] },
          rows: [
            { line: 1, cells: ['Liste 2021'] },
            { line: 3, cells: ['term', 'definition'] },
            { line: 4, cells: ['科学', '知识'] },
          ],
        },
        first: { pack: { terms: [{ headword: '科学', definition: '知识' }] } },
      },
    });
  });
});

describe('rows', () => {
  it('come from Papa Parse as from Excel', async () => {
    const rows = [
      ['term', 'definition'],
      ['a, “b”', 'x "y"\nz'],
      ['c', ' d '],
    ];
    const expected = [
      { headword: 'a, “b”', definition: 'x "y"\nz' },
      { headword: 'c', definition: 'd' },
    ];
    expect(await terms(Papa.unparse(rows))).toMatchObject(expected);
    expect(await terms(`\ufeff${Papa.unparse(rows, { delimiter: ';', quotes: true })}`)).toMatchObject(expected);
    expect(await terms(Papa.unparse(rows, { delimiter: '\t', newline: '\r' }))).toMatchObject(expected);
  });

  it.each([
    ['a quotation mark that is never closed', 'term,definition\n"科学,知识\n技术,做法\n', 2],
    ['one that the next cell closes', 'term,definition\n"科" 学,知识\n"技术",做法\n', 2],
    ['one before 2,000 lines', `term,definition\n"科学,知识\n${'技术,做法\n'.repeat(2000)}x,"y"\n`, 2],
  ])('go on after %s', async (_name, text, line) => {
    const { pack, refused } = await readText(text);
    expect(pack.terms.map(({ headword }) => headword)).toContain('技术');
    expect(refused).toMatchObject([{ place: { line, where: '' }, reason: { code: 'quote-not-closed' } }]);
  });

  it.each<[string, string, string, string]>([
    ['more cells than columns', '科学,a,b', 'too-many-cells', ''],
    ['no headword', ',a', 'no-headword', 'A'],
    ['nothing but a headword', '科学,', 'nothing-to-show', 'A'],
    ['a headword of 65 letters', `${'x'.repeat(65)},a`, 'headword-too-long', 'A'],
    ['a definition of 4,001', `科学,${'x'.repeat(4001)}`, 'text-too-long', 'B'],
    ['a cell of 10 MB', `科学,${'x'.repeat(10_000_000)}`, 'line-too-long', ''],
    ['a cell of 200 kB', `科学,${'x'.repeat(200_000)}`, 'text-too-long', 'B'],
    ['letters that were lost', '科\ufffd,a', 'unreadable-characters', 'A'],
  ])('with %s are refused with their line and cell', async (_name, row, code, where) => {
    const { pack, refused } = await readText(`term,definition\n${row}\n技术,做法\n`);
    expect(refused).toMatchObject([{ place: { line: 2, where }, reason: { code } }]);
    expect(pack.terms.map(({ headword }) => headword)).toEqual(['技术']);
  });

  it('count lines within cells', async () => {
    const { refused } = await readText('term,definition\n科学,"a\nb\nc"\n\n,x\n');
    expect(refused).toMatchObject([{ place: { line: 6 } }]);
  });

  it('keep markup as text, and lose controls and characters that turn the direction', async () => {
    const { pack, notices } = await readText('term,definition\n\u202e科学\u0007,<script>alert(1)</script>\n');
    expect(pack.terms).toMatchObject([{ headword: '科学', definition: '<script>alert(1)</script>' }]);
    expect(notices).toMatchObject([
      { place: { line: 2 }, reason: { code: 'controls-removed' }, count: 1 },
      { place: { line: 2, where: 'B' }, reason: { code: 'markup-kept-as-text' }, count: 1 },
    ]);
  });

  it('drop an address that is not https, and a date that is none, with a notice', async () => {
    const { pack, notices } = await readText(
      'term,definition,url,date\n科学,a,javascript:alert(1),2021年6月1日\n技术,b,https://example.org/,June\n',
    );
    expect(pack.terms.map(({ source }) => source)).toEqual([
      { title: '', url: '', date: '2021-06-01' },
      { title: '', url: 'https://example.org/' },
    ]);
    expect(notices.map(({ reason }) => reason)).toEqual([
      { code: 'not-https', value: 'javascript:alert(1)' },
      { code: 'not-a-date', value: 'June' },
    ]);
  });

  it('are refused beyond 100,000 terms', async () => {
    const rows = Array.from({ length: 100_002 }, (_, i) => `t${i},d`);
    const { pack, refused, refusedCount } = await readText(`term,definition\n${rows.join('\n')}\n`);
    expect(pack.terms).toHaveLength(100_000);
    expect(refusedCount).toBe(2);
    expect(refused[0]).toMatchObject({ place: { line: 100_002 }, reason: { code: 'too-many-terms' } });
  });
});

describe('repeated headwords', () => {
  const TEXT = 'term,definition,pinyin,aliases\n行,a,xíng,x\n行,b,xíng,y\n行,c,háng,\n';

  it('are merged if no field conflicts', async () => {
    const { pack, merged } = await readText(TEXT);
    expect(pack.terms).toMatchObject([
      { headword: '行', definition: 'a\nb', pinyin: 'xíng', forms: ['x', 'y'] },
      { headword: '行', definition: 'c', pinyin: 'háng' },
    ]);
    expect(merged).toEqual([{ place: { line: 3, where: '' }, headword: '行' }]);
  });

  it('are kept if that was chosen, each with an id of its own', async () => {
    const ids = (await terms(TEXT, { duplicates: 'keep' })).map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
    expect(ids[1]).toBe(`${ids[0]}-2`);
  });
});

it.each([
  ['Excel', 'sep=;\nterm;definition\na,b;c\n'],
  ['Anki', '#separator:semicolon\n#html:false\n#columns:term;definition\na,b;c\n'],
])('follows the directives of %s in a file', async (_name, text) => {
  expect(await terms(text)).toMatchObject([{ headword: 'a,b', definition: 'c' }]);
});

describe('files for spreadsheets', () => {
  const pack = {
    id: 'p',
    title: 'p',
    terms: [{ id: 't', headword: '=cmd|calc', forms: ["'+x", 'a;b'], definition: '@SUM(A1)', note: '-1' }],
  };

  it('begin with a byte order mark, and contain no formula', () => {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytesOf(pack, 'csv'));
    expect(text).toBe("\ufeffheadword,forms,definition,note\r\n'=cmd|calc,\"''+x\na;b\",'@SUM(A1),'-1\r\n");
  });

  it('declare their fields as text to Anki', () => {
    expect(new TextDecoder().decode(bytesOf(pack, 'anki'))).toMatch(
      /^#separator:tab\n#html:false\n#columns:headword\tforms\t/,
    );
  });
});
