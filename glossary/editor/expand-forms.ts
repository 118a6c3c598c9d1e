/** Expands forms as editors write them to the forms the finder looks for: other ways to write a number or a word, and to join two words. */
import { withDigits } from '../numerals';
import type { FormRules } from '../pack/compile-finder';
import type { FormSource } from './entry-schema';
import { foldForm } from './fold';
import { expandNumbered } from './numbered-forms';

/** Words that texts in Traditional script write with other characters, not only with other shapes of the same. */
const OTHER_WORDS: [word: string, inTraditional: string][] = [
  ['计划', '計畫'],
  ['网络', '網路'],
  ['信息', '資訊'],
];

/** Conjunctions that a text may have in place of each other; 和 in 共和国 is none. */
const CONJUNCTION = /与|(?<!共)和/g;

/** Names of provinces, and what ends the names of smaller places and of bodies: 省深改委 is not the national one. */
const BELOW_NATIONAL = (
  '省 市 县 区 州 盟 旗 校 省委 市委 州委 县委 区委 党委 企业 集团 公司 学校 学院 大学 兵团 北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 ' +
  '上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆'
).split(' ');

/** Words that follow a name in the names of streets, villages, schools, firms and works: 七一小学, 求是路. */
const NAMESAKES = (
  '路 街 村 桥 渠 厂 矿 大道 广场 公园 小区 大厦 小学 中学 学校 书院 幼儿园 医院 公司 有限 股份 集团 工作室 酒业 酒店 饭店 餐厅 菜馆 理发店 书店 旅行社 ' +
  '文化传播 建筑 机械 煤矿 工厂 粮库 农场 公社 水库 电影院 冰川'
).split(' ');

/** Words that count things or point at them. A form that names a single thing is another after one: 一个|新发展阶段 is some stage. */
const COUNTED =
  '一个 两个 三个 几个 多个 每个 某个 这个 那个 哪个 这一 那一 每一 另一 一些 这些 那些 某些 许多 很多 其他 该 一名 一位 几位 这位 那位'.split(
    ' ',
  );

/** What a verb follows: who does it, whether, when and how. A name of bodies seldom follows one of these. */
const BEFORE_VERB = (
  '我 你 您 他 她 它 们 谁 人人 大家 想 要 须 应 需 能 可 未 没 不 才 就 已 都 也 还 再 先 终 没有 应该 应当 能够 可以 得以 足以 ' +
  '所以 终于 终究 逐渐 渐渐 慢慢 逐步 早日 尽快 很快 开始 努力 一起 从来 本来 近来 将来 后来 未来 已经 曾经 独自 亲自 各自 重新 快速 ' +
  '轻松 容易 成功 真正 自然 用心 主动 怎样 如何 真的 快的 慢的 渐的 步的'
).split(' ');

/** What follows a verb: the particles of its aspect, manner, and the commonest verbs of one letter as its object. */
const AFTER_VERB =
  '了 着 过 用 去 说 写 唱 看 爱 读 听 走 跑 跳 吃 做 打 自 如何 怎么 怎样 不去 不要 不会 不再 一点 一些 一口 一手'.split(
    ' ',
  );

/** Forms of numerals only, which are not converted to digits: 七一 is a date, 71 is not. */
const NUMERALS_ALONE = /^[“”"〇零一二三四五六七八九十百]+$/;

/**
 * The forms to look for, with the rules of the one they come from: members of a series, numbers in digits (第19次), words
 * of Traditional texts (計畫), other conjunctions (初心与使命).
 * @param written folded forms of all entries: a spelling that an entry has itself is left to that entry.
 */
export function expandForm(source: FormSource, written: ReadonlySet<string>): FormRules[] {
  const members = expandNumbered(source, written);
  const spelt = members.flatMap((form) => [
    form,
    ...otherSpellings(form.text, written).map((text) => ({ ...form, text })),
  ]);
  return spelt.map(withRests);
}

function otherSpellings(text: string, written: ReadonlySet<string>): string[] {
  const digits = NUMERALS_ALONE.test(text) ? null : withDigits(text);
  const words = OTHER_WORDS.filter(([word]) => text.includes(word)).map(([word, other]) =>
    text.replaceAll(word, other),
  );
  const joined = text.replace(CONJUNCTION, (word) => (word === '和' ? '与' : '和'));
  const others = [...(digits === null ? [] : [digits]), ...words, ...(joined === text ? [] : [joined])];
  return others.filter((spelling) => !written.has(foldForm(spelling)));
}

/** Converts words that the form may contain in part to the text beside the form: 日历 is 历 after 科普日. */
function withRests({ notIn = [], national, namesakes, verb, unique, ...form }: FormSource): FormRules {
  const letters = foldForm(form.text);
  const words = notIn.map(foldForm);
  const after = words.flatMap((word) => restsAfter(letters, word));
  const before = words.flatMap((word) => restsBefore(letters, word));
  return {
    ...form,
    ...withMore('notAfter', form, national && BELOW_NATIONAL, verb && BEFORE_VERB, unique && COUNTED),
    ...withMore('notBefore', form, namesakes && NAMESAKES, verb && AFTER_VERB),
    ...(after.length > 0 && { restsAfter: [...new Set(after)] }),
    ...(before.length > 0 && { restsBefore: [...new Set(before)] }),
  };
}

/** The words of a rule and of classes that the form names; nothing without either. */
function withMore(
  field: 'notBefore' | 'notAfter',
  form: Pick<FormSource, 'notBefore' | 'notAfter'>,
  ...classes: (readonly string[] | undefined)[]
): Pick<FormRules, 'notBefore' | 'notAfter'> {
  const words = [form[field], ...classes].flatMap((list) => list ?? []);
  return words.length > 0 ? { [field]: words } : {};
}

/** The rest of the word after a form that ends with its beginning. */
function restsAfter(form: string, word: string): string[] {
  const shared = lengthsBelow(word.length).filter((length) => form.endsWith(word.slice(0, length)));
  return shared.map((length) => word.slice(length));
}

/** The rest of the word before a form that begins with its end. */
function restsBefore(form: string, word: string): string[] {
  const shared = lengthsBelow(word.length).filter((length) => form.startsWith(word.slice(-length)));
  return shared.map((length) => word.slice(0, -length));
}

function lengthsBelow(limit: number): number[] {
  return Array.from({ length: limit - 1 }, (_, i) => i + 1);
}
