/** Extension pages on a telephone, 360 pixels wide, used by touch. Described once and run in each browser. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { untilMarked, untilMarksAre } from '../../../tools/browser/marks';
import { tabOf } from '../../../tools/browser/tab';
import { tapAt } from '../../../tools/browser/touch';
import { until, untilSteady } from '../../../tools/browser/wait';
import type { BrowserFixture } from '../harness/browser-fixture';
import { untilNewsIsMarked } from '../harness/news-page';

const TELEPHONE = { width: 360, height: 640 };
/** For a page that still gets its contents, in ms. */
const SETTLED_MS = 200;

/** Registers the tests. */
export function describeNarrow({
  fixture,
  openPage,
}: {
  fixture: BrowserFixture;
  openPage(path: string): Promise<Page>;
}): void {
  async function openOnPhone(path: string, selector: string): Promise<Page> {
    const page = await openPage(path);
    await page.bringToFront();
    // Firefox's driver would wait for the end of a reload, which Firefox never reports of extension pages. Both can tap.
    await page.setViewport({ ...TELEPHONE, hasTouch: fixture.driver.name === 'chromium' });
    await page.waitForSelector(selector);
    return page;
  }
  /** What is wider than the screen, or too small for a finger. */
  const faultsOf = (page: Page) =>
    page.evaluate(() => {
      const isWide = document.documentElement.scrollWidth > innerWidth;
      const small = [...document.querySelectorAll('button, select, input:not([type=file])')]
        .map((element) => ({ element, box: (element.closest('label') ?? element).getBoundingClientRect() }))
        .filter(({ box: { width, height } }) => height > 0 && width > 1 && (height < 23.5 || width < 23.5))
        .map(({ element }) => element.outerHTML.slice(0, 80));
      return [...(isWide ? [`${document.documentElement.scrollWidth} px wide`] : []), ...small];
    });
  /** Taps the first element of a selector whose text is as given. */
  async function tap(page: Page, selector: string, text = ''): Promise<void> {
    const placeNow = () =>
      page.evaluate(
        (wanted, containing) => {
          const found = [...document.querySelectorAll(wanted)].find((one) => one.textContent?.includes(containing));
          found?.scrollIntoView({ block: 'center', behavior: 'instant' });
          const box = found?.getBoundingClientRect();
          return box && box.width > 0 ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
        },
        selector,
        text,
      );
    const place = await until(`${text || selector} to tap`, () => untilSteady('its place', SETTLED_MS, placeNow));
    await tapAt(page, place);
  }

  describe('on a telephone', () => {
    it.each([
      ['options.html', '.options-section'],
      ['glossaries.html', '.packs li'],
      ['bulletin.html?id=cast-2021-06-01#p4s2', '.passage.is-current'],
      ['glossary-browser.html#/entry/bundled/cast-10th', '.entry-relations'],
    ])('%s fits the screen and fingers', async (path, selector) => {
      expect(await faultsOf(await openOnPhone(path, selector))).toEqual([]);
    });

    it('the popup, as a page, fits, opens a term, and turns a site off', async () => {
      const page = await fixture.open('news.html');
      await untilNewsIsMarked(page);
      const tab = await tabOf(fixture.driver, page.url());
      const popup = await openOnPhone(`popup.html?tab=${tab}`, '.page-term');
      expect(await faultsOf(popup)).toEqual([]);
      await tap(popup, '.scope-switch', '127.0.0.1');
      expect(await untilMarksAre(page, [])).toEqual([]);
      // The popup reads the settings again, after the page.
      await popup.waitForSelector('.scope-switch [aria-checked=false]');
      await tap(popup, '.scope-switch', '127.0.0.1');
      await untilNewsIsMarked(page);
      await tap(popup, '.page-term');
      await popup.waitForSelector('.entry-card');
      expect(await faultsOf(popup)).toEqual([]);
    });

    it('the options change how cards look, and add a rule', async () => {
      const page = await fixture.open('news.html');
      await untilMarked(page);
      const options = await openOnPhone('options.html', '#sites form input');
      await tap(options, '#sites form input');
      await options.keyboard.type('127.0.0.1');
      await tap(options, '#sites form button');
      expect(await untilMarksAre(page, [])).toEqual([]);
      await tap(options, '#sites .options-list li button');
      await untilNewsIsMarked(page);
    });

    it('a list that is pasted is imported', async () => {
      const glossaries = await openOnPhone('glossaries.html', '.import-start summary');
      await tap(glossaries, '.import-start summary');
      await tap(glossaries, '.import-start textarea');
      await glossaries.keyboard.type('term,definition\n量子纠缠,一种现象');
      await tap(glossaries, '.import-start details button');
      await glossaries.waitForSelector('.wizard .is-main');
      expect(await faultsOf(glossaries)).toEqual([]);
    });
  });
}
