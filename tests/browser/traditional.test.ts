/** A browser in Traditional Chinese: definitions are converted, quotations are as received. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Driver, launchChromium } from '../../tools/browser/driver';
import { typeIn } from '../../tools/browser/elements';

let driver: Driver;

beforeAll(async () => {
  driver = await launchChromium({ args: ['--lang=zh-TW'], env: { ...process.env, LANGUAGE: 'zh_TW' } });
  await driver.install();
});
afterAll(() => driver?.close());

const cardOf = (page: Page) =>
  page.evaluate(() => {
    const part = (selector: string) => {
      const element = document.querySelector<HTMLElement>(`.entry-card ${selector}`);
      return { text: element?.textContent ?? '', lang: element?.closest<HTMLElement>('[lang]')?.lang ?? '' };
    };
    return { head: part('h2'), asWritten: part('.as-written'), short: part('.short'), quote: part('blockquote') };
  });

describe('in a browser in Traditional Chinese', () => {
  it('the popup searches and explains in Traditional, and quotes as received', async () => {
    const popup = await driver.openExtensionPage('popup.html');
    await popup.waitForSelector('.search-field');
    await typeIn(popup, '.search-field', '科协系统');
    await popup.waitForSelector('.choice-headword[lang=zh-Hant]');
    await popup.keyboard.press('Enter');
    await popup.waitForSelector('.entry-card h2');
    const card = await cardOf(popup);
    expect(card.head).toEqual({ text: '科協系統', lang: 'zh-Hant' });
    expect(card.asWritten).toEqual({ text: '科协系统', lang: 'zh-Hans' });
    expect(card.short.lang).toBe('zh-Hant');
    expect(card.short.text).toContain('統稱');
    expect(card.quote.lang).toBe('zh-Hans');
    expect(card.quote.text).toContain('科协系统');
    await popup.close();
  });

  it('the bulletin page keeps the bulletin as received, and explains its terms in Traditional', async () => {
    const page = await driver.openExtensionPage('bulletin.html?id=cast-2021-06-18');
    const term = await page.waitForSelector('.bulletin-paragraph [role=button], .bulletin-paragraph button');
    expect(await page.evaluate(() => document.querySelector('.bulletin-paragraph')?.textContent)).toContain('纪念章');
    await term?.click();
    await page.waitForSelector('.entry-card h2');
    const { head, short } = await cardOf(page);
    expect([head.lang, short.lang]).toEqual(['zh-Hant', 'zh-Hant']);
    await page.close();
  });

  it('the background answers a tab in Traditional', async () => {
    const page = await driver.openExtensionPage('bulletin.html');
    const answer = await page.evaluate(async () => {
      const { revision } = (await (await fetch('/pack.zh-Hant.json')).json()) as { revision: string }; // The build's file.
      const { chrome } = globalThis as unknown as { chrome: { runtime: { sendMessage(message: object): unknown } } }; // A page of the extension.
      return chrome.runtime.sendMessage({ type: 'entries.get', revisions: [revision], entries: [0] });
    });
    expect(answer).toMatchObject({ ok: true, value: [{ entry: { script: 'zh-Hant' } }] });
    await page.close();
  });
});
