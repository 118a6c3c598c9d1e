import { describe, expect, test } from 'vitest';
import { expandForm } from '../../../glossary/editor/expand-forms';

const NOTHING: ReadonlySet<string> = new Set();
const texts = (text: string, written: string[] = []) => expandForm({ text }, new Set(written)).map((form) => form.text);

describe('numbers, words and conjunctions in other spellings', () => {
  test.each([
    ['第十九次会议', ['第十九次会议', '第19次会议']],
    ['科协十大', ['科协十大', '科协10大']],
    ['国际大科学计划', ['国际大科学计划', '国际大科学計畫']],
    ['初心和使命', ['初心和使命', '初心与使命']],
    ['科技与发展论坛', ['科技与发展论坛', '科技和发展论坛']],
    ['共和国的脊梁', ['共和国的脊梁']],
    ['共和国与使命', ['共和国与使命', '共和国和使命']],
    ['第二十次计划会议', ['第二十次计划会议', '第20次计划会议', '第二十次計畫会议']],
  ])('%s', (text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  test.each(['七一', '十四五', '“十四五”', '四史', '一流学会', '科普'])('%s has none', (text) => {
    expect(texts(text)).toEqual([text]);
  });

  test('each member of a series has its digits', () => {
    expect(expandForm({ text: '第…次', numbered: 2 }, NOTHING).map((form) => form.text)).toEqual([
      '第一次',
      '第1次',
      '第二次',
      '第2次',
    ]);
  });

  test('one that is written out is left to its entry', () => {
    expect(texts('第十九次会议', ['第19次会议'])).toEqual(['第十九次会议']);
    expect(texts('桥梁和纽带', ['桥梁与纽带'])).toEqual(['桥梁和纽带']);
  });

  test('all keep the rules', () => {
    const rules = { notAfter: ['学会'], needs: { near: ['科协'] } };
    expect(expandForm({ text: '大计划', ...rules }, NOTHING)).toEqual([
      { text: '大计划', ...rules },
      { text: '大計畫', ...rules },
    ]);
  });
});

test('a national form is refused after the names of provinces, levels and bodies below', () => {
  const [form] = expandForm({ text: '深改委', national: true, notAfter: ['苏共'] }, NOTHING);
  expect(form?.notAfter).toEqual(expect.arrayContaining(['苏共', '省', '市委', '集团', '内蒙古']));
  expect(form).not.toHaveProperty('national');
});

test('a form with namesakes is refused before what streets, schools and firms are called', () => {
  const [form] = expandForm({ text: '求是', namesakes: true, notBefore: ['精神'] }, NOTHING);
  expect(form?.notBefore).toEqual(expect.arrayContaining(['精神', '书店', '小学', '公司', '路']));
  expect(form).not.toHaveProperty('namesakes');
});

test('a form that is a verb too is refused beside the words that go with a verb', () => {
  const [form] = expandForm({ text: '学会', verb: true, notAfter: ['路由'], notBefore: ['游泳'] }, NOTHING);
  expect(form?.notAfter).toEqual(expect.arrayContaining(['路由', '我', '没有', '已']));
  expect(form?.notBefore).toEqual(expect.arrayContaining(['游泳', '了', '如何']));
  expect(form).not.toHaveProperty('verb');
  expect(expandForm({ text: '学会' }, NOTHING)).toEqual([{ text: '学会' }]);
});

describe('words that a form contains in part', () => {
  const neighbours = (text: string, ...notIn: string[]) => {
    const [form] = expandForm({ text, notIn }, NOTHING);
    return [form?.restsBefore ?? [], form?.restsAfter ?? []];
  };
  test.each<[text: string, words: string[], after: string[], before: string[]]>([
    ['科普日', ['日历'], [], ['历']],
    ['科普日', ['全食日'], [], []],
    ['科普', ['本科'], ['本'], []],
    ['科普', ['科普利'], [], ['利']],
    ['科普', ['斯科普'], ['斯'], []],
    ['科普', ['科普'], [], []],
    ['科普', ['斯科普里'], [], []],
    ['党组', ['组织', '政党'], ['政'], ['织']],
    ['科協', ['學科'], ['学'], []],
  ])('%s in %j', (text, words, after, before) => {
    expect(neighbours(text, ...words)).toEqual([after, before]);
  });

  test('are kept apart from the neighbours the editor wrote', () => {
    expect(expandForm({ text: '党组', notIn: ['组织'], notBefore: ['长'], notAfter: ['政'] }, NOTHING)).toEqual([
      { text: '党组', notBefore: ['长'], notAfter: ['政'], restsAfter: ['织'] },
    ]);
  });
});

test('a form of which there is one is refused after what counts or points', () => {
  const [form] = expandForm({ text: '新发展阶段', unique: true, notAfter: ['崭'] }, NOTHING);
  expect(form?.notAfter).toEqual(expect.arrayContaining(['崭', '一个', '这些', '许多']));
  expect(form).not.toHaveProperty('unique');
});
