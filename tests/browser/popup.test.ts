import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'webextension-polyfill';
import { type Driver, launchChromium } from '../../tools/browser/driver';
import { clickOn } from '../../tools/browser/elements';
import { marksOf, untilMarksAre } from '../../tools/browser/marks';
import { type PageServer, servePages } from '../../tools/browser/server';
import { tabOf } from '../../tools/browser/tab';
import { until, untilAccepted } from '../../tools/browser/wait';
import { NEWS_MARKS, untilNewsIsMarked } from './harness/news-page';
import { takeBrowser } from './harness/shared-browsers';

interface ExtensionWindow {
  chrome: Pick<Browser, 'tabs' | 'action'>;
}

let server: PageServer;
let driver: Driver;

beforeAll(async () => {
  [server, driver] = await Promise.all([servePages(), takeBrowser(launchChromium)]);
  await driver.install();
});
afterAll(async () => {
  await driver?.close();
  await server?.close();
});

async function popupOver(name: string): Promise<{ page: Page; popup: Page }> {
  const page = await driver.newPage();
  await page.goto(name.includes(':') ? name : `${server.origin}/${name}`);
  if (name === 'news.html') {
    await untilNewsIsMarked(page);
  }
  return { page, popup: await driver.openPopup(page) };
}

const textOf = (page: Page, selector: string) =>
  page.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? '', selector);
const headwords = (popup: Page) =>
  popup.evaluate(() => [...document.querySelectorAll('.choice-headword')].map((item) => item.textContent ?? ''));

/** Waits until the popup lists all terms of the news page, which come block by block. @returns each with its count. */
const untilNewsIsListed = (popup: Page) =>
  untilAccepted(
    'all terms of the page',
    () =>
      popup.evaluate(() =>
        [...document.querySelectorAll('.page-term')].map((line) => ({
          headword: line.querySelector('.choice-headword')?.textContent ?? '',
          count: Number(/\d+/.exec(line.querySelector('.page-term-go')?.textContent ?? '')?.[0]),
        })),
      ),
    (listed) => listed.reduce((sum, { count }) => sum + count, 0) === NEWS_MARKS.length,
  );

describe('the toolbar popup, opened from the toolbar', () => {
  it('has the focus in its field, and lists the terms of the page with counts', async () => {
    const { page, popup } = await popupOver('news.html');
    const counted = await untilNewsIsListed(popup);
    expect(counted.find(({ headword }) => headword === '科协十大')?.count).toBe(3);
    expect(await popup.evaluate(() => document.activeElement?.className)).toBe('search-field');
    await page.close();
  });

  it.each([
    ['kxsd', '科协十大', '科协十大'],
    ['kexieshida', '科协十大', '科协十大'],
    ['科协10大', '科协十大', '科协十大'],
    ['科协十打', '科协十大', '科协十'],
  ])('finds %s as one types, and emphasises what matches', async (query, headword, marked) => {
    const { page, popup } = await popupOver('plain.html');
    await popup.keyboard.type(query);
    // Before the last key the same entry may be the first, with less emphasised.
    await until(
      `results for ${query}`,
      async () => (await headwords(popup))[0] === headword && (await textOf(popup, '.choice-headword mark')) === marked,
    );
    await page.close();
  });

  it('shows the results of each key and of pasted text (T48)', async () => {
    const { page, popup } = await popupOver('plain.html');
    await popup.waitForSelector('.search-field');
    // Like a paste: the whole text in one event.
    const paste = (text: string) =>
      popup.evaluate((pasted) => {
        const field = document.querySelector<HTMLInputElement>('.search-field');
        field?.select();
        document.execCommand('insertText', false, pasted);
      }, text);
    const hostile = [
      '科'.repeat(10_000),
      '😀👩‍👩‍👧',
      '\ud83d科',
      '\u202eאבג ابج',
      '%s"<b>\\',
      '\u200b\u2060',
      '科协十大'.repeat(10),
    ];
    for (const text of hostile) {
      await paste(text);
      await paste('kexieshida');
      await until(`results after ${text.slice(0, 12)}`, async () => (await headwords(popup))[0] === '科协十大');
    }
    await paste('');
    const seen = await popup.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>('.search-field');
      const list: [query: string, first: string][] = [];
      // Read in the frame after each key.
      return (async () => {
        for (const letter of 'kxsdkjgzzz') {
          field?.focus();
          document.execCommand('insertText', false, letter);
          await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
          list.push([field?.value ?? '', document.querySelector('.choice-headword')?.textContent ?? '']);
        }
        return list;
      })();
    });
    for (const [query, first] of seen) {
      await paste(query);
      const now = () => headwords(popup).then(([headword = '']) => headword);
      await untilAccepted(`the first result for ${query}`, now, (headword) => headword === first);
    }
    await page.close();
  });

  it('has keys: arrows select, Enter opens, Esc goes back', async () => {
    const { page, popup } = await popupOver('plain.html');
    await popup.keyboard.type('中国');
    // Those of the first letter alone come before.
    await until('several results', async () => (await textOf(popup, '.choice-headword mark')) === '中国');
    const [, second] = await headwords(popup);
    await popup.keyboard.press('ArrowDown');
    await popup.keyboard.press('Enter');
    await popup.waitForSelector('.entry-card');
    expect(await textOf(popup, '.entry-card h2')).toBe(second);
    await popup.keyboard.press('Escape');
    await popup.waitForSelector('.search-field');
    expect(await popup.evaluate(() => document.activeElement?.className)).toBe('search-field');
    await page.close();
  });

  it('opens a passage in a new tab', async () => {
    const { page, popup } = await popupOver('plain.html');
    await popup.keyboard.type('智汇');
    await until('the result', async () => (await headwords(popup))[0] === '智汇中国');
    await popup.keyboard.press('Enter');
    await clickOn(popup, '.entry-card figure a');
    const target = await driver.browser.waitForTarget((item) =>
      item.url().includes('bulletin.html?id=cast-2021-06-01#p4s2'),
    );
    await (await target.asPage()).close();
    await page.close();
  });

  it('switches the site off and on', async () => {
    const { page, popup } = await popupOver('news.html');
    await turn(popup, /在 127|terms on 127/);
    expect(await untilMarksAre(page, [])).toEqual([]);
    await until('the message', async () => /已在此网站停用|turned off/.test(await textOf(popup, '.popup-message')));
    await turn(popup, /在 127|terms on 127/);
    await untilNewsIsMarked(page);
    await page.close();
  });

  it('hides and shows the marks of the page, and pauses marking', async () => {
    const { page, popup } = await popupOver('news.html');
    await until('the terms of the page', async () => (await headwords(popup)).length > 5);
    await turn(popup, /标记本页|this page/);
    expect(await untilMarksAre(page, [])).toEqual([]);
    // A new popup shows that they are hidden.
    await popup.reload();
    await until('the switch to be off', () => isPageOff(popup));
    await turn(popup, /标记本页|this page/);
    await untilNewsIsMarked(page);
    await clickOn(popup, '.scope-pause button');
    expect(await untilMarksAre(page, [])).toEqual([]);
    await until('the message', async () => /暂停|paused/.test(await textOf(popup, '.popup-message')));
    await clickOn(popup, '.scope-pause button');
    await untilNewsIsMarked(page);
    await page.close();
  });

  it('mutes a term on the page, and marks it again', async () => {
    const { page, popup } = await popupOver('news.html');
    await until('the terms of the page', async () => (await headwords(popup)).length > 5);
    const [muted = ''] = await headwords(popup);
    await clickOn(popup, '.page-term-mute');
    expect(NEWS_MARKS).toContain(muted);
    await untilAccepted(
      'the marks of the term to go',
      () => marksOf(page),
      (marks) => !marks.includes(muted),
    );
    await clickOn(popup, '.page-term-mute');
    await untilNewsIsMarked(page);
    await page.close();
  });

  it('goes to a mention in the page', async () => {
    const { page, popup } = await popupOver('news.html');
    await until('the terms of the page', async () => (await headwords(popup)).length > 5);
    const lines = await popup.$$('.page-term-go');
    await page.evaluate(() => {
      document.body.style.paddingTop = '3000px';
    });
    await lines.at(-1)?.click();
    await until('the page to scroll', () => page.evaluate(() => scrollY > 1000));
    await page.close();
  });

  it('has the number of the page’s terms on the toolbar button', async () => {
    const { page, popup } = await popupOver('news.html');
    const { length } = await untilNewsIsListed(popup);
    const tabId = await tabOf(driver, page.url());
    const worker = await driver.browser.waitForTarget((target) => target.type() === 'service_worker');
    // Not by the popup, which closes when another window has the focus.
    const extensionPage = await driver.extensionPage();
    const shown = () =>
      extensionPage.evaluate(async (id) => {
        const { chrome } = globalThis as unknown as ExtensionWindow; // An extension page has it.
        return chrome.action.getBadgeText({ tabId: id });
      }, tabId);
    expect(worker.url()).toContain('background.js');
    await untilAccepted('the number', shown, (text) => text === String(length));
    await page.close();
  });

  it('lists the shortcuts that the browser accepted', async () => {
    const { page, popup } = await popupOver('plain.html');
    await popup.waitForSelector('.command-keys dl > div');
    const keys = await popup.evaluate(() =>
      [...document.querySelectorAll('.command-keys kbd')].map((key) => key.textContent),
    );
    expect(keys).toEqual(expect.arrayContaining(['Alt+Shift+J', 'Alt+Shift+K', 'Alt+Shift+O', 'Alt+Shift+H']));
    await page.close();
  });

  it('stays open with a message if the browser refuses to open a page', async () => {
    const { page, popup } = await popupOver('plain.html');
    await popup.waitForSelector('.popup-places button');
    await popup.evaluate(() => {
      const { chrome } = globalThis as unknown as ExtensionWindow; // As above.
      chrome.tabs.create = () => Promise.reject(new Error('no more tabs'));
    });
    await clickOn(popup, '.popup-places button:last-child');
    await popup.waitForSelector('.scope [role=alert]');
    await popup.keyboard.type('智汇');
    await popup.waitForSelector('[role=option]');
    await popup.keyboard.press('Enter');
    await clickOn(popup, '.entry-card figure a');
    await popup.waitForSelector('.popup-entry > [role=alert]');
    await page.close();
  });

  it('reports that a page has no terms, or why it cannot be read', async () => {
    const plain = await popupOver('plain.html');
    await until('the message', async () =>
      /没有词典中的术语|No glossary terms/.test(await textOf(plain.popup, '.popup-message')),
    );
    await plain.page.close();
    const restricted = await popupOver('chrome://version/');
    await until('the message', async () =>
      /浏览器自身|browser pages/.test(await textOf(restricted.popup, '.popup-message')),
    );
    expect(await textOf(restricted.popup, '.scope')).toMatch(/没有网站开关|no switch/);
    await restricted.page.close();
  });
});

/** Clicks the switch with that name. */
async function turn(popup: Page, name: RegExp): Promise<void> {
  const label = await until('the switch', () =>
    popup
      .evaluateHandle(
        (source) =>
          [...document.querySelectorAll('.scope-switch')].find((item) =>
            new RegExp(source).test(item.textContent ?? ''),
          ),
        name.source,
      )
      .then((handle) => handle.asElement()),
  );
  await (label as ElementHandle<Element>).click();
}

function isPageOff(popup: Page): Promise<boolean> {
  return popup.evaluate(() =>
    [...document.querySelectorAll('.scope-switch')].some(
      (item) =>
        /标记本页|this page/.test(item.textContent ?? '') &&
        item.querySelector<HTMLInputElement>('input')?.checked === false,
    ),
  );
}
