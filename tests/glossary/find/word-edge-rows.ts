/** Forms in brackets in texts where words of the text cross their edges, and where none does. */

/** A text with one form in 【】. */
export type EdgeRow = string;

/** In every runtime no word crosses an edge, or the reading that leaves the form whole has fewer words. */
export const APART: EdgeRow[] = [
  '【科普】',
  '食品安全【科普】周',
  '天文【科普】夜场',
  '地理【科普】巡展',
  '心理【科普】沙龙',
  '护理【科普】竞赛',
  '海外【科普】短片',
  '少儿【科普】剧场',
  '全国【外宣】会议',
  '高校【外宣】骨干',
  '民政局【党组】会议',
  '企业【群团】改革',
  '【科协】助力乡村振兴',
  '说到【中国科协】和科创中国',
  '市【科协】会同教育局',
  '“内”【科普】通讯',
  '内 【科普】通讯',
  '内，【科普】通讯',
  'CT 【科普】',
  '中国地理【学会】',
  '天文\n【科普】夜场',
  '健康【科普】及就诊',
  '明明白白【四史】',
  '本周【七一】活动',
  '地方【科協系統】的期刊',
  '縣裡【基層組織】的門牌',
];

/** In every runtime a word of the text crosses an edge. */
export const CROSSED: EdgeRow[] = [
  '内【科普】通病房',
  '本【科普】遍三年',
  '学【科协】作',
  '骨【科协】会',
  '学【科普】及课',
  '对【外宣】布',
  '境【外宣】称',
  '同【学会】员',
  '开【学会】议',
  '二十【四史】',
  '一九【七一】',
  '【七一】二',
  '【传达学习】者',
  '内\n【科普】通病房',
  '内\u200b【科普】通病房',
];

/**
 * Where runtimes differ: crossed in Chromium and Node, crossed in Firefox. Most are crossed by as many words as there are
 * without; entries that meet such texts have rules for them.
 */
export const DIFFERENT: [row: EdgeRow, inChromium: boolean, inFirefox: boolean][] = [
  ['政【党组】阁', true, false],
  ['在【外宣】稿件', true, false],
  ['高【科技强国】防', true, false],
  ['全【新发展阶段】', true, false],
];

/** Cues that a word of the text cuts, in every runtime. */
export const CUT: EdgeRow[] = ['全【国会】员大会', '国【内地】区', '北【京都】市圈'];

/** Cues that stand: no word cuts them, one has all of them, or one that cuts them makes no fewer words. */
export const UNCUT: EdgeRow[] = [
  '【国会】议员',
  '【理事】会的决议',
  '据【日本】报纸',
  '是【在野】联盟',
  '见【台湾】学者',
  '【香港】',
];

/** Cues that contain a form and are cut, in every runtime; in most rows by a tie. */
export const WORDING_CUT: EdgeRow[] = ['课【本学会】拼音', '应【该学会】等待'];

/** Cues that contain a form and are words. */
export const WORDING_UNCUT: EdgeRow[] = ['经【本学会】同意', '据【该学会】统计', '并【由学会】颁发'];

/** The text without brackets, and where the form stands in it. */
export function placeOf(row: EdgeRow): { text: string; start: number; end: number } {
  return { text: row.replace(/[【】]/g, ''), start: row.indexOf('【'), end: row.indexOf('】') - 1 };
}
