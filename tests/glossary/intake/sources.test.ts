/** Tests each source of candidates alone. */
import { Converter } from 'opencc-js';
import { describe, expect, it, test } from 'vitest';
import { clausesOf } from '../../../glossary/intake/candidates/clauses';
import { findCandidates } from '../../../glossary/intake/candidates/find-candidates';
import { meetingProposals } from '../../../glossary/intake/candidates/meetings';
import { namedProposals } from '../../../glossary/intake/candidates/named';
import { peopleProposals } from '../../../glossary/intake/candidates/people';
import type { Proposal } from '../../../glossary/intake/candidates/source';

const textsOf = (proposals: readonly Proposal[]) => proposals.map(({ text }) => text);
const one = (text: string) => [{ place: 'p1s1', text }];

describe('people', () => {
  const table: [text: string, names: string[]][] = [
    ['', []],
    ['会议由党组书记高雨桐主持。', ['高雨桐']],
    ['副会长陈立、王小川，成员何为、诸葛明出席会议。', ['陈立', '王小川', '何为', '诸葛明']],
    ['理事长欧阳敏强调', ['欧阳敏']],
    ['总书记重要讲话精神', []],
    ['主任办公会议', []],
    ['会长、副会长出席。', []],
  ];
  test.each(table)('%s', (text, names) => {
    expect(textsOf(peopleProposals(one(text)))).toEqual(names);
  });
});

describe('meetings', () => {
  const table: [text: string, meetings: string[]][] = [
    ['', []],
    ['省农学会召开第七届理事会第三次会议。', ['第七届理事会第三次会议']],
    ['学习了省委常委会第二十次会议精神', ['省委常委会第二十次会议', '省委常委会']],
    ['出席2022年第4次党组会议', ['2022年第4次党组会议']],
    ['3月8日常务理事会会议审议了报告', ['3月8日常务理事会会议']],
    ['贯彻党的二十大精神', ['二十大']],
    ['建成第三次分拣中心', []],
  ];
  test.each(table)('%s', (text, meetings) => {
    expect(textsOf(meetingProposals(one(text)))).toEqual(meetings);
  });
});

describe('quoted text', () => {
  const table: [text: string, named: string[]][] = [
    ['', []],
    ['学习《会员管理办法》', ['《会员管理办法》']],
    ['启动“清水进校园”行动。', ['清水进校园', '“清水进校园”行动']],
    ['打造“清水”等品牌', ['清水']],
    ['他说：“我们要把这件事办好，不能拖。”', []],
    ['要做到实事求是、敢作敢为，不退缩。', ['实事求是、敢作敢为']],
  ];
  test.each(table)('%s', (text, named) => {
    expect(textsOf(namedProposals(one(text)))).toEqual(named);
  });
});

describe('clauses', () => {
  it('join the pieces of unknown words: suffixes, recurrent pairs, adjacent single characters', () => {
    expect(clausesOf(one('委员会研究,赋智乡村'))).toEqual([
      ['委员会', '研究'],
      ['赋智', '乡村'],
    ]);
    const recurring = clausesOf(one('沏协成立。沏协章程。沏协网站。'));
    expect(recurring.map(([first]) => first)).toEqual(['沏协', '沏协', '沏协']);
  });

  it('end at known names', () => {
    expect(clausesOf(one('高雨桐宣读名单'), new Set(['高雨桐']))).toEqual([['宣读', '名单']]);
  });
});

const converter = Converter({ from: 'cn', to: 't' });
const traditional = (text: string) => converter(text).replaceAll('“', '「').replaceAll('”', '」');

describe('ranking', () => {
  it('puts a name before its fragments, and recurrent phrases before others', () => {
    const text = '水利示范工程开工。水利示范工程竣工。他们参观了水利示范工程，又讨论了天气。';
    const ranked = findCandidates(one(text)).map((candidate) => candidate.text);
    expect(ranked[0]).toBe('水利示范工程');
    expect(ranked.indexOf('水利示范工程')).toBeLessThan(ranked.indexOf('天气'));
  });

  it('is the same in Traditional, in the spelling of the text', () => {
    const ranked = (text: string) => findCandidates(one(text)).map((candidate) => candidate.text);
    const simplified = ranked('局长林向东主持会议，部署“百塘整治”行动，讨论农业保险绿色通道。');
    expect(simplified[0]).toBe('百塘整治');
    expect(ranked('局長林向東主持會議，部署「百塘整治」行動，討論農業保險綠色通道。')).toEqual(
      simplified.map(traditional),
    );
  });

  it('returns nothing for an empty text', () => {
    expect(findCandidates([])).toEqual([]);
    expect(findCandidates(one('，。123 the of'))).toEqual([]);
  });
});
