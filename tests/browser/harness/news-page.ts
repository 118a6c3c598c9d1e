/** Mentions of the news page (`tests/pages/news.html`). */
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { untilMarksAre } from '../../../tools/browser/marks';

/** Texts of all marks in order, after the page has loaded its comments. */
export const NEWS_MARKS: readonly string[] = [
  '科协',
  '科协十大',
  '科协',
  '科技工作者',
  '科协十大',
  '中国科协',
  '基层组织',
  '科普中国',
  '科创中国',
  '智汇中国',
  '科创中国',
  '全国科普日',
  '科协',
  '“3+1”试点',
  '基层科协组织',
  '“３＋１”试点改革',
  '科协系统深化改革',
  '科技创新的“五大任务”',
  '科协',
  '“157字”新要求',
  '党史学习教育',
  '四史',
  '老科学家学术成长资料采集工程',
  '科学家精神',
  '「光榮在黨50年」紀念章',
  '中國科協',
  '中国科学技术协会第十次全国代表大会',
  '社会组织',
  '“十四五”规划',
  '科技志愿服务',
  '钉钉子精神',
];

/** Waits until every mention of the page is marked. @throws with the difference after the time of `untilMarksAre`. */
export async function untilNewsIsMarked(page: Page): Promise<void> {
  expect(await untilMarksAre(page, NEWS_MARKS)).toEqual(NEWS_MARKS);
}
