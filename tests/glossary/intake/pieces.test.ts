/** Tests each step from a received text to sentences alone. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { bylineAt } from '../../../glossary/intake/byline';
import { decodeText } from '../../../glossary/intake/decode';
import { linesOf } from '../../../glossary/intake/lines';
import { rejoinLines } from '../../../glossary/intake/rejoin-lines';
import { restorePunctuation } from '../../../glossary/intake/restore-punctuation';
import { sentencesOf } from '../../../glossary/intake/sentences';

describe('decodeText', () => {
  const utf8 = (text: string) => new TextEncoder().encode(text);
  const table: [name: string, bytes: Uint8Array, expected: ReturnType<typeof decodeText>][] = [
    ['nothing', utf8(''), { text: '', encoding: 'utf-8' }],
    ['UTF-8', utf8('科协'), { text: '科协', encoding: 'utf-8' }],
    ['UTF-8 with its mark', utf8('\ufeff科协'), { text: '科协', encoding: 'utf-8' }],
    ['line ends of Windows and of old Macs', utf8('一\r\n二\r三'), { text: '一\n二\n三', encoding: 'utf-8' }],
    ['GB18030', Uint8Array.of(0xbf, 0xc6, 0xd0, 0xad), { text: '科协', encoding: 'gb18030' }],
    ['UTF-16 with its mark', Uint8Array.of(0xff, 0xfe, 0xd1, 0x79), { text: '科', encoding: 'utf-16' }],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00), null],
  ];
  test.each(table)('%s', (_name, bytes, expected) => {
    expect(decodeText(bytes)).toEqual(expected);
  });
});

describe('bylineAt', () => {
  const table: [name: string, text: string, signer: string | null, date?: string][] = [
    ['a name and a date in brackets', '中国科协机关党委 [2021-06-01]', '中国科协机关党委', '2021-06-01'],
    ['a name above the date', '省农学会\n\n[2022-3-9]', '省农学会', '2022-03-09'],
    ['a Chinese date in Chinese brackets', '省农学会（2022年3月9日）', '省农学会', '2022-03-09'],
    ['labels and a time', '来源：省农学会  发布时间：2022/03/09 10:30', '省农学会', '2022-03-09'],
    ['a date inside a sentence', '2022年3月9日，省农学会召开年会。', null],
    ['an impossible date', '省农学会 [2022-02-30]', null],
    ['a date without a signer', '[2022-03-09]', null],
    ['a date under a sentence', '年会闭幕。\n[2022-03-09]', null],
    ['no date', '省农学会', null],
  ];
  test.each(table)('%s', (_name, text, signer, date) => {
    const lines = linesOf(text);
    const byline = bylineAt(lines, lines.length - 1);
    expect(byline && [byline.signer, byline.date]).toEqual(signer && [signer, date]);
  });
});

describe('rejoinLines', () => {
  const long = (text: string) => text + '甲'.repeat(300);
  const table: [name: string, text: string, paragraphs: string[]][] = [
    ['nothing', '', []],
    ['a line', '一句。', ['一句。']],
    ['a break inside a word', '永\n担使命。', ['永担使命。']],
    ['a break inside a word, with a blank line', '永\n\n担使命。', ['永担使命。']],
    ['lines that end with a stop', '一句。\n二句！\n“三句。”\n四句', ['一句。', '二句！', '“三句。”', '四句']],
    ['Latin words', 'World\nForum on\n科学', ['World Forum on科学']],
    ['a heading', '一句。\n一、总体要求\n二句。', ['一句。', '一、总体要求', '二句。']],
    [
      'indented paragraphs, in which lines may end with a stop',
      '　　一句。\n二句，\n三句。\n　　四句。',
      ['一句。二句，三句。', '四句。'],
    ],
    [
      'an enumeration in words',
      long('会议强调。一要这样。二要那样。'),
      ['会议强调。', '一要这样。', long('二要那样。')],
    ],
    [
      'an enumeration that does not begin with 一',
      long('会议强调。二要这样。三要那样。'),
      [long('会议强调。二要这样。三要那样。')],
    ],
  ];
  test.each(table)('%s', (_name, text, paragraphs) => {
    expect(rejoinLines(linesOf(text))).toEqual(paragraphs);
  });

  it('rejoins lines broken anywhere except after a stop', () => {
    const sentence = fc
      .array(fc.constantFrom(...'科协大会的、，“”'), { minLength: 1, maxLength: 40 })
      .map((units) => `${units.join('')}。`);
    const wrapped = fc
      .array(sentence, { minLength: 1, maxLength: 4 })
      .chain((paragraphs) => fc.tuple(fc.constant(paragraphs), fc.infiniteStream(fc.integer({ min: 0, max: 12 }))));
    fc.assert(
      fc.property(wrapped, ([paragraphs, dice]) => {
        const isBroken = () => dice.next().value === 0;
        const broken = paragraphs.map((text) =>
          [...text].map((unit, i) => (i < text.length - 1 && isBroken() ? `${unit}\n` : unit)).join(''),
        );
        expect(rejoinLines(linesOf(broken.join('\n')))).toEqual(paragraphs);
      }),
    );
  });
});

describe('restorePunctuation', () => {
  test.each([
    ['', ''],
    ['会议强调,要学习;要宣传:好!吗?', '会议强调，要学习；要宣传：好！吗？'],
    ['《学好“四史”,永葆初心》', '《学好“四史”，永葆初心》'],
    ['比例为3:1,共1,000人', '比例为3:1，共1,000人'],
    ['科协(CAST)成立', '科协（CAST）成立'],
    ['the CAST (China), founded 1958', 'the CAST (China), founded 1958'],
    ['他说:"好."', '他说：“好。”'],
    ['版本2.0发布.', '版本2.0发布。'],
    ['an "odd" quote', 'an "odd" quote'],
    ['一个"没有关上的引号', '一个"没有关上的引号'],
  ])('%s becomes %s', (text, restored) => {
    expect(restorePunctuation(text)).toBe(restored);
  });

  it('restores all punctuation replaced in Chinese text', () => {
    const text = fc
      .array(fc.constantFrom(...'科协大会，：；！？、。'), { maxLength: 60 })
      .map((units) => `会${units.join('')}`);
    const lose = (full: string) => full.replace(/[，：；！？]/g, (mark) => ',:;!?'['，：；！？'.indexOf(mark)] ?? '');
    fc.assert(
      fc.property(text, (full) => {
        expect(restorePunctuation(lose(full))).toBe(full);
      }),
    );
  });
});

describe('sentencesOf', () => {
  const table: [text: string, sentences: string[]][] = [
    ['', []],
    ['没有句号', ['没有句号']],
    ['一句。二句！三句？四句', ['一句。', '二句！', '三句？', '四句']],
    ['他说：“好。就这样。”随后散会。', ['他说：“好。就这样。”', '随后散会。']],
    ['提出“好。”的要求。', ['提出“好。”的要求。']],
    ['会议（不公开。）结束。', ['会议（不公开。）', '结束。']],
    ['太好了！！散会。', ['太好了！！', '散会。']],
    ['“没有关上。二句。', ['“没有关上。', '二句。']],
  ];
  test.each(table)('%s', (text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences);
  });

  it('keeps every character', () => {
    const text = fc.array(fc.constantFrom(...'科协。！“”（），')).map((units) => units.join(''));
    fc.assert(
      fc.property(text, (paragraph) => {
        expect(sentencesOf(paragraph).join('')).toBe(paragraph);
      }),
    );
  });
});
