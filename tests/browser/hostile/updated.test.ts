/** The extension is updated while tabs are open (T04). */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Driver, launchChromium, launchFirefox } from '../../../tools/browser/driver';
import { untilMarksAre } from '../../../tools/browser/marks';
import { type PageServer, servePages } from '../../../tools/browser/server';
import { until } from '../../../tools/browser/wait';
import { amount } from '../../long-runs';

const TABS = amount(3, 100);

const TEXT = '<!doctype html><p id="t">中国科协与“科创中国”、“智汇中国”。</p>';
const MARKS = ['中国科协', '科创中国', '智汇中国'];

describe.each([
  ['Chromium', launchChromium],
  ['Firefox', launchFirefox],
])('T04: pages that were open when the extension was updated, in %s', (_name, launch) => {
  let driver: Driver;
  let server: PageServer;

  beforeAll(async () => {
    [driver, server] = await Promise.all([launch(), servePages()]);
    await driver.install();
  });
  afterAll(() => Promise.all([driver?.close(), server?.close()]));

  it(`are marked once, by the new scripts only, without an error, ${TABS} of them`, async () => {
    const errors: string[] = [];
    const tabs: { page: Page; before: string[] }[] = [];
    for (let n = 0; n < TABS; n++) {
      const page = await openTab(`open-${n}.html`, errors);
      tabs.push({ page, before: await paintedNamesOf(page) });
    }
    await driver.update();
    for (const { page, before } of tabs) {
      await page.bringToFront();
      // In Chromium the old script notices its end at a change; in Firefox the browser ended it.
      await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<p>全国科普日</p>'));
      await until('one highlight, of the new script alone', async () => {
        const names = await paintedNamesOf(page);
        return names.length === 1 && !names.some((name) => before.includes(name));
      });
      expect(await untilMarksAre(page, [...MARKS, '全国科普日'], { isPainted: true })).toEqual([
        ...MARKS,
        '全国科普日',
      ]);
      expect(await page.evaluate(() => document.documentElement.children.length)).toBe(2);
    }
    expect(errors).toEqual([]);
  }, 600_000);

  async function openTab(name: string, errors: string[]): Promise<Page> {
    const page = await driver.newPage();
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.goto(server.put(name, TEXT));
    await page.bringToFront();
    await expectMarks(page, MARKS);
    return page;
  }
});

async function expectMarks(page: Page, expected: readonly string[]): Promise<void> {
  expect(await untilMarksAre(page, expected)).toEqual(expected);
}

/** Marks without those of an ended script, which stay registered in Firefox but have no style. */
function paintedNamesOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...CSS.highlights.keys()].filter(
      (name) => getComputedStyle(document.documentElement, `::highlight(${name})`).textDecorationLine !== 'none',
    ),
  );
}
