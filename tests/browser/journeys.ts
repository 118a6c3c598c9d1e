/** Readers meet marks and cards on ordinary pages. Described once and run in each browser. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { SettingValues } from '../../entrypoints/shared/settings/settings';
import { readCard, untilCard, untilNoCard } from '../../tools/browser/card';
import type { Driver } from '../../tools/browser/driver';
import { marksOf, untilMarked, untilMarksAre } from '../../tools/browser/marks';
import { type PageServer, servePages } from '../../tools/browser/server';
import { SLOW_CARD, storeSettings } from '../../tools/browser/settings';
import { placeOf, pointAt } from '../../tools/browser/text';
import { throughout, until } from '../../tools/browser/wait';
import { NEWS_MARKS, untilNewsIsMarked } from './harness/news-page';

/** Longer than a card stays open after the pointer has left mark and card, in ms. */
const GRACE_MS = 600;

/** Registers the tests, in a browser of their own. */
export function describeJourneys(launch: () => Promise<Driver>): void {
  let server: PageServer;
  let driver: Driver;
  let extensionPage: Page;

  beforeAll(async () => {
    [server, driver] = await Promise.all([servePages(), launch()]);
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
  });

  // The test pages cause no messages in the console, so that each is a fault of the extension.
  const complaints: string[] = [];
  afterEach(async ({ task }) => {
    // A failed test may leave its tab in any state.
    if (task.result?.state === 'fail') await tab?.close();
    expect(complaints.splice(0)).toEqual([]);
  });

  let opened = 0;
  /** The tab of all tests, because opening one takes longer than most of them. */
  let tab: Page | null = null;
  /** Opens a test page in the front tab, at a unique address. */
  async function open(name: string): Promise<Page> {
    tab = !tab || tab.isClosed() ? await newTab() : tab;
    await tab.goto(`${server.origin}/${name}?${opened++}`);
    await tab.bringToFront();
    return tab;
  }

  async function newTab(): Promise<Page> {
    const page = await driver.newPage();
    const complain = (text: string) => {
      // Reported by the browser, not caused by the extension.
      if (!text.includes('favicon.ico')) complaints.push(text);
    };
    page.on('pageerror', (error) => complain(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warn') complain(message.text());
    });
    await page.setViewport({ width: 1000, height: 760 });
    return page;
  }

  async function cardOn(page: Page, selector: string, text: string, headword: string) {
    await pointAt(page, selector, text);
    return untilCard(extensionPage, page, headword);
  }

  describe('the page', () => {
    it('is byte for byte the same with and without the extension', async () => {
      const without = await recordPage(await open('news.html'), async (page) => {
        await page.waitForSelector('#comment');
      });
      await driver.install();
      extensionPage = await driver.extensionPage();
      const withIt = await recordPage(await open('news.html'), async (page) => {
        await page.waitForSelector('#comment');
        await untilNewsIsMarked(page);
      });
      expect(withIt).toEqual(without);
    });

    it('has all mentions marked, and nothing else', async () => {
      const page = await open('news.html');
      expect(await untilMarksAre(page, NEWS_MARKS)).toEqual(NEWS_MARKS);
    });

    it('has correct marks after changes', async () => {
      const page = await open('news.html');
      await untilNewsIsMarked(page);
      await page.evaluate(() => {
        document.querySelector('main')?.replaceChildren();
        document.querySelector('#comment')?.firstChild?.replaceWith('科普中国', '与', '科创中国');
        document.querySelector('header')?.remove();
      });
      const expected = ['科普中国', '科创中国'];
      expect(await untilMarksAre(page, expected)).toEqual(expected);
    });

    it('without a term has no marks until a term is added', async () => {
      const page = await open('plain.html');
      expect(await marksOf(page)).toEqual([]);
      await page.evaluate(() => {
        const text = document.querySelector('#text');
        if (text) text.textContent = '中国科协召开会议。';
      });
      expect(await untilMarksAre(page, ['中国科协'])).toEqual(['中国科协']);
    });

    it('has marks in shadow trees, also in closed ones, and after changes in them', async () => {
      const page = await open('shadow.html');
      const expected = ['科协十大', '科创中国', '智汇中国', '科普中国', '四史', '科普中国'];
      expect(await untilMarksAre(page, expected)).toEqual(expected);
      await page.evaluate(() => {
        const inner = document.querySelector('open-card')?.shadowRoot?.querySelector('inner-card')?.shadowRoot;
        const text = inner?.querySelector('p');
        if (text) text.textContent = '换成了全国科普日。';
      });
      await until('the changed mark', async () => (await marksOf(page)).includes('全国科普日'));
      expect(await marksOf(page)).not.toContain('科创中国');
    });

    it('has marks in a shadow tree that is attached later', async () => {
      const page = await open('news.html');
      await untilNewsIsMarked(page);
      await page.evaluate(() => {
        const late = document.createElement('late-card');
        document.querySelector('footer')?.append(late);
        // Attaching it causes no mutation record.
        setTimeout(() => {
          late.attachShadow({ mode: 'open' }).textContent = '晚到的“智汇中国”。';
          document.querySelector('#lead')?.append('（完）');
        }, 20);
      });
      await until('the late mark', async () => (await marksOf(page)).length === NEWS_MARKS.length + 1);
    });

    it('has marks again after it cleared all highlights, and after it was rewritten', async () => {
      const page = await open('news.html');
      await untilNewsIsMarked(page);
      await page.evaluate(() => CSS.highlights.clear());
      await page.mouse.move(200, 200);
      await page.mouse.move(210, 220);
      expect(await untilMarksAre(page, NEWS_MARKS)).toEqual(NEWS_MARKS);
      await page.evaluate(() => {
        document.open();
        document.write('<!doctype html><title>新的一页</title><p id="anew">重写之后提到“智汇中国”和科普中国。</p>');
        document.close();
      });
      expect(await untilMarksAre(page, ['智汇中国', '科普中国'])).toEqual(['智汇中国', '科普中国']);
      await cardOn(page, '#anew', '智汇中国', '智汇中国');
    });

    it('is marked despite DOM clobbering', async () => {
      const page = await open('hostile.html');
      expect(await untilMarksAre(page, ['科协十大'])).toEqual(['科协十大']);
    });
  });

  describe('the card', () => {
    it('opens when the pointer rests on a mark, with definition, quotation and source', async () => {
      const page = await open('news.html');
      await untilMarked(page);
      const card = await cardOn(page, '#brands', '智汇中国', '智汇中国');
      expect(card.pinyin).toBe('Zhìhuì Zhōngguó');
      expect(card.category).toMatch(/项目|Project/);
      expect(card.short).toContain('中国科协');
      expect(card.quote).toContain('要做强“科普中国”，做优“科创中国”，做精“智汇中国”');
      expect(card.emphasised).toBe('智汇中国');
      expect(card.caption).toContain('学习宣传贯彻科协十大精神（节录）');
      expect(card.caption).toContain('中国科协机关党委');
      expect(card.caption).toMatch(/2021年6月1日|1 June 2021/);
    });

    it('does not open when the pointer only passes a mark', async () => {
      await storeSettings(extensionPage, SLOW_CARD);
      const page = await open('news.html');
      await untilMarked(page);
      await page.evaluate(() => {
        const counter = new MutationObserver((records) => {
          const hosts = records.flatMap((record) => [...record.addedNodes]).length;
          document.title = String(Number(document.title) + hosts);
        });
        document.title = '0';
        counter.observe(document.documentElement, { childList: true });
      });
      const by = await placeOf(page, '#brands', '科普中国');
      await page.mouse.move(by.x - 60, by.y);
      await page.mouse.move(by.x + 60, by.y, { steps: 6 });
      // A card opened by the fly-by would have appeared before this one.
      await cardOn(page, '#brands', '智汇中国', '智汇中国');
      expect(await page.title()).toBe('1');
      await storeSettings(extensionPage);
    });

    it('stays open under the pointer, and closes a moment after the pointer leaves', async () => {
      const page = await open('news.html');
      await untilMarked(page);
      const { box } = await cardOn(page, '#brands', '智汇中国', '智汇中国');
      // Without a stop on the way: a slow driver's, longer than a hand's, would close the card.
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await throughout('the card under the pointer', GRACE_MS, async () => {
        return (await readCard(extensionPage, await page.evaluate(() => location.href))) !== null;
      });
      await page.mouse.move(5, 5);
      await untilNoCard(page);
    });

    it('closes on Esc, which the page does not receive', async () => {
      const page = await open('news.html');
      await untilMarked(page);
      await page.evaluate(() => {
        addEventListener('keydown', (event) => {
          document.title = event.key;
        });
      });
      await cardOn(page, '#brands', '智汇中国', '智汇中国');
      await page.keyboard.press('Escape');
      await untilNoCard(page);
      await page.keyboard.press('a');
      expect(await page.title()).toBe('a');
    });

    it('leaves the page as it was', async () => {
      const page = await open('news.html');
      await untilNewsIsMarked(page);
      const before = await page.evaluate(() => document.documentElement.outerHTML);
      await cardOn(page, '#brands', '智汇中国', '智汇中国');
      await page.keyboard.press('Escape');
      await untilNoCard(page);
      expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
    });

    it('names the reason for its sense', async () => {
      const page = await open('news.html');
      await untilMarked(page);
      const card = await cardOn(page, '#phrases', '四史', '四史');
      expect(card.text).toMatch(
        /因(附近|本页)提到“|因为它在引号中|这样的用法|is nearby|page mentions|quotation marks|the wording/,
      );
    });

    it.each(['csp.html', 'hostile.html'])('shows on %s', async (name) => {
      const page = await open(name);
      await untilMarked(page);
      const text = name === 'csp.html' ? '科创中国' : '科协十大';
      const card = await cardOn(page, '#text', text, text);
      expect(card.box.width).toBeGreaterThan(200);
      expect(card.box.height).toBeGreaterThan(100);
      const { x, y } = await placeOf(page, '#text', text);
      expect(card.box.x).toBeLessThanOrEqual(x);
      expect(card.box.y - y).toBeGreaterThan(0);
      expect(card.box.y - y).toBeLessThan(40);
    });

    it('opens on a mark in a shadow tree', async () => {
      const page = await open('shadow.html');
      await untilMarked(page);
      const place = await page.evaluate(() => {
        const text = document.querySelector('#plain')?.shadowRoot?.querySelector('p')?.firstChild;
        const range = document.createRange();
        if (text) range.selectNodeContents(text);
        const box = range.getBoundingClientRect();
        const width = box.width / (text?.nodeValue?.length ?? 1);
        return { x: box.x + width * 8.5, y: box.y + box.height / 2 };
      });
      await page.mouse.move(place.x - 40, place.y + 60);
      await page.mouse.move(place.x, place.y, { steps: 4 });
      await untilCard(extensionPage, page, '四史');
    });

    it('ignores forged pointer events', async () => {
      const page = await open('news.html');
      await untilMarked(page);
      const place = await placeOf(page, '#brands', '科普中国');
      await page.evaluate(({ x, y }) => {
        const target = document.elementFromPoint(x, y);
        target?.dispatchEvent(
          new PointerEvent('pointermove', { clientX: x, clientY: y, bubbles: true, composed: true }),
        );
      }, place);
      // When this card has opened, one for the forged event would have opened as well.
      await cardOn(page, '#brands', '智汇中国', '智汇中国');
    });
  });

  describe('the link', () => {
    it('opens the bulletin with the sentence in view', async () => {
      const page = await open('news.html');
      await untilMarked(page);
      const { link, box } = await cardOn(page, '#brands', '智汇中国', '智汇中国');
      // Visible without scrolling.
      expect(link.y).toBeLessThan(box.y + box.height - 10);
      await page.mouse.click(link.x, link.y);
      const bulletin = await until('the bulletin', async () => {
        for (const other of await driver.browser.pages()) {
          const there = await other.evaluate(() => location.href).catch(() => '');
          if (there === driver.extensionUrl('bulletin.html?id=cast-2021-06-01#p4s2')) return other;
        }
        return null;
      });
      await bulletin.waitForSelector('.passage.is-current');
      const shown = await bulletin.evaluate(() => {
        const passage = document.querySelector('.passage.is-current');
        const box = passage?.getBoundingClientRect();
        return {
          title: document.querySelector('h1')?.textContent,
          text: passage?.textContent ?? '',
          isInView: box !== undefined && box.top >= 0 && box.bottom <= innerHeight,
          focused: document.activeElement?.id,
        };
      });
      expect(shown.title).toBe('学习宣传贯彻科协十大精神（节录）');
      expect(shown.text).toContain('做精“智汇中国”');
      expect(shown.isInView).toBe(true);
      expect(shown.focused).toBe('p4s2');
      await bulletin.close();
    });
  });

  describe('the site’s switch', () => {
    it('removes marks and restores them without a reload', async () => {
      const page = await open('news.html');
      await untilNewsIsMarked(page);
      const store = (values: SettingValues) => storeSettings(extensionPage, values);
      await store({ 'rule/127.0.0.1': false });
      expect(await untilMarksAre(page, [])).toEqual([]);
      await store({ 'rule/elsewhere.example': false });
      expect(await untilMarksAre(page, NEWS_MARKS)).toEqual(NEWS_MARKS);
      await store({ pausedUntil: Date.now() + 60_000 });
      expect(await untilMarksAre(page, [])).toEqual([]);
      await store({ pausedUntil: Date.now() - 1 });
      expect(await untilMarksAre(page, NEWS_MARKS)).toEqual(NEWS_MARKS);
      await store({ 'rule/*.0.0.1': false });
      expect(await untilMarksAre(page, [])).toEqual([]);
      await store({});
      expect(await untilMarksAre(page, NEWS_MARKS)).toEqual(NEWS_MARKS);
    });
  });
}

/** Records what scripts of a page can observe: DOM, mutation records, messages, dispatched events, globals. */
async function recordPage(page: Page, settle: (page: Page) => Promise<void>) {
  const watch = () => {
    const log: string[] = [];
    new MutationObserver((records) => {
      for (const { type, target, attributeName } of records)
        log.push(`${type} ${target.nodeName} ${attributeName ?? ''}`);
    }).observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
    const dispatch = EventTarget.prototype.dispatchEvent;
    addEventListener('message', () => log.push('a message'));
    EventTarget.prototype.dispatchEvent = function (event) {
      log.push(`dispatched ${event.type}`);
      return dispatch.call(this, event);
    };
    Object.assign(window, { pageLog: log });
  };
  await page.evaluateOnNewDocument(watch);
  await page.reload();
  await settle(page);
  const seen = await page.evaluate(() => ({
    html: document.documentElement.outerHTML,
    text: document.body.textContent,
    selection: String(getSelection()),
    globals: Object.keys(window).sort(),
    sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
    log: (window as unknown as { pageLog: string[] }).pageLog, // Set above.
  }));
  await page.close();
  return seen;
}
