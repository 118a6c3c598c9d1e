import { describe, expect, test } from 'vitest';
import { PageFinder } from '../../../glossary/find/page-finder';
import { isCutByWord } from '../../../glossary/find/word-edges';
import { NEAR_UNITS } from '../../../glossary/pack/finder-data';
import { describeMentions, finderOf, found } from './finder-of';

const filler = (length: number) => '，'.repeat(length);
const zwsp = '\u200b';
const br = '\u2028';

const quoted = finderOf({ brand: [{ text: '智汇中国', quoted: true }] });
const neighbours = finderOf({
  society: [{ text: '学会', notBefore: ['了', '如何', 'to be'], notAfter: ['没', '自己'] }],
});
const near = finderOf({
  pilot: [{ text: '试点', needs: { near: ['科協', '3+1'] } }],
  self: [{ text: '学会', needs: { near: ['学会'] } }],
  part: [{ text: '组织', needs: { near: ['社会组织'] } }],
});
const unlessNear = finderOf({ tenth: [{ text: '十大', unless: { near: ['品牌', '十大新闻'] } }] });
const either = finderOf({
  brand: [{ text: '科普中国', needs: { near: ['科协'], page: ['客户端'], entries: ['cast'], quoted: true } }],
  cast: ['中国科协', { text: 'CAST', exactCase: true, quoted: true }, { text: 'CAST学会', exactCase: true }],
});
const senses = finderOf({
  plain: ['五年规划'],
  ruled: [{ text: '五年规划', needs: { near: ['科协'] } }, '科协规划'],
  second: [{ text: '五年规划', needs: { near: ['学会'] } }],
});
const blocked = finderOf(
  {
    histories: ['四史'],
    cast: ['科协', '天文'],
    cued: [{ text: '改革', needs: { near: ['科协'] } }],
    wide: ['二十四史研究会', '史料'],
    it: ['IT'],
  },
  ['二十四史', '文科协会', 'SPLIT IT UP'],
);

type Row = [name: string, text: string, expected: string[]];

function run(finder: Parameters<typeof found>[0], rows: Row[]): void {
  test.each(rows)('%s', (_name, text, expected) => {
    expect(found(finder, text)).toEqual(expected);
  });
}

describe('quoted: only directly between quotation marks', () => {
  const mention = '智汇中国 = brand (quoted)';
  run(quoted, [
    ['between marks', '“智汇中国”', [mention]],
    ['between marks of another kind', '「智汇中国」', [mention]],
    ['between straight marks', '"智汇中国"', [mention]],
    ['with spaces and invisible characters inside', `“ 智汇中国${zwsp} ”`, [mention]],
    ['without marks', '智汇中国', []],
    ['with one mark only', '“智汇中国、”', []],
    ['between marks turned outwards', '”智汇中国“', []],
  ]);
});

describe('notBefore and notAfter: refused beside these words', () => {
  const mention = '学会 = society (form)';
  run(neighbours, [
    ['alone', '学会', [mention]],
    ['a refused word behind', '学会了', []],
    ['a refused word behind a space and an invisible character', `学会 ${zwsp}了`, []],
    ['a refused word of two letters', '学会如何', []],
    ['half of a refused word', '学会如此', [mention]],
    ['half of a refused word at the end', '学会如', [mention]],
    ['a refused word further on', '学会的了', [mention]],
    ['a refused word behind a line break', `学会${br}了`, [mention]],
    ['a refused word behind a quotation mark', '“学会”了', []],
    ['a refused word before a quotation mark', '自己“学会”', []],
    ['a refused word of one letter before a quotation mark', '没“学会”', [mention]],
    ['a refused word between marks', '学会“了”', []],
    ['a refused word in capitals, spaced', '学会 TO  BE', []],
    ['a refused word before', '没学会', []],
    ['a refused word before, spaced and split', `自${zwsp}己 学会`, []],
    ['half of a refused word before', '己学会', [mention]],
    ['the refused words the other way round', '了学会没', [mention]],
  ]);
});

describe('restsAfter and restsBefore: the form is part of a word', () => {
  const brand = finderOf({ brand: [{ text: '科创中国', restsAfter: ['梦'], restsBefore: ['中'] }] });
  const mention = '科创中国 = brand (form)';
  run(brand, [
    ['the rest of a word behind', '科创中国梦', []],
    ['the rest of a word behind a space', '科创中国 梦', []],
    ['which a quotation mark parts from it', '“科创中国”梦', [mention]],
    ['the rest of a word ahead', '中科创中国', []],
    ['which a quotation mark parts from it', '中“科创中国”', [mention]],
    ['other words', '国科创中国行', [mention]],
  ]);
});

describe('standsBefore and standsAfter: the form is a word beside these', () => {
  const stands = finderOf({
    body: [
      { text: '科协', notBefore: ['作'], notAfter: ['学'], standsBefore: ['作为', '调研'], standsAfter: ['科学'] },
    ],
  });
  const crossed = { ...stands, finder: { ...stands.finder, isCrossed: () => true } };
  run(stands, [
    ['a refused word behind', '科协作', []],
    ['which begins a word beside which it stands', '科协作为', ['科协 = body (form)']],
    ['a refused word before', '学科协', []],
    ['which ends a word beside which it stands', '科学科协', ['科协 = body (form)']],
    ['a word behind does not settle what is before', '学科协作为', []],
  ]);
  run(crossed, [
    ['crossed by a word', '科协调度', []],
    ['crossed, beside a word it stands before', '科协调研', ['科协 = body (form)']],
    ['crossed, beside a word it stands after', '科学科协', ['科协 = body (form)']],
  ]);
});

describe('a cue that a word of the text cuts', () => {
  const stubbed = finderOf({
    society: [{ text: '学会', needs: { near: ['本学会', '理事', '年会'] }, unless: { near: ['台学会', '国会'] } }],
  });
  const society = { ...stubbed, finder: { ...stubbed.finder, isCut: isCutByWord } };
  run(society, [
    ['begins and ends with words', '经本学会同意', ['学会 = society (wording 本学会)']],
    ['is cut by a word', '从课本学会拼音', []],
    ['is cut at two places', '从课本学会拼音，从书本学会历史', []],
    ['is cut here and a word there', '从课本学会拼音，本学会章程', Array(2).fill('学会 = society (wording 本学会)')],
    ['is cut, with other evidence', '根本学会理事', ['学会 = society (near 理事)']],
    ['is a part of a word', '学会的理事长', ['学会 = society (near 理事)']],
    ['may be cut or not', '学会今年会办展', ['学会 = society (near 年会)']],
    ['refuses where it is a word', '台学会理事', []],
    ['refuses as a part of a word', '学会理事和国会议员', []],
    ['refuses nothing where a word cuts it', '舞台学会理事', ['学会 = society (near 理事)']],
    ['refuses nothing between two words', '学会理事与全国会员', ['学会 = society (near 理事)']],
  ]);
});

test('a cue may be cut as the wording of a form, and count for another form', () => {
  const near = { near: ['学会'] };
  const stubbed = finderOf({ society: [{ text: '学会', needs: near }], statute: [{ text: '章程', needs: near }] });
  const isCut = (_text: string, _cue: object, isWording: boolean) => isWording;
  const finder = { ...stubbed, finder: { ...stubbed.finder, isCut } };
  expect(found(finder, '学会和学会的章程')).toEqual(['章程 = statute (near 学会)']);
  expect(found(finder, '章程，学会和学会')).toEqual(['章程 = statute (near 学会)']);
});

describe('a quotation that is the name of a thing', () => {
  const mission = finderOf({ mission: [{ text: '初心使命', needs: { near: ['党员'], quoted: true } }] });
  const quotedMention = ['初心使命 = mission (quoted)'];
  run(mission, [
    ['is no evidence: a bar', '街角有名为“初心使命”的酒吧', []],
    ['of a nickname, spaced', '他的網名 「 初心使命 」', []],
    ['of a ship', '一艘“初心使命”下水', []],
    ['of a song', '歌曲“初心使命”', []],
    ['does not hide other evidence', '名为“初心使命”的党员活动', ['初心使命 = mission (near 党员)']],
    ['is a title otherwise', '以“初心使命”为主题', quotedMention],
    ['at the beginning', '“初心使命”', quotedMention],
    ['after one letter', '讲“初心使命”', quotedMention],
    ['after a word that only holds one for names', '有名望的“初心使命”', quotedMention],
  ]);
});

describe('a longer form that is refused', () => {
  const meeting = finderOf({
    meeting: [{ text: '中央政治局会议', notAfter: ['共产党'], unless: { near: ['越共'] } }, '政治局会议'],
    bureau: ['政治局'],
    quotedOnly: [{ text: '大会精神', quoted: true }, '精神'],
  });
  run(meeting, [
    ['leaves no shorter form of its entry', '共产党中央政治局会议', ['政治局 = bureau (form)']],
    ['nor near a cue', '越共中央政治局会议', ['政治局 = bureau (form)']],
    [
      'leaves other places alone',
      '共产党中央政治局会议，政治局会议',
      ['政治局 = bureau (form)', '政治局会议 = meeting (form)'],
    ],
    ['is not one that is only not spelt so', '大会精神', ['精神 = quotedOnly (form)']],
  ]);
});

describe('a setting', () => {
  const settings = [{ id: 'here', home: ['科协', '大陆'], away: ['台湾', '日本'] }];
  const setting = finderOf(
    {
      society: [{ text: '学会', settings: ['here'] }],
      needy: [{ text: '年会', settings: ['here'], needs: { page: ['主席'] } }],
    },
    [],
    settings,
  );
  const mention = '学会 = society (form)';
  run(setting, [
    ['no cue', '学会', [mention]],
    ['a cue of another setting', '台湾的学会', []],
    ['a cue of another setting out of reach', `台湾${filler(NEAR_UNITS + 1)}学会`, [mention]],
    ['cues of both', '科协和台湾的学会', [mention]],
    ['a cue of another setting directly before', '科协和台湾学会', []],
    ['one directly before another mention', '台湾学会，科协的学会', [mention]],
    ['kana near', '学会の理事', []],
    ['kana near and a cue of its own', '科协、学会，の理事', [mention]],
    ['kana directly after it, and a cue of its own', '科协、学会の理事', []],
    ['kana directly before it, and a cue of its own', '科协、の学会', []],
    ['a Traditional spelling', '學會', ['學會 = society (form)']],
  ]);

  const second = { id: 'ours', home: ['党委'], away: ['公司'] };
  const both = finderOf({ speech: [{ text: '讲话', settings: ['here', 'ours'] }] }, [], [...settings, second]);
  const speech = '讲话 = speech (form)';
  run(both, [
    ['two settings, no cue', '讲话', [speech]],
    ['a cue against one', '公司讲话', []],
    ['a cue against the other', '台湾讲话', []],
    ['a cue against one and one for it', '公司党委讲话', [speech]],
    ['cues against both and one for one', '台湾公司党委讲话', []],
    ['cues against and for both', '台湾科协，公司党委讲话', [speech]],
  ]);

  const asking = finderOf({ stage: [{ text: '新阶段', needs: { settings: ['here'] } }] }, [], settings);
  run(asking, [
    ['a setting is needed, no cue', '新阶段', []],
    ['a word of another setting', '台湾的新阶段', []],
    ['a word of its own, anywhere', `大陆${filler(NEAR_UNITS + 1)}新阶段`, ['新阶段 = stage (page 大陆)']],
  ]);

  const inLanguage = (language: string, ...texts: string[]) => {
    const page = new PageFinder<object>(setting.finder);
    const runs = texts.map((text) => ({ text }));
    for (const item of runs) page.add(item, item.text, { language: () => language, isAlone: () => false });
    page.settle();
    return runs.flatMap((item) => describeMentions(setting, item.text, page.mentionsOf(item)));
  };
  test.each(['ja', 'ko-KR', 'zh-TW', 'zh-Hant', 'zh-Hant-HK', 'ZH-mo', 'yue'])('the language %s', (language) => {
    expect(inLanguage(language, '学会')).toEqual([]);
    expect(inLanguage(language, '学会', '大陆')).toEqual([]);
    expect(inLanguage(language, `大陆${filler(NEAR_UNITS + 1)}学会`)).toEqual([mention]);
    expect(inLanguage(language, '大陆的年会')).toEqual([]);
    expect(inLanguage(language, '大陆的年会', '主席')).toEqual(['年会 = needy (page 主席)']);
  });
  test.each(['', 'zh', 'zh-CN', 'zh-Hans', 'zh-Hans-CN', 'en', 'jam'])(
    'the language “%s” is none other',
    (language) => {
      expect(inLanguage(language, '学会')).toEqual([mention]);
    },
  );
});

describe('a setting of texts in Simplified letters', () => {
  const settings = [{ id: 'here', home: ['大陆'], away: ['理监事'], simplified: true as const }];
  const entries = finderOf(
    { society: [{ text: '学会', settings: ['here'] }], popular: [{ text: '科普', settings: ['here'] }] },
    [],
    settings,
  );
  const markedIn = (language: string, text: string) => {
    const page = new PageFinder<object>(entries.finder);
    const item = {};
    page.add(item, text, { language: () => language, isAlone: () => false });
    page.settle();
    return describeMentions(entries, text, page.mentionsOf(item));
  };
  const [mention, traditional] = ['学会 = society (form)', '學會 = society (form)'];
  test.each<[what: string, language: string, text: string, expected: string[]]>([
    ['Simplified letters', '', '学会', [mention]],
    ['Traditional letters', '', '學會', []],
    ['Traditional letters with a cue of its own, anywhere', '', `大陸${filler(NEAR_UNITS + 1)}學會`, [traditional]],
    ['letters of both scripts', '', '理監事，科普', []],
    ['letters of both scripts, no cue', '', '科普與學會', ['科普 = popular (form)']],
    ['a language that leaves the script open', 'zh', '學會', []],
    ['a page that is wrong about its language', 'en', '學會', []],
    ['Traditional letters on a page of the mainland', 'zh-CN', '學會', [traditional]],
    ['Traditional letters on a page in Simplified letters', 'zh-Hans', '學會', [traditional]],
    ['Simplified letters on a page of Taiwan', 'zh-TW', '学会', []],
  ])('%s', (_what, language, text, expected) => {
    expect(markedIn(language, text)).toEqual(expected);
  });
});

describe('the name of the site', () => {
  const settings = [{ id: 'here', home: ['科协'], away: ['台湾'] }];
  const society = finderOf({ society: [{ text: '学会', settings: ['here'] }] }, [], settings);
  test.each<[siteName: string, expected: string[]]>([
    ['', ['学会 = society (form)']],
    ['化学会', ['学会 = society (form)']],
    ['臺灣化學會', []],
    ['科协', ['学会 = society (form)']],
    ['科协 台湾', ['学会 = society (form)']],
  ])('“%s”', (siteName, expected) => {
    const page = new PageFinder<object>(society.finder, { siteName });
    const item = {};
    page.add(item, '学会');
    page.settle();
    expect(describeMentions(society, '学会', page.mentionsOf(item))).toEqual(expected);
  });
});

describe('alone: as good as quotation marks', () => {
  const alone = '科普中国 = brand (alone)';
  run(either, [
    ['the whole text', ' 科普中国 ', [alone]],
    ['a line of its own', `首页${br}科普中国${br}联系`, [alone]],
    ['an item between bars', '首页 | 科普中国｜联系', [alone]],
    ['the first item', '科普中国 · 联系', [alone]],
    ['beside a word', '看科普中国', []],
    ['before a full stop', '科普中国。', []],
  ]);
  test('a form that is all of a link, by the page’s answer', () => {
    const page = new PageFinder<object>(either.finder);
    const item = {};
    const text = '看科普中国吧';
    const isAlone = ({ start, end }: { start: number; end: number }) => text.slice(start, end) === '科普中国';
    page.add(item, text, { language: () => '', isAlone });
    page.settle();
    expect(describeMentions(either, text, page.mentionsOf(item))).toEqual([alone]);
  });
});

describe('near: a cue in the same run', () => {
  const mention = '试点 = pilot (near 科协)';
  run(near, [
    ['no cue', '试点', []],
    ['a cue beside', '科协试点', [mention]],
    ['a cue in another spelling', '试点，科\u200b協', [mention]],
    ['the nearest cue is told', '科协，3+1试点', ['试点 = pilot (near 3+1)']],
    ['a cue as far as reach', `科协${filler(NEAR_UNITS)}试点`, [mention]],
    ['a cue out of reach', `科协${filler(NEAR_UNITS + 1)}试点`, []],
    ['a cue behind as far as reach', `试点${filler(NEAR_UNITS)}科协`, [mention]],
    ['a cue behind out of reach', `试点${filler(NEAR_UNITS + 1)}科协`, []],
    ['a Latin cue inside a word is none', '13+1试点', []],
    ['a form is no cue for itself', '学会', []],
    ['but for another of its kind', '学会，学会', ['学会 = self (wording 学会)', '学会 = self (wording 学会)']],
    ['a cue that holds the form', '社会组织', ['组织 = part (wording 社会组织)']],
    ['a cue elsewhere that holds the form', '组织，社会组织', Array(2).fill('组织 = part (wording 社会组织)')],
  ]);
});

describe('unless near: refused with a cue in the same run', () => {
  run(unlessNear, [
    ['no cue', '十大', ['十大 = tenth (form)']],
    ['a cue near', '十大品牌', []],
    ['a cue that holds the form', '十大新闻', []],
    ['a cue out of reach', `十大${filler(NEAR_UNITS + 1)}品牌`, ['十大 = tenth (form)']],
  ]);
});

describe('needs: one condition is enough', () => {
  run(either, [
    ['none', '看科普中国', []],
    ['quoted', '“科普中国”', ['科普中国 = brand (quoted)']],
    ['near before quoted', '科协“科普中国”', ['科普中国 = brand (near 科协)']],
    ['a cue in the text run, too far to be near', `客户端${filler(100)}科普中国`, ['科普中国 = brand (page 客户端)']],
    [
      'an entry in the text run, too far to be near',
      `中国科协${filler(100)}科普中国`,
      ['中国科协 = cast (form)', '科普中国 = brand (entry cast)'],
    ],
    ['conditions outside needs hold all at once', '“cast” CAST “CAST”', ['CAST = cast (quoted)']],
    ['an exact spelling, Traditional and full-width', 'ＣＡＳＴ學會 Cast学会', ['ＣＡＳＴ學會 = cast (form)']],
    ['an exact spelling with a soft hyphen', '“CA\u00adST”', ['CA\u00adST = cast (quoted)']],
  ]);
});

describe('senses of one form', () => {
  run(senses, [
    ['the sense without a rule', '五年规划', ['五年规划 = plain (form)']],
    ['a sense whose rule holds comes first', '科协五年规划', ['五年规划 = ruled (near 科协) / plain (form)']],
    ['all that hold', '科协、学会五年规划', ['五年规划 = ruled (near 科协) / second (near 学会) / plain (form)']],
  ]);
});

describe('exclusions', () => {
  run(blocked, [
    ['the form alone', '四史', ['四史 = histories (form)']],
    ['a form inside an exclusion', '二十四史', []],
    ['an exclusion in another spelling', '二十 四史', []],
    ['a form at the other end', '二十四史、四史', ['四史 = histories (form)']],
    ['a form in the middle of an exclusion', '文科协会', []],
    ['a form that holds an exclusion', '二十四史研究会', ['二十四史研究会 = wide (form)']],
    ['a form that begins inside an exclusion', '二十四史料，史料', ['史料 = wide (form)']],
    ['a form that begins before an exclusion', '天文科协会', ['天文 = cast (form)']],
    ['a cue inside an exclusion is none', '文科协会改革', []],
    ['an exclusion that would split a word is none', 'SPLIT IT UPON', ['IT = it (form)']],
    ['an exclusion at word boundaries', 'SPLIT IT UP', []],
  ]);
});
