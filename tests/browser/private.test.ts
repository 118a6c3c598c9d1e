/** Private windows (T46): nothing done there may be stored or visible in ordinary windows. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inCard, placeInCard } from '../../tools/browser/card-inspector';
import { sendCommand } from '../../tools/browser/commands';
import { type Driver, launchChromium, launchFirefox } from '../../tools/browser/driver';
import { pressOn } from '../../tools/browser/elements';
import { untilMarked, untilMarksAre } from '../../tools/browser/marks';
import { type PageServer, servePages } from '../../tools/browser/server';
import { tabOf } from '../../tools/browser/tab';
import { pointAt } from '../../tools/browser/text';
import { until } from '../../tools/browser/wait';
import { pasteList } from './harness/paste-list';
import { allowPrivate, openPrivately } from './harness/private-window';

/** A word in address and text of the private page, and nowhere else. */
const SECRET = 'zqxv';
const MARKS = ['科创中国', '全国科普日'];

/** The part of the extension API used here. */
interface Area {
  get(keys: null): Promise<object>;
}
interface Api {
  storage: { local: Area; sync: Area; session: Area };
  tabs: { query(filter: object): Promise<{ url?: string; incognito: boolean }[]> };
}
type ApiGlobal = { browser?: Api; chrome?: Api };

/** Imports a pack of one term in an ordinary window. */
async function importPack(driver: Driver): Promise<void> {
  const page = await driver.openExtensionPage('glossaries.html');
  await pasteList(page, '量子纠缠\t一种现象。');
  await page.waitForSelector('.wizard .is-main:enabled');
  await pressOn(page, '.wizard .is-main');
  // Imported packs alone have a date.
  await page.waitForSelector('.pack:has(time)');
  await page.close();
}

describe.each([
  ['Chromium', launchChromium],
  ['Firefox', launchFirefox],
])('a private window in %s', (_name, launch) => {
  let driver: Driver;
  let server: PageServer;
  let extensionPage: Page;

  beforeAll(async () => {
    [driver, server] = await Promise.all([launch(), servePages()]);
    await driver.install();
    await allowPrivate(driver);
    extensionPage = await driver.extensionPage();
    const text = `<!doctype html><title>${SECRET}</title><p id="t">${SECRET}：科创中国与全国科普日。</p>`;
    server.put(`${SECRET}.html`, text);
    server.put('open.html', '<!doctype html><title>open</title><p id="t">老科学家学术成长资料采集工程。</p>');
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
  });

  /** All stored items, and the addresses of ordinary tabs. */
  const kept = () =>
    extensionPage.evaluate(async () => {
      const { browser, chrome } = globalThis as ApiGlobal; // An extension page has one of them.
      const api = browser ?? chrome;
      if (!api) return null;
      const { local, sync, session } = api.storage;
      const tabs = await api.tabs.query({});
      return {
        private: tabs.filter(({ incognito }) => incognito).map(({ url }) => url),
        stored: JSON.stringify([await local.get(null), await sync.get(null)]),
        session: JSON.stringify(await session.get(null)),
        addresses: tabs.filter(({ incognito }) => !incognito).map(({ url }) => url),
      };
    });
  const textOf = (page: Page, selector: string) =>
    page.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? '', selector);

  it('has marks and cards, stores nothing, and leaves no trace in ordinary windows', async () => {
    const open = await driver.newPage();
    await open.goto(`${server.origin}/open.html`);
    await untilMarked(open);
    const openTab = await tabOf(driver, open.url());
    const panel = await driver.openExtensionPage(`sidepanel.html?tab=${openTab}`);
    await until('the terms of the ordinary page', async () => (await textOf(panel, '.panel')).includes('采集工程'));
    if (driver.name === 'firefox') await importPack(driver);
    const before = await kept();

    const page = await openPrivately(driver, extensionPage, `${server.origin}/${SECRET}.html`);
    expect(await untilMarksAre(page, MARKS)).toEqual(MARKS);
    await pointAt(page, '#t', '科创中国');
    const click = async (button: string) => {
      const { x, y } = await placeInCard(extensionPage, page, button);
      await page.mouse.click(x, y);
    };
    const said = () => inCard(extensionPage, page, (root) => root.querySelector('.note')?.textContent ?? '');
    // A card accepts changing actions only after it has not moved for a moment.
    const refuses = (button: string) =>
      until(`the refusal of ${button}`, async () => {
        await click(button);
        return /无痕（隐私）窗口|private window/.test((await said()) ?? '');
      });
    await refuses('[name=card_mute]');
    // The refusal moves the buttons, maybe from below the pointer.
    await until('the question about the site', async () => {
      await click('[name=card_site_off]');
      return inCard(extensionPage, page, (root) => root.querySelector('[name=card_site_off_yes]') !== null);
    });
    await refuses('[name=card_site_off_yes]');
    await page.keyboard.press('Escape');
    await sendCommand(extensionPage, page, 'next-term');
    // The current term has a second mark.
    const walked = ['科创中国', ...MARKS];
    expect(await untilMarksAre(page, walked)).toEqual(walked);

    // Firefox's toolbar cannot be driven; the popup recognises private windows in the same way in both browsers.
    if (driver.name === 'chromium') {
      const popup = await driver.openPopup(page);
      await until('the terms of the private page', () => popup.evaluate(() => document.querySelector('.page-term')));
      await pressOn(popup, '.page-term-mute');
      await until('the refusal in the popup', async () =>
        /无痕（隐私）窗口|private window/.test(await textOf(popup, '[role=alert]')),
      );
      await popup.close();
      const ordinary = await driver.openPopup(open);
      await until('the terms of the ordinary page', async () =>
        (await textOf(ordinary, '.page-terms')).includes('采集工程'),
      );
      for (const mark of MARKS) expect(await textOf(ordinary, '.popup')).not.toContain(mark);
      await ordinary.close();
    }

    const after = await kept();
    expect(after).toEqual({ ...before, private: [page.url()] });
    expect(JSON.stringify({ ...after, private: [] })).not.toContain(SECRET);
    const shown = await textOf(panel, '.panel');
    expect(shown).toContain('采集工程');
    for (const mark of MARKS) expect(shown).not.toContain(mark);

    // Requested pages are opened; Chromium shows extension pages in ordinary windows only.
    await page.bringToFront();
    await pointAt(page, '#t', '全国科普日');
    await click('[name=card_open_entry]');
    const opened = await until('the entry', async () => {
      const now = await kept();
      const isEntry = (url?: string) => url?.includes('glossary-browser.html');
      const found = now?.private.find(isEntry) ?? now?.addresses.find(isEntry);
      return found ? { address: found, isPrivate: now?.private.some(isEntry) } : null;
    });
    const address = driver.extensionUrl('glossary-browser.html#/entry/bundled/sci-day');
    expect(opened).toEqual({ address, isPrivate: driver.name === 'firefox' });
    if (driver.name !== 'firefox') return;
    // Its database is another one there; the packs come from that of ordinary windows, and stay as they are.
    // Firefox's driver may never learn its address.
    const book = await until('the book', async () => {
      for (const one of await driver.browser.pages()) {
        const at = await one.evaluate(() => location.href).catch(() => '');
        if (at === address) return one;
      }
      return null;
    });
    await book.evaluate((path) => location.assign(path), '/glossaries.html');
    await until('the glossaries', async () => /量子|1/.test(await textOf(book, '.pack:has(time)')));
    await pressOn(book, '.pack:has(time) .pack-switch input');
    await until('the refusal', async () =>
      /无痕（隐私）窗口|private window/.test(await textOf(book, '.options-feedback')),
    );
  });
});
