/** Tests the plan of an intake: layouts, refused texts, texts that were already added. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readBulletin } from '../../../glossary/editor/read-bulletin';
import { findCandidates } from '../../../glossary/intake/candidates/find-candidates';
import { sentencesOfEditions } from '../../../glossary/intake/edition';
import { type IntakePlan, planIntake } from '../../../glossary/intake/plan-intake';

const none = { bulletins: [], received: [] };
const plan = (text: string | Uint8Array, existing: Parameters<typeof planIntake>[0]['existing'] = none) =>
  planIntake({
    bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text,
    name: 'new.txt',
    existing,
    prefix: null,
  });

function intakeOf(result: IntakePlan) {
  if (!result.ok) throw new Error(result.problems.map(({ line, message }) => `${line}: ${message}`).join('\n'));
  return result.intake;
}

/** The planned files as sources of a glossary. */
function written(text: string) {
  const { files } = intakeOf(plan(text));
  return {
    bulletins: files
      .filter(({ path }) => path.endsWith('.md'))
      .map(({ path, content }) => ({ path, text: String(content) })),
    received: [{ path: 'bulletins/received/new.txt', text }],
  };
}

/** Two notices of an invented society: byline under the title, indented and wrapped paragraphs, marks of both widths. */
const HEADED = `云岭省水利学会召开第七届理事会第三次会议
来源：云岭省水利学会秘书处  发布时间：2022-03-09 10:30

　　3月8日,云岭省水利学会在滨江市召开第七届理事会第三次会议.会议由理事长欧阳
敏主持,副理事长陈立山、秘书长高雨桐出席会议.
　　会议审议通过《云岭省水利学会会员管理办法》,听取"清水进校园"科普行动进展报告.陈立山
介绍了"智慧灌区"示范工程(一期)的建设情况.
责任编辑:周周

“清水进校园”科普行动启动
来源：云岭省水利学会秘书处  发布时间：2022-03-22

　　3月22日,“清水进校园”科普行动在云岭省实验小学启动.省水利学会与省青少年科技中心联合主办这项科普行动.
　　活动现场发放《小小护水员手册》,志愿者讲解了智慧灌区如何节水.云岭省水利学会将依托水利科普基地持续开展科普行动.
`;

describe('a text of another office, with the byline under the title', () => {
  const { editions, leftOver } = intakeOf(plan(HEADED));

  it('is split into its bulletins, with titles, signer and dates', () => {
    expect(editions.map(({ id, title, signer, date }) => [id, title, signer, date])).toEqual([
      ['ylsslxh-2022-03-09', '云岭省水利学会召开第七届理事会第三次会议', '云岭省水利学会秘书处', '2022-03-09'],
      ['ylsslxh-2022-03-22', '“清水进校园”科普行动启动', '云岭省水利学会秘书处', '2022-03-22'],
    ]);
    expect(leftOver.map(({ text }) => text)).toEqual(['责任编辑:周周']);
  });

  it('is rejoined, with its punctuation', () => {
    expect(editions[0]?.paragraphs).toEqual([
      [
        '3月8日，云岭省水利学会在滨江市召开第七届理事会第三次会议。',
        '会议由理事长欧阳敏主持，副理事长陈立山、秘书长高雨桐出席会议。',
      ],
      [
        '会议审议通过《云岭省水利学会会员管理办法》，听取“清水进校园”科普行动进展报告。',
        '陈立山介绍了“智慧灌区”示范工程（一期）的建设情况。',
      ],
    ]);
  });

  it('passes the check of editions against the received text, and fails it for any other text', () => {
    for (const { id, text } of editions) {
      expect(readBulletin({ path: `bulletins/${id}.md`, text }, () => HEADED).problems).toEqual([]);
      expect(
        readBulletin({ path: `bulletins/${id}.md`, text }, () => HEADED.replace('10:30', '').replace('启动.', '开始.'))
          .problems,
      ).toHaveLength(1);
    }
  });

  it('has most of its terms among the candidates', () => {
    const terms = [
      '云岭省水利学会',
      '云岭省水利学会第七届理事会第三次会议',
      '第七届理事会第三次会议',
      '欧阳敏',
      '陈立山',
      '高雨桐',
      '《云岭省水利学会会员管理办法》',
      '清水进校园',
      '“清水进校园”科普行动',
      '智慧灌区',
      '“智慧灌区”示范工程',
      '《小小护水员手册》',
      '省青少年科技中心',
      '水利科普基地',
      '云岭省实验小学',
    ];
    const first = new Set(
      findCandidates(sentencesOfEditions(editions))
        .slice(0, 40)
        .map(({ text }) => text),
    );
    const found = terms.filter((term) => first.has(term));
    console.info(
      `terms of an invented text among the first 40 candidates: ${found.length} of ${terms.length}; not: ${terms.filter((term) => !first.has(term)).join(' ')}`,
    );
    expect(found.length / terms.length).toBeGreaterThanOrEqual(0.75);
  });
});

describe('other layouts', () => {
  test.each([
    [
      'a Chinese date in brackets under the text',
      '年会闭幕\n\n年会于今天闭幕。\n\n省农学会（2022年3月9日）',
      '年会闭幕',
      '省农学会',
    ],
    ['a date on a line of its own', '年会闭幕\n年会于今天闭幕。\n省农学会\n2022年3月9日', '年会闭幕', '省农学会'],
    ['Windows line ends', '年会闭幕\r\n\r\n年会于今天闭幕。\r\n\r\n省农学会 [2022-03-09]\r\n', '年会闭幕', '省农学会'],
    [
      'a title of two lines',
      '关于做好年会筹备工作、办好会员日\n活动的通知\n\n年会于今天闭幕。\n\n省农学会 [2022-03-09]',
      '关于做好年会筹备工作、办好会员日活动的通知',
      '省农学会',
    ],
  ])('%s', (_name, text, title, signer) => {
    const [edition] = intakeOf(plan(text)).editions;
    expect([edition?.title, edition?.titleStatus, edition?.signer, edition?.date]).toEqual([
      title,
      'received',
      signer,
      '2022-03-09',
    ]);
    expect(edition?.paragraphs).toEqual([['年会于今天闭幕。']]);
  });

  it('keep the space between Latin words of a title', () => {
    const [edition] = intakeOf(
      plan('World Forum on\nScience 开幕\n\n论坛于今天开幕。\n\n省农学会 [2022-03-09]'),
    ).editions;
    expect(edition?.title).toBe('World Forum on Science 开幕');
  });

  it('may contain a date in Chinese numerals inside the text', () => {
    const [edition] = intakeOf(plan('年会闭幕\n\n年会于\n二〇二二年三月九日开幕。\n\n省农学会 [2022-03-09]')).editions;
    expect(edition?.paragraphs).toEqual([['年会于二〇二二年三月九日开幕。']]);
  });

  it('get a title from the first words without splitting a surrogate pair', () => {
    const [edition] = intakeOf(plan(`会${'𠮷'.repeat(20)}，办好。\n\n省农学会 [2022-03-09]`)).editions;
    expect(edition?.title).toBe(`会${'𠮷'.repeat(17)}……`);
  });

  it('get their first words as a title if they have none', () => {
    const [edition] = intakeOf(plan('会议强调，要办好年会。\n\n省农学会 [2022-03-09]')).editions;
    expect([edition?.title, edition?.titleStatus]).toEqual(['会议强调，要办好年会。……', 'given']);
    expect(edition?.text).toContain('titleStatus: given');
  });
});

describe('a text with problems is refused with their lines, and nothing is planned', () => {
  const table: [name: string, text: string | Uint8Array, line: number, message: string][] = [
    ['an empty file', '', 1, 'the file is empty'],
    ['white space', '\n  \n', 1, 'the file is empty'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0), 1, 'this is no text in UTF-8, UTF-16 or GB18030'],
    [
      'no date',
      '年会闭幕\n\n年会于今天闭幕。',
      3,
      'there is no date of a bulletin; the last line is “年会于今天闭幕。”',
    ],
    [
      'a date without a signer',
      '年会闭幕\n\n年会于今天闭幕。\n\n[2022-03-09]',
      5,
      'there is a date, and nobody who signed',
    ],
    ['an impossible date', '年会闭幕\n\n年会于今天闭幕。\n\n省农学会 [2022-02-30]', 5, '“2022-02-30” is no date'],
    ...['（2022年2月30日）', '(2022-2-30)', '【2022.02.30】'].map((date): [string, string, number, string] => [
      `an impossible date between two valid ones, ${date}`,
      `一会闭幕。\n省农学会 [2022-03-09]\n\n二会闭幕。\n省农学会${date}\n\n三会闭幕。\n省农学会 [2022-03-11]`,
      5,
      `“${date.slice(1, -1)}” is no date`,
    ]),
    ...['二〇二二年二月三十日', '２０２２年２月３０日', '[民國111年2月30日]'].map(
      (written): [string, string, number, string] => [
        `an impossible date in other digits between two valid ones, ${written}`,
        `一会闭幕。\n省农学会 [2022-03-09]\n\n二会闭幕。\n${written}\n\n三会闭幕。\n省农学会 [2022-03-11]`,
        5,
        `“${written.replace(/[[\]]/g, '')}” is no date`,
      ],
    ),
    [
      'a name and a date, and no text',
      '省农学会 [2022-03-09]',
      1,
      'the bulletin signed “省农学会” on 2022-03-09 has no text',
    ],
    [
      'an unsigned bulletin between two signed ones',
      '一会闭幕。\n省农学会 [2022-03-09]\n\n二会闭幕。\n[2022-03-10]\n\n三会闭幕。\n省农学会 [2022-03-11]',
      5,
      'there is a date, and nobody who signed',
    ],
    [
      'text after the last name and date',
      `年会于今天闭幕。\n省农学会 [2022-03-09]\n\n${'又一篇没有署名的报道，'.repeat(8)}完。`,
      4,
      'the text from here on belongs to no bulletin: there is no name and date after it',
    ],
  ];
  test.each(table)('%s', (_name, text, line, message) => {
    const result = plan(text);
    expect(result.ok ? [] : result.problems.map((problem) => [problem.line, problem.message])).toEqual([
      [line, message],
    ]);
  });
});

describe('beside existing editions', () => {
  const OLD = '年会闭幕\n\n年会于今天闭幕。\n\n省农学会 [2022-03-09]\n';
  const NEW = `${OLD}\n论坛开幕\n\n论坛于今天开幕。\n\n省农学会 [2022-03-09]\n`;

  it('a known text adds nothing, even under another name', () => {
    const { editions, known, files } = intakeOf(
      planIntake({ bytes: new TextEncoder().encode(OLD), name: 'other.txt', existing: written(OLD), prefix: null }),
    );
    expect([editions, files]).toEqual([[], []]);
    expect(known).toEqual([{ id: 'snxh-2022-03-09', lines: [1, 5] }]);
  });

  it('only new bulletins of a text are added, with unique ids on the same day', () => {
    const { editions, known, files } = intakeOf(
      planIntake({ bytes: new TextEncoder().encode(NEW), name: 'more.txt', existing: written(OLD), prefix: null }),
    );
    expect(known.map(({ id }) => id)).toEqual(['snxh-2022-03-09']);
    expect(editions.map(({ id }) => id)).toEqual(['snxh-2022-03-09-2']);
    expect(files.map(({ path }) => path)).toEqual(['bulletins/received/more.txt', 'bulletins/snxh-2022-03-09-2.md']);
  });

  it('a different text under the same name is refused', () => {
    const result = plan(NEW, written(OLD));
    expect(result.ok ? '' : result.problems[0]?.message).toBe('there is another glossary/bulletins/received/new.txt');
  });

  it('the same text with other line breaks is refused', () => {
    const { received } = written(OLD);
    const result = plan(OLD.replace('年会于', '年会\n于'), { bulletins: [], received });
    expect(result.ok ? '' : result.problems[0]?.message).toBe(
      'glossary/bulletins/received/new.txt is the same text with other line breaks or punctuation',
    );
    expect(intakeOf(plan(OLD, { bulletins: [], received })).files.map(({ path }) => path)).toEqual([
      'bulletins/snxh-2022-03-09.md',
    ]);
  });

  it('ids get the prefix of the same organisation, or the prefix the editor gave', () => {
    const others = '研讨会闭幕\n\n研讨会于今天闭幕。\n\n省农学会学术部 [2022-03-10]\n';
    const ids = (prefix: string | null) =>
      intakeOf(
        planIntake({ bytes: new TextEncoder().encode(others), name: 'b.txt', existing: written(OLD), prefix }),
      ).editions.map(({ id }) => id);
    expect(ids(null)).toEqual(['snxh-2022-03-10']);
    expect(ids('agri')).toEqual(['agri-2022-03-10']);
  });
});

describe('for any text', () => {
  it('the edition passes the check of editions', () => {
    const unit = fc.constantFrom(...'科协大会，。、“”《》「」,.:;()!?"\' \n\u3000aB37-[]|#…—');
    const body = fc.array(unit, { minLength: 1, maxLength: 80 }).map((units) => units.join(''));
    fc.assert(
      fc.property(body, fc.boolean(), (text, isHeaded) => {
        const byline = '省农学会 [2022-03-09]';
        const result = plan(isHeaded ? `年会开幕\n${byline}\n会${text}` : `年会开幕\n\n会${text}\n${byline}`);
        const messages = result.ok ? [] : result.problems.map(({ advice }) => advice);
        expect(messages.filter((advice) => advice.includes('fault of the command'))).toEqual([]);
        expect(result.ok && result.intake.editions.length).toBe(1);
      }),
    );
  });
});
