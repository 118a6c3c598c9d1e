/** Tests the reading of dictionaries of Yomitan. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Dictionary, DictionaryIndex, TermEntry } from 'yomichan-dict-builder';
import { read } from './packs';

const yomitan = (index: object, banks: Record<string, unknown>) =>
  zipSync({
    'index.json': strToU8(JSON.stringify({ title: '字典', revision: '1', format: 3, ...index })),
    ...Object.fromEntries(Object.entries(banks).map(([name, rows]) => [name, strToU8(JSON.stringify(rows))])),
  });
const row = (...glossary: unknown[]) => ['科学', 'kēxué', 'n', '', 0, glossary, 1, ''];

describe('yomitan', () => {
  it('is read bank by bank, in the order of their numbers', async () => {
    const rowOf = (word: string) => [word, '', '', '', 0, ['g'], 1, ''];
    const bytes = yomitan(
      {},
      { 'term_bank_10.json': [rowOf('c')], 'term_bank_2.json': [rowOf('b')], 'term_bank_1.json': [rowOf('a')] },
    );
    const { format, pack } = await read(bytes);
    expect(format).toBe('yomitan');
    expect(pack.terms.map(({ headword }) => headword)).toEqual(['a', 'b', 'c']);
  });

  it('has translations between two languages, else definitions', async () => {
    const bank = { 'term_bank_1.json': [row('science', 'knowledge')] };
    const [between, within] = [
      await read(yomitan({ sourceLanguage: 'zh', targetLanguage: 'en' }, bank)),
      await read(yomitan({}, bank)),
    ];
    expect(between.pack).toMatchObject({
      title: '字典',
      revision: '1',
      languages: ['zh', 'en'],
      terms: [{ pinyin: 'kēxué', translation: 'science; knowledge', definition: '' }],
    });
    expect(within.pack.terms).toMatchObject([{ definition: 'science\nknowledge' }]);
  });

  it('converts structured content to plain text, with a notice for pictures', async () => {
    const content = [
      { tag: 'div', content: ['一、', { tag: 'ruby', content: ['学', { tag: 'rt', content: 'xué' }] }] },
      {
        tag: 'ul',
        content: [
          { tag: 'li', content: 'a' },
          { tag: 'li', content: ['b', { tag: 'br' }, 'c'] },
        ],
      },
      { tag: 'a', href: 'javascript:alert(1)', content: '<b>d</b>' },
      { tag: 'img', path: 'x.png' },
    ];
    const bytes = yomitan(
      {},
      { 'term_bank_1.json': [row({ type: 'structured-content', content }, { type: 'text', text: 'e' })] },
    );
    const { pack, notices } = await read(bytes);
    expect(pack.terms).toMatchObject([{ definition: '一、学\na\nb\nc\n<b>d</b>\ne' }]);
    expect(notices.map(({ reason }) => reason.code)).toEqual(['markup-kept-as-text', 'media-dropped']);
  });

  it('refuses rows of another shape with their place', async () => {
    const { refused } = await read(
      yomitan({}, { 'term_bank_1.json': [row('x'), null, ['a'], [1, '', '', '', 0, []]] }),
    );
    expect(refused.map(({ place }) => place.where)).toEqual([1, 2, 3].map((n) => `term_bank_1.json[${n}]`));
  });

  it('refuses another version', async () => {
    await expect(read(yomitan({ format: 2 }, {}))).rejects.toThrow('wrong-version');
  });

  it('is read from files of the library that makes dictionaries such as CC-CEDICT', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pangzhu-'));
    try {
      const dictionary = new Dictionary({ fileName: 'd.zip' });
      const index = new DictionaryIndex()
        .setTitle('词典')
        .setRevision('2021')
        .setAuthor('某人')
        .setDescription('说明')
        .setAttribution('某人');
      await dictionary.setIndex(index.build(), folder);
      await dictionary.addTerm(new TermEntry('科学').setReading('kēxué').addDetailedDefinition('science').build());
      const list = { tag: 'ul', content: ['一', '二'].map((content) => ({ tag: 'li', content })) } as const;
      const structured = { type: 'structured-content', content: [list] } as const;
      const entry = new TermEntry('开放').setReading('kāifàng').addDetailedDefinition(structured as never);
      await dictionary.addTerm(entry.build());
      await dictionary.export(folder);
      const { pack, refused } = await read(new Uint8Array(readFileSync(join(folder, 'd.zip'))));
      expect(refused).toEqual([]);
      expect(pack).toMatchObject({
        title: '词典',
        revision: '2021',
        attribution: '某人',
        terms: [
          { headword: '科学', pinyin: 'kēxué', definition: 'science' },
          { headword: '开放', pinyin: 'kāifàng', definition: '一\n二' },
        ],
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
