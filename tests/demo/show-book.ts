/** Owns photographing the book, the bulletins and the side panel: wide, and as narrow as a telephone. */
import type { Driver } from '../browser/harness/driver';
import { tabOf } from '../browser/harness/tab';
import type { Photograph } from './show-card';

const WIDE = { width: 1200, height: 800 };
const NARROW = { width: 400, height: 800 };

/** Name of the picture, the page, and what must be there. */
const SCREENS: [name: string, path: string, selector: string][] = [
  ['book-index', 'glossary-browser.html#/pinyin', '.entry-lines li'],
  ['book-entry', 'glossary-browser.html#/entry/cast-10th', '.entry-relations'],
  ['book-map', 'glossary-browser.html#/map', '.map-label'],
  ['book-map-chosen', 'glossary-browser.html#/map/kechuang-china', '.map-panel'],
  ['book-timeline', 'glossary-browser.html#/timeline', '.timeline-mark'],
  ['bulletin-contents', 'bulletin.html?id=cast-2021-06-18', '.passage'],
];
const ALSO_NARROW = new Set(['book-entry', 'book-map-chosen', 'book-timeline']);

/** @param address of the page the side panel is beside; open in a tab. */
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
    if (ALSO_NARROW.has(name)) {
      await page.setViewport(NARROW);
      await page.reload();
      await page.waitForSelector(selector);
      await photograph(page, `${name}-narrow`);
    }
    await page.close();
  }
  const panel = await driver.openExtensionPage(`sidepanel.html?tab=${await tabOf(driver, address)}`);
  await panel.setViewport(NARROW);
  await panel.waitForSelector('.panel-terms li');
  await photograph(panel, 'panel');
  await panel.close();
  await showPrint(driver, pictureIn('bulletin-print'));
}

/** A page as the printer gets it: A4 at 96 px an inch, without its margins. */
async function showPrint(driver: Driver, path: `${string}.png`): Promise<void> {
  const page = await driver.openExtensionPage('bulletin.html?id=cast-2021-06-18');
  await page.setViewport({ width: 643, height: 960 });
  await page.emulateMediaType('print');
  await page.waitForSelector('.printed-notes', { visible: true });
  await page.screenshot({ path });
  await page.close();
}
