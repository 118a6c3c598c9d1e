/** A reader chooses a language while pages are open. Described once and run in each browser. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { inCard, placeInCard, untilCardsAre } from '../../../tools/browser/card-inspector';
import { sendCommand } from '../../../tools/browser/commands';
import { untilMarksAre } from '../../../tools/browser/marks';
import { tabOf } from '../../../tools/browser/tab';
import { pointAt } from '../../../tools/browser/text';
import { until } from '../../../tools/browser/wait';
import type { BrowserFixture } from '../harness/browser-fixture';
import { spokenIn } from '../harness/spoken';

interface SettingsFixture {
  fixture: BrowserFixture;
  openOptions(path?: string): Promise<Page>;
  /** Opens an extension page, which is closed after the test. */
  openPage(path: string): Promise<Page>;
  choose(options: Page, section: string, index: number): Promise<void>;
}

/** The part of the extension API used here. */
type Api = { action: { getTitle(of: object): Promise<string> } };
type ApiGlobal = { browser?: Api; chrome?: Api };

/** Registers the tests. */
export function describeLanguage({ fixture, openOptions, openPage, choose }: SettingsFixture): void {
  /** Languages, headword and texts of the card; null without one. */
  const cardOf = (page: Page) =>
    inCard(fixture.extensionPage, page, (root) => {
      const lang = (selector: string) => root.querySelector(selector)?.closest<HTMLElement>('[lang]')?.lang;
      const textOf = (selector: string) => root.querySelector(selector)?.textContent ?? '';
      const name = textOf('h2');
      if (name === '') return null;
      return `${lang('.card-body')} | ${lang('h2')} ${name} | ${textOf('.short')} | ${textOf('.entry-card')}`;
    });
  const cardSays = async (page: Page, what: RegExp) => {
    await page.bringToFront();
    await page.mouse.move(900, 700);
    await pointAt(page, '#t', '科协系统');
    const card = await until('the card', () => cardOf(page));
    expect(card).toMatch(what);
    await page.keyboard.press('Escape');
    await untilCardsAre(fixture.extensionPage, page, []);
  };
  /** Opens a card and pins it, so that it stays while another page has the focus. */
  const pinCard = async (page: Page) => {
    await page.bringToFront();
    await page.mouse.move(900, 700);
    await pointAt(page, '#t', '科协系统');
    const pin = await placeInCard(fixture.extensionPage, page, 'button[aria-pressed]');
    await page.mouse.click(pin.x, pin.y);
    await until('the card to be pinned', () =>
      inCard(fixture.extensionPage, page, (root) => root.querySelector('button[aria-pressed=true]') !== null),
    );
  };
  const announced = async (page: Page, what: RegExp) => {
    await page.bringToFront();
    await sendCommand(fixture.extensionPage, page, 'toggle-marks');
    await until(`${what} to be said`, async () => what.test(await spokenIn(fixture.extensionPage, page)));
    await sendCommand(fixture.extensionPage, page, 'toggle-marks');
    expect(await untilMarksAre(page, ['科协系统'])).toEqual(['科协系统']);
  };
  const nameOfButton = () =>
    fixture.extensionPage.evaluate(() => {
      const { browser, chrome } = globalThis as ApiGlobal; // An extension page has one of them.
      return (browser ?? chrome)?.action.getTitle({});
    });
  const says = (page: Page, what: RegExp) =>
    until(`${what} on ${page.url()}`, async () =>
      what.test(
        await page.evaluate(() => `${document.documentElement.lang} ${document.title} ${document.body.textContent}`),
      ),
    );

  describe('the chosen language', () => {
    it('applies to open pages: cards, announcements, popup, panel, book and bulletin', async () => {
      const page = await fixture.openSource('<!doctype html><p id="t">科协系统。</p>');
      expect(await untilMarksAre(page, ['科协系统'])).toEqual(['科协系统']);
      const options = await openOptions();
      const tab = await tabOf(fixture.driver, page.url());
      await choose(options, 'language', 3);
      await says(options, /^en Pangzhu/);
      await cardSays(page, /^en-GB \| zh-Hans 科协系统 \|.*统称.*As of June 2021.*Open in glossary/s);
      await announced(page, /^en-GB Marks hidden/);
      const beside: [path: string, english: RegExp, traditional: RegExp][] = [
        [`popup.html?tab=${tab}`, /^en Pangzhu 旁注 .*科协系统.*Options/s, /^zh-Hant 旁註 Pangzhu .*科協系統.*選項/s],
        [`sidepanel.html?tab=${tab}`, /^en Terms on this page.*科协系统/s, /^zh-Hant 本頁術語.*科協系統/s],
        [
          'glossary-browser.html#/entry/bundled/cast-system',
          /^en 科协系统.*统称.*In the bulletins/s,
          /^zh-Hant 科協系統.*統稱.*報導/s,
        ],
        ['bulletin.html?id=cast-2021-06-18', /^en .*Contents/s, /^zh-Hant .*旁註 Pangzhu.*目錄/s],
      ];
      const pages: Page[] = [];
      for (const [path, english] of beside) {
        const opened = await openPage(path);
        pages.push(opened);
        await says(opened, english);
      }

      await pinCard(page);
      await choose(options, 'language', 2);
      await says(options, /^zh-Hant 旁註/);
      const inOtherWords = /^zh-TW \| zh-Hant 科協系統 \|.*統稱.*在詞典中開啟/s;
      await until('the open card in other words', async () => inOtherWords.test((await cardOf(page)) ?? ''));
      await page.bringToFront();
      await page.keyboard.press('Escape');
      await untilCardsAre(fixture.extensionPage, page, []);
      await until('the button’s name', async () => (await nameOfButton()) === '旁註 Pangzhu');
      await cardSays(page, /^zh-TW \| zh-Hant 科協系統 \|.*統稱.*截至 2021年6月.*在詞典中開啟/s);
      await announced(page, /^zh-TW 術語標記已隱藏/);
      for (const [at, [, , traditional]] of beside.entries()) await says(pages[at] as Page, traditional); // One a row.
    });
  });
}
