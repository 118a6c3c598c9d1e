/** Access levels: by click, on chosen sites, on all sites. Described once and run in each browser. */
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, it } from 'vitest';
import { pressOn } from '../../../tools/browser/elements';
import { marksOf, untilMarked, untilMarksAre } from '../../../tools/browser/marks';
import { storeSettings } from '../../../tools/browser/settings';
import { tabOf } from '../../../tools/browser/tab';
import { until, untilAccepted } from '../../../tools/browser/wait';
import { amount, report } from '../../long-runs';
import { clickAction, setSiteAccess } from '../harness/access';
import type { BrowserFixture } from '../harness/browser-fixture';

/** The part of the extension API used here. */
interface Api {
  permissions: { request(what: object): Promise<boolean> };
}
type ApiGlobal = { browser?: Api; chrome?: Api; asked?: object[] };

/** The popup's message about frames of other sites. */
const EMBEDDED = /嵌入的其他网站|Content embedded from other sites/;

/** Registers the tests. */
export function describeAccessLevels(fixture: BrowserFixture): void {
  afterEach(() => setSiteAccess(fixture.driver, 'all'));

  /** Opens the popup of a page in a tab, because the real one closes when it loses the focus. */
  async function popupAbout(page: Page): Promise<Page> {
    const tab = await tabOf(fixture.driver, page.url());
    const popup = await fixture.openExtension(`popup.html?tab=${tab}`);
    await popup.waitForSelector('.search-field');
    return popup;
  }
  const says = async (popup: Page, what: RegExp) => {
    await untilAccepted(
      `${what} in the popup`,
      () => popup.evaluate(() => document.querySelector('.popup')?.textContent ?? ''),
      (text) => what.test(text),
    );
  };
  const press = (popup: Page, nth: number) => pressOn(popup, '.popup-way', nth);
  const ways = (popup: Page) => popup.evaluate(() => document.querySelectorAll('.popup-way').length);

  describe('access levels', () => {
    it('mark a page by a click while all sites are off, until it is loaded again', async () => {
      await storeSettings(fixture.extensionPage, { 'sites.base': 'off' });
      const page = await fixture.open('corpus/frames.html');
      const popup = await popupAbout(page);
      await says(popup, /已在此网站停用|turned off/);
      expect(await marksOf(page)).toEqual([]);
      await press(popup, 0);
      await untilMarked(page);
      await says(popup, /只标记了本页|Only this page/);
      await until('the marks of a frame', async () => {
        const inside = await Promise.all(page.frames().map((frame) => marksOf(frame).catch(() => [])));
        return inside.some(([first]) => first === '科创中国');
      });
      await page.reload();
      await says(await popupAbout(page), /已在此网站停用|turned off/);
      expect(await marksOf(page)).toEqual([]);
    });

    it('T43: remove marks when the browser withdraws access, request it by a click, and mark again', {
      timeout: amount(240_000, 900_000),
    }, async () => {
      const page = await fixture.open('news.html');
      await untilMarked(page);
      const begin = performance.now();
      const turns = amount(1, 50);
      for (let turn = 0; turn < turns; turn++) {
        await setSiteAccess(fixture.driver, 'none');
        expect(await untilMarksAre(page, [])).toEqual([]);
        await setSiteAccess(fixture.driver, 'all');
        await untilMarked(page);
      }
      report(`T43, access taken and given ${turns} times, in s`, ((performance.now() - begin) / 1000).toFixed(0));
      const popup = await popupAbout(page);
      await setSiteAccess(fixture.driver, 'none');
      await says(popup, /没有允许旁注读取|doesn’t let Pangzhu/);
      expect(await untilMarksAre(page, [])).toEqual([]);
      const asked = await popup.evaluate(async () => {
        const given = globalThis as ApiGlobal; // As above.
        const requests: object[] = [];
        const api = given.browser ?? given.chrome;
        // The browser's permission dialog cannot be controlled.
        if (api) api.permissions.request = async (what) => requests.push(what) < 0;
        document.querySelectorAll<HTMLElement>('.popup-way')[1]?.click();
        return requests;
      });
      expect(asked).toEqual([{ origins: ['http://127.0.0.1/*'] }]);
    });

    it('mark only the clicked page if the browser withholds access, with a message in the popup', async () => {
      await setSiteAccess(fixture.driver, 'none');
      const frame = `<iframe src="${fixture.server.otherSite}/news.html" width="600" height="300"></iframe>`;
      const page = await fixture.openSource(
        `<!doctype html><meta charset="utf-8"><p>中国科协召开科协十大。</p>${frame}`,
      );
      const other = await fixture.open('news.html');
      await clickAction(fixture.driver, page);
      await untilMarked(page);
      expect(await marksOf(other)).toEqual([]);
      const popup = await popupAbout(page);
      await says(popup, /只标记了本页|Only this page/);
      await untilAccepted(
        'one suggestion',
        () => ways(popup),
        (count) => count === 1,
      );
      await says(popup, EMBEDDED);
      await setSiteAccess(fixture.driver, 'all');
      await untilMarked(other);
      const later = await popupAbout(page);
      await later.waitForSelector('.page-term');
      expect(await later.evaluate(() => document.querySelector('.popup')?.textContent)).not.toMatch(EMBEDDED);
    });
  });
}
