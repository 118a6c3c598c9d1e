import { describe, expect, it, test } from 'vitest';
import { compileGlossary } from '../../../glossary/editor/compile';
import { toTraditional } from '../../../glossary/editor/traditional';
import { Library } from '../../../glossary/library/library';
import { inWords } from '../../../glossary/pack/pack-words';
import { createSearch } from '../../../glossary/search/search';
import { glossary } from '../../compiled-glossary';
import { sources } from './sources';

const table: [simplified: string, traditional: string][] = [
  ['', ''],
  ['CAST，2021年', 'CAST，2021年'],
  ['科协系统各级党组织', '科協系統各級黨組織'],
  ['联系、关系、系列', '聯繫、關係、系列'],
  ['干部、骨干、干预、能干', '幹部、骨幹、干預、能幹'],
  ['前后、皇后、《后汉书》', '前後、皇后、《後漢書》'],
  ['公里、里程碑、讲话里', '公里、里程碑、講話裡'],
  ['全面建设社会主义现代化国家新征程', '全面建設社會主義現代化國家新征程'],
  ['长征、征求、征集', '長征、徵求、徵集'],
  ['发展、颁发、头发', '發展、頒發、頭髮'],
  ['发布、公布、颁布', '發布、公布、頒布'],
  ['只有、一只船', '只有、一隻船'],
  ['制度、机制、制定、制造', '制度、機制、制定、製造'],
  ['复兴、复杂、复习、答复、反复', '復興、複雜、複習、答覆、反覆'],
  ['面向、一面、方面', '面向、一面、方面'],
  ['于是、关于、合并、并且', '於是、關於、合併、並且'],
  ['党龄满50周年', '黨齡滿50週年'],
  ['信息、软件、质量：词不改，只改字', '信息、軟件、質量：詞不改，只改字'],
  ['“3+1”试点，指‘三长’', '「3+1」試點，指『三長』'],
];

test.each(table)('%s is %s in Traditional', (simplified, traditional) => {
  expect(toTraditional(simplified)).toBe(traditional);
});

describe('a pack in the words of Traditional', () => {
  const { pack, traditional } = compileGlossary(
    sources({ edition: [['originalUrl', 'note: 编者的说明。\noriginalUrl']] }),
  );
  const shown = inWords(pack, traditional);

  it('converts the editors’ texts, and keeps the headword as it was written', () => {
    const [, pilot] = shown.terms;
    expect(pilot).toMatchObject({
      script: 'zh-Hant',
      headword: '「甲乙」試點',
      asWritten: '“甲乙”试点',
      short: '一個試點。',
      long: '一個較長的說明。',
      forms: ['「甲乙」試點', '試點'],
    });
    expect(shown.bulletins[0]).toMatchObject({ script: 'zh-Hant', note: '編者的說明。' });
  });

  it('keeps received texts unchanged: quotations, passages, titles, signers', () => {
    expect(shown.terms.map(({ evidence }) => evidence)).toEqual(pack.terms.map(({ evidence }) => evidence));
    const received = ({ title, signer, paragraphs }: (typeof pack.bulletins)[number]) => [title, signer, paragraphs];
    expect(shown.bulletins.map(received)).toEqual(pack.bulletins.map(received));
  });

  it('converts a title that the editors gave', () => {
    const given = compileGlossary(
      sources({
        edition: [
          [/title: .*/, 'title: 会议报道'],
          ['titleStatus: received', 'titleStatus: given'],
        ],
        received: [['会议公报\n', '\n']],
      }),
    );
    const [bulletin] = inWords(given.pack, given.traditional).bulletins;
    expect([bulletin?.title, bulletin?.titleScript]).toEqual(['會議報道', 'zh-Hant']);
    expect(shown.bulletins[0]?.titleScript).toBe('zh-Hans');
  });

  it('keeps fields that are no text: ids, indexes, English, readings, relations', () => {
    const rest = ({ id, pinyin, english, keys, relations }: (typeof pack.terms)[number]) => [
      id,
      pinyin,
      english,
      keys,
      relations,
    ];
    expect(shown.terms.map(rest)).toEqual(pack.terms.map(rest));
    expect(shown.manifest.revision).toBe(pack.manifest.revision);
  });

  it('is the pack itself if the words are of another revision', () => {
    expect(inWords(pack, { ...traditional, revision: '0'.repeat(16) })).toBe(pack);
  });
});

describe('the glossary as it is, in Traditional', () => {
  const { pack, traditional } = glossary;
  const shown = inWords(pack, traditional);

  it('has no character left that only Simplified has', () => {
    expect(JSON.stringify(traditional.terms)).not.toMatch(
      /[协习总书党员这说讲际实业动务导论构进来对时间问题见观现经济约级纪红给统绩续维编综“”‘’]/,
    );
  });

  it.each([
    ['科協十大', 'cast-10th'],
    ['科协十大', 'cast-10th'],
    ['kxsd', 'cast-10th'],
    ['聽取專題講解', 'politburo-study'],
  ])('is found by search for %s, and shown in Traditional', (query, id) => {
    const [first] = createSearch(new Library([shown])).find(query);
    expect(first?.entry.id).toBe(`bundled/${id}`);
    expect(first?.entry.script).toBe('zh-Hant');
  });
});
