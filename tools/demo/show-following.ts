/** Follows the published list, publishes its second revision, and waits for it on the demo page. */
import type { Page } from 'puppeteer-core';
import type { Driver } from '../browser/driver';
import { marksOf } from '../browser/marks';
import { until } from '../browser/wait';
import type { Photograph } from './photograph';
import type { ServedList } from './serve-published';

/** @param page the demo page. @returns lines that report each step. */
export async function showFollowing(
  driver: Driver,
  page: Page,
  list: ServedList,
  photograph: Photograph,
): Promise<string[]> {
  const website = await driver.newPage();
  await website.goto(list.site);
  await website.waitForSelector('h1');
  await photograph(website, 'site');
  await website.close();

  const glossaries = await driver.openExtensionPage('glossaries.html');
  await glossaries.waitForSelector('.follow form input');
  await glossaries.click('.follow details summary');
  await glossaries.waitForSelector('.follow details li button');
  await photograph(glossaries, 'catalogue');
  await glossaries.click('.follow details li button');
  await glossaries.waitForSelector('.follow-found');
  await photograph(glossaries, 'follow');
  await glossaries.click('.follow-found .is-main');
  await glossaries.waitForSelector('.followed');
  await untilMarkIs(page, '供需对接');

  const printed = await list.publishSecond();
  await glossaries.bringToFront();
  await glossaries.click('.followed .pack-facts button');
  await glossaries.waitForSelector('.follow-changes summary');
  await glossaries.click('.follow-changes summary');
  await until('what the update changed', () =>
    glossaries.evaluate(() => document.querySelector('.follow-changes')?.textContent?.includes('农技站')),
  );
  await photograph(glossaries, 'followed');
  await glossaries.close();
  await untilMarkIs(page, '农技站');
  return [`Followed ${list.follow}`, ...printed.trim().split('\n'), 'The page has a mark for 农技站 now.'];
}

async function untilMarkIs(page: Page, term: string): Promise<void> {
  await page.bringToFront();
  await until(`a mark of ${term}`, async () => (await marksOf(page)).includes(term));
}
