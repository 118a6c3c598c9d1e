/** Takes pictures of the extension pages: book, bulletins, options, welcome page, side panel. */
import type { Page } from 'puppeteer-core';
import type { Driver } from '../browser/driver';
import { tabOf } from '../browser/tab';
import type { Photograph } from './photograph';

const WIDE = { width: 1200, height: 800 };
const NARROW = { width: 400, height: 800 };
const BULLETIN = 'bulletin.html?id=cast-2021-06-18';

/** Name of the picture, address of the page, and the selector to wait for. */
const SCREENS: [name: string, path: string, selector: string][] = [
  ['welcome', 'welcome.html', '.welcome .term'],
  ['options', 'options.html', '.options-section'],
  ['glossaries', 'glossaries.html', '.packs li'],
  ['bulletin', 'bulletin.html?id=cast-2021-06-01#p4s2', '.passage.is-current'],
  ['bulletin-contents', BULLETIN, '.passage'],
  ['bulletin-list', 'bulletin.html?id=none', '.bulletin-list'],
  ['book-index', 'glossary-browser.html#/pinyin', '.entry-lines li'],
  ['book-index-category', 'glossary-browser.html#/category', '.entry-lines li'],
  ['book-index-bulletin', 'glossary-browser.html#/bulletin', '.entry-lines li'],
  ['book-entry', 'glossary-browser.html#/entry/bundled/cast-10th', '.entry-relations'],
  ['book-unknown', 'glossary-browser.html#/entry/nobody', '.book-notice'],
  ['book-map', 'glossary-browser.html#/map', '.map-label'],
  ['book-map-selected', 'glossary-browser.html#/map/bundled/kechuang-china', '.map-panel'],
  ['book-timeline', 'glossary-browser.html#/timeline', '.timeline-mark'],
  ['book-search', 'glossary-browser.html#/search/kexie', '[role=option]'],
  ['book-search-none', `glossary-browser.html#/search/${encodeURIComponent('量子纠缠退火')}`, '#app main'],
];

/** @param address of the page beside the side panel; it is open in a tab. */
export async function showBook(
  driver: Driver,
  address: string,
  { photograph, pictureIn }: { photograph: Photograph; pictureIn(name: string): `${string}.png` },
): Promise<void> {
  for (const [name, path, selector] of SCREENS) {
    const page = await driver.openExtensionPage(path);
    await page.setViewport(WIDE);
    await page.waitForSelector(selector);
    await photograph(page, name);
    await page.setViewport(NARROW);
    await page.reload();
    await page.waitForSelector(selector);
    await photograph(page, `${name}-narrow`);
    await page.close();
  }
  await showPanel(driver, `sidepanel.html?tab=${await tabOf(driver, address)}`, async (panel) => {
    await panel.waitForSelector('.panel-terms li');
    await photograph(panel, 'panel');
  });
  await showPanel(driver, 'sidepanel.html', async (panel) => {
    await panel.waitForSelector('.panel-message:not(:empty)');
    await photograph(panel, 'panel-empty');
  });
  await showPrint(driver, pictureIn('bulletin-print'));
}

async function showPanel(driver: Driver, path: string, show: (panel: Page) => Promise<void>): Promise<void> {
  const panel = await driver.openExtensionPage(path);
  await panel.setViewport(NARROW);
  await show(panel);
  await panel.close();
}

/** A printed page: A4 at 96 px per inch, without margins. */
async function showPrint(driver: Driver, path: `${string}.png`): Promise<void> {
  const page = await driver.openExtensionPage(BULLETIN);
  await page.setViewport({ width: 643, height: 960 });
  await page.emulateMediaType('print');
  await page.waitForSelector('.printed-notes', { visible: true });
  await page.screenshot({ path });
  await page.close();
}
