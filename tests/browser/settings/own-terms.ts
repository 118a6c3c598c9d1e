/** Readers add their own terms. Described once and run in each browser. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { inCard, placeInCard, untilCardsAre } from '../../../tools/browser/card-inspector';
import { focusOn, pressOn, retypeIn } from '../../../tools/browser/elements';
import { untilMarksAre } from '../../../tools/browser/marks';
import { tabOf } from '../../../tools/browser/tab';
import { pointAt } from '../../../tools/browser/text';
import { until, untilAccepted } from '../../../tools/browser/wait';
import type { BrowserFixture } from '../harness/browser-fixture';

interface SettingsFixture {
  fixture: BrowserFixture;
  openOptions(path?: string): Promise<Page>;
  openPage(path: string): Promise<Page>;
  stored(): Promise<Record<string, unknown>>;
}

/** The part of the extension API used here. */
interface Api {
  action: { getBadgeText(of: { tabId: number }): Promise<string> };
}

/** Fields of the form. */
const HEADWORD = '#terms form > label:nth-of-type(1) > *';
const DEFINITION = '#terms form > label:nth-of-type(2) > *';
const FORMS = '#terms form details > label:nth-of-type(1) > *';

/** Registers the tests. */
export function describeOwnTerms({ fixture, openOptions, openPage, stored }: SettingsFixture): void {
  async function type(options: Page, field: string, text: string): Promise<void> {
    await options.evaluate((selector) => {
      const input = document.querySelector<HTMLInputElement>(selector);
      input?.closest('details')?.setAttribute('open', '');
    }, field);
    await retypeIn(options, field, text);
  }
  const keep = (options: Page) => pressOn(options, '#terms form [type=submit]');

  async function cardText(page: Page, term: string): Promise<string> {
    await page.mouse.move(900, 700);
    await pointAt(page, '#t', term);
    return until(`the card of ${term}`, () =>
      inCard(fixture.extensionPage, page, (root) => {
        const card = root.querySelector('.entry-card:has(h2)')?.cloneNode(true) as Element | undefined; // Of an element.
        // Words that are not public are drawn by the style sheet.
        for (const item of card?.querySelectorAll<HTMLElement>('.unsearchable') ?? [])
          item.textContent = item.dataset.text ?? '';
        return card?.textContent || null;
      }),
    );
  }
  const findInPage = (page: Page, guess: string) =>
    page.evaluate((text) => {
      type Find = { find(text: string, isCase: boolean, isBackwards: boolean, wraps: boolean): boolean };
      getSelection()?.removeAllRanges();
      return (window as unknown as Find).find(text, false, false, true); // No standard, but in every browser.
    }, guess);
  const close = async (page: Page) => {
    await page.keyboard.press('Escape');
    await untilCardsAre(fixture.extensionPage, page, []);
  };
  const badgeOf = (tabId: number) =>
    fixture.extensionPage.evaluate((id) => {
      const { browser, chrome } = globalThis as { browser?: Api; chrome?: Api }; // An extension page has one of them.
      return (browser ?? chrome)?.action.getBadgeText({ tabId: id });
    }, tabId);

  describe('a term of the reader’s own', () => {
    it('is marked in open pages immediately, explained, listed, counted, changed and removed', async () => {
      const page = await fixture.openSource('<!doctype html><p id="t">量子糾纏与ＥＰＲ佯谬。</p><p>别的。</p>');
      const options = await openOptions();
      await type(options, HEADWORD, '量子纠缠');
      await type(options, DEFINITION, '一种现象。');
      await keep(options);
      // Firefox throttles hidden pages.
      await page.bringToFront();
      expect(await untilMarksAre(page, ['量子糾纏'])).toEqual(['量子糾纏']);

      const text = await cardText(page, '量子糾纏');
      expect(text).toMatch(/我的术语|Your own term/);
      expect(text).toContain('一种现象。');
      // The page can search closed trees for what it guesses.
      expect(await findInPage(page, '别的')).toBe(true);
      expect(await findInPage(page, '种现象')).toBe(false);
      await close(page);

      const tabId = await tabOf(fixture.driver, page.url());
      await untilAccepted(
        'the number on the button',
        () => badgeOf(tabId),
        (text) => text === '1',
      );
      const panel = await openPage(`sidepanel.html?tab=${tabId}`);
      const listed = () => panel.evaluate(() => document.querySelector('.panel-terms')?.textContent ?? '');
      await until('the term in the panel', async () => (await listed()).includes('量子纠缠'));

      const term = Object.keys(await stored()).find((item) => item.startsWith('set/term/')) ?? '';
      const book = await openPage('glossary-browser.html#/search/lzjc');
      const inBook = (what: RegExp) =>
        until(`${what} in the book`, async () => what.test(await book.evaluate(() => document.body.textContent ?? '')));
      await inBook(/量子纠缠.*一种现象。/);
      await book.bringToFront();
      await focusOn(book, '.search-field');
      await book.keyboard.press('Enter');
      await inBook(/量子纠缠.*(我的术语|Your own term).*一种现象。/);
      // The list of the search says the same words.
      const edit = await until('the page of the entry', () =>
        book.evaluate(() => document.querySelector('.entry-line a')?.getAttribute('href')),
      );
      expect(edit).toBe(`/options.html#term/${term.slice('set/term/'.length)}`);

      // As the card leads there.
      const again = await openOptions(`options.html#term/${term.slice('set/term/'.length)}`);
      await again.bringToFront();
      await until('the term in the form', () =>
        again.evaluate((field) => document.querySelector<HTMLInputElement>(field)?.value === '量子纠缠', HEADWORD),
      );
      await type(again, FORMS, 'EPR佯谬');
      await type(again, DEFINITION, '两粒子的关联。');
      await keep(again);
      await page.bringToFront();
      const both = ['量子糾纏', 'ＥＰＲ佯谬'];
      expect(await untilMarksAre(page, both)).toEqual(both);
      await until('the panel to follow', async () => (await listed()).includes('两粒子的关联。'));
      await inBook(/两粒子的关联。.*EPR佯谬/);
      await book.evaluate(() => {
        location.hash = '#/category';
      });
      await inBook(/(我的术语|Your own terms)\s*1.*量子纠缠/s);
      await book.evaluate(() => history.back());
      await page.bringToFront();
      expect(await cardText(page, 'ＥＰＲ佯谬')).toContain('两粒子的关联。');
      await close(page);

      await pressOn(again, '#terms .options-list button:last-child');
      expect(await untilMarksAre(page, [])).toEqual([]);
      await until('no tables left', async () => !('packsPrefilter' in (await stored())));
      await inBook(/已经没有这一条|no longer exists/);
    });

    it('is marked in new pages beside bundled terms, until it is muted by its card', async () => {
      const options = await openOptions(`options.html#add-term/${encodeURIComponent('科协十大')}`);
      await type(options, DEFINITION, '我记的。');
      await keep(options);
      await until('the tables', async () => 'packsFinder' in (await stored()));
      await type(options, HEADWORD, '量子纠缠');
      await type(options, DEFINITION, '一种现象。');
      await keep(options);
      await until('both terms', async () => JSON.stringify((await stored()).packsFinder).includes('量子纠缠'));
      const page = await fixture.openSource('<!doctype html><p id="t">科协十大谈量子纠缠，科创中国。</p>');
      const all = ['科协十大', '量子纠缠', '科创中国'];
      expect(await untilMarksAre(page, all)).toEqual(all);
      expect(await cardText(page, '科协十大')).toContain('我记的。');
      const senses = await inCard(
        fixture.extensionPage,
        page,
        (root) => root.querySelectorAll('.senses button').length,
      );
      expect(senses).toBe(2);
      await close(page);
      await cardText(page, '量子纠缠');
      await until('the mark to go', async () => {
        // A card must have stood for a moment before it takes what changes something; to mute twice is to mute once.
        const { x, y } = await placeInCard(fixture.extensionPage, page, '[name=card_mute]');
        await page.mouse.click(x, y);
        return Object.keys(await stored()).some((item) => item.startsWith('set/muted/user/'));
      });
      // What the card stands beside stays painted as long as it is open.
      await close(page);
      const rest = ['科协十大', '科创中国'];
      expect(await untilMarksAre(page, rest)).toEqual(rest);
    });
  });
}
