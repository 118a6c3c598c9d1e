/** Recognises names of columns: our own, those of common tools in English and Chinese, and names of languages. */
import { COLUMN_ROLES, type ColumnRole } from './contract';
import { languageTag } from './language-tag';

/** Names by role. A name is compared without case, spaces, hyphens, underscores, and what stands in brackets. */
const NAMES: Partial<Record<(typeof COLUMN_ROLES)[number], string>> = {
  headword:
    'headword term terms word words keyword entry front lemma name title expression phrase sourceterm sourcephrase prefterm ' +
    '术语 術語 词条 詞條 词语 詞語 词目 名称 名稱 术语名称 規範名稱 规范名称 规范名 规范术语 规范用词 原文 源语 源語 关键词 关键字 單詞 单词 条目',
  forms:
    'forms form alias aliases synonym synonyms abbreviation abbreviations acronym altlabel variants variant also alsoknownas ' +
    '别名 別名 简称 簡稱 同义词 同義詞 又称 又稱 缩写 縮寫 异形 其他写法 近义词',
  definition:
    'definition definitions def meaning description explanation back gloss 定义 定義 释义 釋義 解释 解釋 说明 說明 含义 含義 意思 内容 描述',
  translation:
    'translation translations target targetterm targetphrase tgt equivalent 译文 譯文 翻译 翻譯 译名 譯名 目标 目標 对应词 译法 外文 外文名 目标语',
  'target-language': 'tgtlng tgtlang targetlanguage targetlang tl 目标语言 目標語言',
  pinyin: 'pinyin reading pronunciation 拼音 读音 讀音 注音',
  subject:
    'subject subjects domain field category topic area entrysubject entrydomain tags tag 学科 學科 领域 領域 分类 分類 类别 類別 主题 专业',
  note: 'note notes comment comments remark remarks usage usagenote usagenotes entrynote 备注 備註 注释 註釋 附注 说明备注 用法',
  'source-title': 'sourcetitle reference references 来源 來源 出处 出處 参考 文献 来源标题',
  'source-url': 'sourceurl url link address sourcelink 链接 鏈接 連結 网址 網址 来源链接 地址',
  'source-quote': 'sourcequote quote quotation context example examples 引文 例句 语境 語境 示例',
  'source-date': 'sourcedate date 日期 来源日期',
  status: 'status termstatus administrativestatus 状态 狀態 规范程度',
  use: 'use usex useinstead preferredterm replacement 应改用 改用 规范用语 推荐用语',
  'exact-case': 'exactcase casesensitive casesensitivity matchcase 区分大小写 區分大小寫',
  'inside-words': 'insidewords 词中也标 詞中也標',
  ignore:
    'id entryid no number index 序号 序號 编号 編號 sourcelanguage sourcelang srclng srclang sl pos partofspeech forbidden terminfo termexample 词性',
};

const LANGUAGES: Record<string, string> = {
  chinese: 'zh',
  chinesesimplified: 'zh-Hans',
  simplifiedchinese: 'zh-Hans',
  chineseprc: 'zh-CN',
  chinesetraditional: 'zh-Hant',
  traditionalchinese: 'zh-Hant',
  chinesetaiwan: 'zh-TW',
  中文: 'zh',
  汉语: 'zh',
  漢語: 'zh',
  中文名: 'zh',
  中文名称: 'zh',
  简体中文: 'zh-Hans',
  中文简体: 'zh-Hans',
  繁体中文: 'zh-Hant',
  繁體中文: 'zh-Hant',
  english: 'en',
  englishunitedstates: 'en-US',
  englishus: 'en-US',
  englishunitedkingdom: 'en-GB',
  英文: 'en',
  英语: 'en',
  英語: 'en',
  英文名: 'en',
  英文名称: 'en',
  german: 'de',
  deutsch: 'de',
  德文: 'de',
  德语: 'de',
  德語: 'de',
  french: 'fr',
  français: 'fr',
  法文: 'fr',
  法语: 'fr',
  法語: 'fr',
  spanish: 'es',
  español: 'es',
  西班牙语: 'es',
  西班牙語: 'es',
  italian: 'it',
  portuguese: 'pt',
  dutch: 'nl',
  polish: 'pl',
  russian: 'ru',
  русский: 'ru',
  俄文: 'ru',
  俄语: 'ru',
  俄語: 'ru',
  japanese: 'ja',
  日本語: 'ja',
  日文: 'ja',
  日语: 'ja',
  日語: 'ja',
  korean: 'ko',
  한국어: 'ko',
  韩文: 'ko',
  韩语: 'ko',
  韓語: 'ko',
  arabic: 'ar',
  vietnamese: 'vi',
  thai: 'th',
  latin: 'la',
  拉丁名: 'la',
};
/** Codes that lists name columns by. Others are read as languages only behind `equivalent:`, or with a region. */
const CODES = new Set(
  'zh en de fr es it pt nl pl ru ja ko ar vi th la cs da el fi hu sv tr uk he hi ms ro bg hr sk sl et lv lt nb no'.split(
    ' ',
  ),
);

const ROLE_OF = new Map<string, (typeof COLUMN_ROLES)[number]>(
  COLUMN_ROLES.flatMap((role) =>
    [role, ...(NAMES[role] ?? '').split(' ')].filter(Boolean).map((name) => [plain(name), role] as const),
  ),
);

/** The meaning of a name: a role, a language, a language of definitions, or nothing. */
export type Named = ColumnRole | { language: string } | { definitionIn: string } | 'source' | null;

/** Cache of names: a document labels all its terms with the same few. */
const roles = new Map<string, Named>();
const MAX_CACHED = 1000;

/** The meaning of the name of one column, without the others. `source` is read by `rolesOfHeader`. */
export function roleOfName(name: string): Named {
  const known = roles.get(name);
  if (known !== undefined) return known;
  const role = readName(name);
  if (roles.size < MAX_CACHED) roles.set(name, role);
  return role;
}

function readName(name: string): Named {
  const key = plain(name);
  if (key === 'source' || key === 'src') return 'source';
  const [, code] = /^equivalent:(.+)$/i.exec(name.trim()) ?? [];
  const tag = code === undefined ? null : languageTag(code);
  if (tag) return `equivalent:${tag}`;
  const role = ROLE_OF.get(key);
  if (role) return role;
  const language = languageOfName(name);
  if (language) return { language };
  // memoQ and its like: `English_Def`.
  const [, named] = /^(.+)[_ ](?:def|definition)$/i.exec(name.trim()) ?? [];
  const definitionIn = named === undefined ? null : languageOfName(named);
  return definitionIn ? { definitionIn } : null;
}

/** The language a column is named by: `English`, `英文`, `zh-CN`, `Chinese (PRC)`; null if the name is no language's. */
export function languageOfName(name: string): string | null {
  const key = name.toLowerCase().replace(/[\s()（）_-]/g, '');
  if (Object.hasOwn(LANGUAGES, key)) return LANGUAGES[key] ?? null;
  const [primary = '', ...rest] = name.trim().split(/[-_]/);
  const isCode =
    CODES.has(primary.toLowerCase()) && rest.every((part) => /^([A-Z]{2}|[A-Z][a-z]{3}|\d{3})$/i.test(part));
  return isCode ? languageTag(name) : null;
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[(（[].*?[)）\]]/g, '')
    .replace(/[\s_:：*-]/g, '');
}
