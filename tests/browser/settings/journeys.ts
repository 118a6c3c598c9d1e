/** Readers change settings. Described once and run in each browser. */
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { Driver } from '../../../tools/browser/driver';
import { clickOn, focusOn, pressOn, retypeIn, selectIn } from '../../../tools/browser/elements';
import { marksOf, untilMarksAre } from '../../../tools/browser/marks';
import { until, untilAccepted } from '../../../tools/browser/wait';
import { prepareBrowser } from '../harness/browser-fixture';
import { NEWS_MARKS, untilNewsIsMarked } from '../harness/news-page';
import { describeAccessLevels } from './access-levels';
import { describeEndurance } from './endurance';
import { describeLanguage } from './language';
import { describeNarrow } from './narrow';
import { describeOwnTerms } from './own-terms';
import { describeSyncing } from './syncing';

/** The part of the extension API used here. */
interface Api {
  runtime: { onMessage: { addListener(listener: (message: { type?: unknown; isOn?: boolean }) => void): void } };
  storage: {
    sync: { clear(): Promise<void> };
    local: {
      clear(): Promise<void>;
      get(keys: null): Promise<Record<string, unknown>>;
      set(items: object): Promise<void>;
    };
  };
}
type ApiGlobal = { browser?: Api; chrome?: Api };

/** What the toolbar button was told, in the order of messages. */
type ButtonGlobal = { buttonStates?: boolean[] };

/** Registers the tests, in a browser of their own. @param isWhole whether with those of what browsers do alike. */
export function describeSettings(launch: () => Promise<Driver>, isWhole = true): void {
  const fixture = prepareBrowser(launch);

  afterEach(async () => {
    await fixture.extensionPage.evaluate(async () => {
      const { browser, chrome } = globalThis as ApiGlobal; // An extension page has one of them.
      // Otherwise synced settings would return.
      await (browser ?? chrome)?.storage.sync.clear();
      await (browser ?? chrome)?.storage.local.clear();
    });
  });

  async function openOptions(path = 'options.html'): Promise<Page> {
    const page = await fixture.openExtension(path);
    await page.waitForSelector('.options-section');
    return page;
  }

  const stored = () =>
    fixture.extensionPage.evaluate(async () => {
      const { browser, chrome } = globalThis as ApiGlobal; // As above.
      return (await (browser ?? chrome)?.storage.local.get(null)) ?? {};
    });
  const choose = (options: Page, section: string, index: number) =>
    pressOn(options, `#${section} input[type=radio]`, index);
  const feedback = (options: Page) =>
    options.evaluate(() => document.querySelector('.options-feedback')?.textContent ?? '');
  const addRule = async (options: Page, pattern: string) => {
    const field = '#sites form input';
    await retypeIn(options, field, pattern);
    await options.keyboard.press('Enter');
  };
  /** Removes the only rule once the page shows it: open pages may follow it before. */
  const removeRule = async (options: Page, pattern: string) => {
    await untilAccepted(
      'the rules',
      () => options.evaluate(() => document.querySelector('#sites .options-list code')?.textContent),
      (shown) => shown === pattern,
    );
    await clickOn(options, '#sites .options-list li button');
  };
  /** Computed style of the page's marks. */
  const lookOf = (page: Page) =>
    page.evaluate(() => {
      const styles = [...CSS.highlights.keys()].map((name) =>
        getComputedStyle(document.documentElement, `::highlight(${name})`),
      );
      return styles
        .map(({ textDecorationStyle, backgroundColor }) => `${textDecorationStyle} ${backgroundColor}`)
        .join();
    });

  describe.runIf(isWhole)('the options page', () => {
    it('changes the style of marks in open pages immediately, with undo', async () => {
      const page = await fixture.open('news.html');
      await untilNewsIsMarked(page);
      // The style is inserted after the marks, by a message.
      const before = await until('the usual line', async () => {
        const look = await lookOf(page);
        return /dotted/.test(look) && look;
      });
      const options = await openOptions();
      await choose(options, 'look', 3);
      await until('the wavy line', async () => /wavy/.test(await lookOf(page)));
      expect(await stored()).toMatchObject({ 'set/marks.style': { v: 'wavy' } });
      await clickOn(options, '.options-feedback button');
      await until('the line as before', async () => (await lookOf(page)) === before);
      expect((await stored())['set/marks.style']).toMatchObject({ v: null });
    });

    it('T42: turns a site off and on in open pages by host, port, path and subdomain, without a reload', async () => {
      const page = await fixture.open('news.html');
      await untilNewsIsMarked(page);
      const options = await openOptions();
      const { port } = new URL(fixture.server.origin);
      for (const pattern of ['127.0.0.1', `127.0.0.1:${port}`]) {
        await addRule(options, pattern);
        expect(await untilMarksAre(page, [])).toEqual([]);
        await until('no highlight', () => page.evaluate(() => CSS.highlights.size === 0));
        await removeRule(options, pattern);
        await untilNewsIsMarked(page);
      }
      await addRule(options, `127.0.0.1:${port}/news.html`);
      expect(await untilMarksAre(page, [])).toEqual([]);
      // A page that goes to another path by itself, and back.
      await page.evaluate(() => history.pushState(null, '', '/elsewhere'));
      await untilNewsIsMarked(page);
      await page.evaluate(() => history.back());
      expect(await untilMarksAre(page, [])).toEqual([]);
      await removeRule(options, `127.0.0.1:${port}/news.html`);
      await untilNewsIsMarked(page);
      await addRule(options, '例子.中国/路径?a');
      await until('the fault', () =>
        options.evaluate(() => document.querySelector('#sites form [role=alert]')?.textContent?.includes('?') ?? false),
      );
      await addRule(options, '例子.中国');
      await until('the rule in the browser’s spelling', () =>
        options.evaluate(
          () => document.querySelector('#sites .options-list code')?.textContent === 'xn--fsqu00a.xn--fiqs8s',
        ),
      );
      expect(await marksOf(page)).toEqual(NEWS_MARKS);
    });

    it('shows on the toolbar button where marking is off, and wakes nobody where it is as on most sites', async () => {
      await fixture.extensionPage.evaluate(() => {
        const { browser, chrome } = globalThis as ApiGlobal; // As above.
        const states: boolean[] = [];
        (globalThis as ButtonGlobal).buttonStates = states; // Only this test uses it.
        // The background's messages arrive at extension pages as well.
        (browser ?? chrome)?.runtime.onMessage.addListener(({ type, isOn = false }) => {
          if (type === 'site.button') states.push(isOn);
        });
      });
      const told = () => fixture.extensionPage.evaluate(() => (globalThis as ButtonGlobal).buttonStates?.join() ?? ''); // As above.
      const page = await fixture.open('news.html');
      await untilNewsIsMarked(page);
      expect(await told()).toBe('');
      const options = await openOptions();
      await addRule(options, '127.0.0.1');
      await until('the button told', async () => (await told()) === 'false');
      await removeRule(options, '127.0.0.1');
      await untilNewsIsMarked(page);
      await until('the button told again', async () => (await told()) === 'false,true');
    });

    it('marks pages of chosen sites only, or none', async () => {
      const page = await fixture.open('news.html');
      await untilNewsIsMarked(page);
      const options = await openOptions();
      await choose(options, 'sites', 1);
      expect(await untilMarksAre(page, [])).toEqual([]);
      await selectIn(options, '#sites form select', 'on');
      await addRule(options, '127.0.0.1');
      await untilNewsIsMarked(page);
      await choose(options, 'sites', 2);
      expect(await untilMarksAre(page, [])).toEqual([]);
      expect((await stored())['set/rule/127.0.0.1']).toMatchObject({ v: null });
    });

    it('is shown in the chosen language, whatever the language of the browser', async () => {
      const options = await openOptions();
      const title = () =>
        options.evaluate(() => `${document.documentElement.lang} ${document.querySelector('h1')?.textContent}`);
      await choose(options, 'language', 3);
      await until('English', async () => (await title()) === 'en Pangzhu · Options');
      await choose(options, 'language', 2);
      await until('Traditional', async () => (await title()) === 'zh-Hant 旁註 · 選項');
      const welcome = await fixture.openExtension('welcome.html');
      // The page is called by the extension’s name until the words are loaded.
      await untilAccepted(
        'the title of the first page',
        () => welcome.title(),
        (text) => text === '歡迎使用旁註',
      );
    });

    it('has a message for a popup whose script does not start, in the browser’s language', async () => {
      const popup = await fixture.openExtension('popup.html');
      const words = await popup.evaluate(() => {
        const late = document.createElement('p');
        late.className = 'shell-late';
        document.body.append(late);
        return getComputedStyle(late, '::before').content;
      });
      expect(words).toMatch(/无法启动|無法啟動|couldn’t start/);
    });

    it('shows the stored settings if a change cannot be saved', async () => {
      const options = await openOptions();
      const controls = () =>
        options.evaluate(() =>
          [...document.querySelectorAll<HTMLInputElement>('#look input, #sites input[type=radio]')].map((input) => [
            input.checked,
            input.ariaChecked,
          ]),
        );
      const before = await controls();
      await options.evaluate(() => {
        const { browser, chrome } = globalThis as ApiGlobal; // An extension page has one of them.
        const local = (browser ?? chrome)?.storage.local;
        if (local) local.set = () => Promise.reject(new Error('QuotaExceededError'));
      });
      for (const control of ['#look input[type=checkbox]', '#sites input[type=radio]:not(:checked)']) {
        await pressOn(options, control);
      }
      await choose(options, 'look', 3);
      await until('the message', async () => /满|full/.test(await feedback(options)));
      await until('the controls as they were', async () => JSON.stringify(await controls()) === JSON.stringify(before));
    });

    it('resets all settings after a confirmation', async () => {
      const options = await openOptions();
      await choose(options, 'look', 4);
      await addRule(options, 'a.cn');
      await until('the rule', async () => 'set/rule/a.cn' in (await stored()));
      await pressOn(options, '#data .options-actions > button', 1);
      const ask = await options.waitForSelector('[role=alertdialog] button');
      expect((await stored())['set/rule/a.cn']).toMatchObject({ v: false });
      await ask?.click();
      await until('the rule to be removed', async () => {
        const { 'set/rule/a.cn': rule, 'set/marks.style': style } = (await stored()) as Record<string, { v: unknown }>;
        return rule?.v === null && style?.v === null;
      });
    });
  });

  describeAccessLevels(fixture);

  describeEndurance({ fixture, openPage: fixture.openExtension, stored });

  if (isWhole) describeNarrow({ fixture, openPage: fixture.openExtension });

  if (isWhole) describeLanguage({ fixture, openOptions, openPage: fixture.openExtension, choose });

  describeSyncing({ fixture, openOptions, choose, stored });

  describeOwnTerms({ fixture, openOptions, openPage: fixture.openExtension, stored });

  describe('the first start', () => {
    it('explains a term of a bulletin, and sets the access level', async () => {
      const welcome = await fixture.openExtension('welcome.html');
      await focusOn(welcome, '.term');
      await welcome.keyboard.press('Enter');
      await welcome.waitForSelector('.card-popover .entry-card h2');
      await welcome.keyboard.press('Escape');
      const page = await fixture.open('news.html');
      await untilNewsIsMarked(page);
      const level = () =>
        welcome.evaluate(() =>
          [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')].findIndex(({ checked }) => checked),
        );
      await pressOn(welcome, 'input[type=radio]', 1);
      await until('the choice', async () => 'set/sites.base' in (await stored()));
      expect(await untilMarksAre(page, [])).toEqual([]);
      expect(await level()).toBe(1);
      await welcome.bringToFront();
      await focusOn(welcome, '.welcome form input');
      await welcome.keyboard.type('127.0.0.1');
      await welcome.keyboard.press('Enter');
      await untilNewsIsMarked(page);
      expect(await level()).toBe(1);
    });

    it('shows the chosen style in its sample', async () => {
      const welcome = await fixture.openExtension('welcome.html');
      await welcome.waitForSelector('.term');
      // The style comes after the terms.
      await until('the dotted line', async () => /dotted/.test(await lookOf(welcome)));
      const lines = () =>
        welcome.evaluate(() =>
          [...document.querySelectorAll('.term')].map((term) => getComputedStyle(term).textDecorationLine).join(),
        );
      expect(await lines()).not.toMatch(/underline/);
      await welcome.evaluate(() => {
        const styles = document.querySelectorAll<HTMLElement>(
          '[aria-labelledby=welcome-settings] fieldset:last-of-type input',
        );
        styles[3]?.click();
      });
      await until('the wavy line', async () => /wavy/.test(await lookOf(welcome)));
    });
  });
}
