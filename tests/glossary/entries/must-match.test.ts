/** Tests the bundled entries by sentences in which they must or must not be found (`must-match.yaml`). */
import { readFileSync } from 'node:fs';
import { Converter } from 'opencc-js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { glossary, markEntry, mentionsOn } from './glossary';

interface Sentences {
  match: string[];
  not?: string[];
}

const file = new URL('must-match.yaml', import.meta.url);
const table = parse(readFileSync(file, 'utf8')) as Record<string, Sentences>; // The next test holds its shape.
const rows = Object.entries(table);
/** The first place between two Chinese characters of a mention. */
const BETWEEN_HAN = /(【[^】]*?\p{Script=Han})(?=\p{Script=Han})/gu;
const unmarked = (sentence: string) => sentence.replace(/[【】]/g, '');

describe('the table', () => {
  test('has sentences for each entry, and no others', () => {
    expect(Object.keys(table).sort()).toEqual(glossary.pack.terms.map((entry) => entry.id).sort());
  });

  test.each(rows)('%s: marks each sentence that must match, and no other', (_id, { match, not = [] }) => {
    expect(match.length).toBeGreaterThan(0);
    expect(match.filter((sentence) => !/【[^【】]+】/.test(sentence))).toEqual([]);
    expect(not.filter((sentence) => /[【】]/.test(sentence))).toEqual([]);
  });
});

describe('each entry is found in its sentences', () => {
  test.each(rows)('%s', (id, { match }) => {
    expect(match.map((sentence) => markEntry(id, [unmarked(sentence)]))).toEqual(match.map((sentence) => [sentence]));
  });
});

describe('each entry is not found in other senses', () => {
  test.each(rows.filter(([, { not }]) => not))('%s', (id, { not = [] }) => {
    expect(not.map((sentence) => markEntry(id, [sentence]))).toEqual(not.map((sentence) => [sentence]));
  });
});

/** Words of the bulletins without an entry, because they are well known or too ambiguous. */
describe('a word without an entry is not found', () => {
  const sentences: [word: string, sentence: string][] = [
    ['总书记', '越共中央总书记访华。'],
    ['总书记', '胡锦涛总书记在纪念中国科协成立50周年大会上的讲话。'],
    ['入脑入心', '宣传引导科协十大精神在科技界入脑入心。'],
    ['风清气正', '营造风清气正的科研环境。'],
    ['妇幼保健', '广泛做好妇幼保健、公共卫生科普。'],
    ['妇幼保健', '她在市妇幼保健院产检。'],
    ['海外人才', '加大对海外人才的团结服务。'],
    ['赋能', '赋能基层组织。'],
    ['赋能', '数字技术赋能乡村。'],
    ['赋能', '孩子的天赋能力各不相同。'],
    ['赋能', '他的天赋能否兑现要看努力。'],
    ['新时代', '在新时代加强和改进国际传播工作。'],
    ['新时代', '人工智能开启全新时代。'],
    ['新时代', '这是一个大众创新时代。'],
    ['新时代', '新时代证券发布研报。'],
  ];
  test.each(sentences)('%s: %s', (word, sentence) => {
    const [mentions = []] = mentionsOn([sentence]);
    const found = mentions.map(({ start, end }) => sentence.slice(start, end));
    expect(found.filter((mention) => mention.includes(word))).toEqual([]);
  });
});

describe('typography changes nothing', () => {
  const spellings: [name: string, respell: (sentence: string) => string][] = [
    ['Traditional characters', Converter({ from: 'cn', to: 't' })],
    ['corner brackets for curly quotes', (text) => text.replaceAll('“', '「').replaceAll('”', '」')],
    ['straight quotes for curly quotes', (text) => text.replace(/[“”]/g, '"')],
    ['a wrapped line inside each mention', (text) => text.replace(BETWEEN_HAN, '$1\n')],
    ['a zero-width space inside each mention', (text) => text.replace(BETWEEN_HAN, '$1\u200b')],
    ['full-width digits', (text) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))],
  ];
  test.each(spellings)('%s', (_name, respell) => {
    for (const [id, { match }] of rows) {
      const respelt = match.map(respell);
      expect(respelt.map((sentence) => markEntry(id, [unmarked(sentence)], 'zh-CN'))).toEqual(
        respelt.map((sentence) => [sentence]),
      );
    }
  });
});

describe('another paragraph of the page can decide', () => {
  const pages: [name: string, id: string, page: string[]][] = [
    [
      '中国科协 elsewhere: a brand without quotes',
      'zhihui-china',
      ['会议由中国科协主办。', '会上介绍了【智汇中国】。'],
    ],
    ['no such word elsewhere', 'zhihui-china', ['会议由某集团主办。', '会上介绍了智汇中国。']],
    ['中国科协 elsewhere: 科协 alone', 'science-association', ['会议由中国科协主办。', '【科协】有关负责人出席。']],
    ['中国科协 elsewhere: a name that others bear too', 'wang-shoudong', ['会议由中国科协主办。', '【王守东】致辞。']],
    ['no association elsewhere: a name that others bear too', 'wang-shoudong', ['球队昨天集训。', '王守东致辞。']],
    ['colleagues elsewhere: 束为', 'shu-wei', ['怀进鹏主持会议。', '【束为】致辞。']],
    ['the full name elsewhere: IRDR', 'irdr', ['【灾害风险综合研究计划】启动。', '【IRDR】二期在筹备。']],
    [
      'the other words for it elsewhere: 五大任务',
      'five-tasks',
      ['学习对科协的“157字”新要求。', '还谈到“【五大任务】”。'],
    ],
    ['the tenth congress elsewhere: 五大任务', 'five-tasks', ['科协十大闭幕。', '代表们谈到“五大任务”。']],
    ['another meeting elsewhere: 五大任务', 'five-tasks', ['县人代会闭幕。', '代表们谈到“五大任务”。']],
  ];
  test.each(pages)('%s', (_name, id, page) => {
    expect(markEntry(id, page.map(unmarked))).toEqual(page);
  });
});
