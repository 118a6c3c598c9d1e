/** Cards by pointer, keys and touch, and their actions. Described once and run in each browser. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import type { CommandMessage } from '../../../entrypoints/shared/commands';
import { untilCard, untilNoCard } from '../../../tools/browser/card';
import { headwordsOf, inCard, placeInCard, pointInCard, untilCardsAre } from '../../../tools/browser/card-inspector';
import { sendCommand } from '../../../tools/browser/commands';
import { marksOf, untilMarked, untilMarksAre } from '../../../tools/browser/marks';
import { storeSettings } from '../../../tools/browser/settings';
import { placeOf, pointAt } from '../../../tools/browser/text';
import { tapAt } from '../../../tools/browser/touch';
import { throughout, until, untilSteady } from '../../../tools/browser/wait';
import type { BrowserFixture } from '../harness/browser-fixture';
import { spokenIn } from '../harness/spoken';

/** How long a card must have stood in its place before it accepts a click that changes something, with some room, in ms. */
const STANDSTILL_MS = 450;
/** How long a card takes to open, with some room, in ms. */
const OPENING_MS = 600;

const TEXT = '<p id="t">中国科协与“科创中国”、“智汇中国”、全国科普日。</p>';

/** Registers the tests. */
export function describeCard(fixture: BrowserFixture): void {
  async function openMarked(source: string): Promise<Page> {
    const page = await (source.includes('<') ? fixture.openSource(`<!doctype html>${source}`) : fixture.open(source));
    await untilMarked(page);
    return page;
  }

  async function openCard(page: Page, selector = '#t', text = '智汇中国') {
    await pointAt(page, selector, text);
    return untilCard(fixture.extensionPage, page, text);
  }

  async function clickInCard(page: Page, selector: string, text = ''): Promise<void> {
    // A card must have stood for a moment before it takes what changes something.
    const { x, y } = await untilSteady('the place of what is clicked', STANDSTILL_MS, () =>
      placeInCard(fixture.extensionPage, page, selector, text),
    );
    await page.mouse.click(x, y);
  }

  const noteOf = (page: Page) =>
    inCard(fixture.extensionPage, page, (root) => root.querySelector('.note')?.textContent?.trim() ?? '');

  it('closes when text is selected from its mark on, and does not stop the selection', async () => {
    const page = await openMarked(`${TEXT}<p id="below">第二段有一行文字，其中的一半在词条卡之下。</p>`);
    await openCard(page);
    const to = await placeOf(page, '#below', '之下');
    const isCovered = await page.evaluate(({ x, y }) => document.elementFromPoint(x, y)?.id !== 'below', to);
    expect(isCovered).toBe(true);
    // A click on the mark leaves the card open.
    await page.mouse.down();
    await page.mouse.up();
    expect(await headwordsOf(fixture.extensionPage, page)).toEqual(['智汇中国']);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y);
    await untilNoCard(page);
    await page.mouse.move(to.x + 1, to.y);
    await page.mouse.up();
    expect(await page.evaluate(() => getSelection()?.toString())).toMatch(
      /全国科普日。\s+第二段有一行文字，其中的一半在词条卡之/,
    );
  });

  describe('a card in a card', () => {
    it('opens for a hovered term; the innermost two are visible, and the innermost closes first', async () => {
      const page = await openMarked(TEXT);
      await openCard(page);
      await pointInCard(fixture.extensionPage, page, '.term', '科创中国');
      await untilCardsAre(fixture.extensionPage, page, ['智汇中国', '科创中国']);
      await pointInCard(fixture.extensionPage, page, '.term', '科普中国');
      await untilCardsAre(fixture.extensionPage, page, ['科创中国', '科普中国']);
      await page.keyboard.press('Escape');
      await untilCardsAre(fixture.extensionPage, page, ['智汇中国', '科创中国']);
      await clickInCard(page, '.back');
      await untilCardsAre(fixture.extensionPage, page, ['智汇中国']);
      await page.keyboard.press('Escape');
      await untilNoCard(page);
    });

    it('opens for a related entry, and closes when the pointer leaves all cards', async () => {
      const page = await openMarked(TEXT);
      await openCard(page, '#t', '科创中国');
      await clickInCard(page, '.relations a', '智汇中国');
      await untilCardsAre(fixture.extensionPage, page, ['科创中国', '智汇中国']);
      await page.mouse.move(2, 600, { steps: 4 });
      await untilNoCard(page);
    });
  });

  describe('the keyboard', () => {
    it('goes from term to term with announcements, and opens the card with the focus in it', async () => {
      const page = await openMarked(`<input id="field" value="abc"><p style="height:1500px">·</p>${TEXT}`);
      await page.evaluate(() => {
        const field = document.querySelector<HTMLInputElement>('#field');
        field?.focus();
      });
      await sendCommand(fixture.extensionPage, page, 'next-term');
      await page.evaluate(() => {
        (document.activeElement as HTMLElement).blur(); // The field.
        getSelection()?.selectAllChildren(document.body);
        getSelection()?.collapseToStart();
      });
      // While the reader typed nothing moved.
      expect(await page.evaluate(() => scrollY)).toBe(0);
      await sendCommand(fixture.extensionPage, page, 'next-term');
      await until('the term in view', () =>
        page.evaluate(() => {
          const box = document.querySelector('#t')?.getBoundingClientRect();
          return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
        }),
      );
      await until('the announcement', async () => /中国科协.*1.*4/.test(await spokenIn(fixture.extensionPage, page)));
      await sendCommand(fixture.extensionPage, page, 'next-term');
      await until('the next announcement', async () =>
        /科创中国.*2.*4/.test(await spokenIn(fixture.extensionPage, page)),
      );
      expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
      await sendCommand(fixture.extensionPage, page, 'toggle-card');
      await untilCard(fixture.extensionPage, page, '科创中国');
      await until('the focus', () => page.evaluate(() => document.activeElement?.matches('[popover]') === true));
      await page.keyboard.press('Escape');
      await untilNoCard(page);
    });

    it('cycles through the card with Tab, opens an inner card, and restores focus and selection', async () => {
      const page = await openMarked(`${TEXT}<p><a id="link" href="#x">link</a> and more</p>`);
      await openCard(page);
      await page.evaluate(() => {
        getSelection()?.setBaseAndExtent(document.body, 0, document.body, 1);
        document.querySelector<HTMLElement>('#link')?.focus();
      });
      const before = await selectionOf(page);
      await sendCommand(fixture.extensionPage, page, 'toggle-card');
      await until('the focus', () => page.evaluate(() => document.activeElement?.matches('[popover]') === true));
      const stops = await inCard(
        fixture.extensionPage,
        page,
        (root) => root.querySelectorAll('.card-body :is(a[href], button, summary, [tabindex="0"])').length,
      );
      const seen: string[] = [];
      for (let i = 0; i <= (stops ?? 0); i++) {
        await page.keyboard.press('Tab');
        seen.push((await inCard(fixture.extensionPage, page, (root) => root.activeElement?.textContent ?? '')) ?? '');
      }
      expect(await page.evaluate(() => document.activeElement?.matches('[popover]'))).toBe(true);
      expect(seen[stops ?? 0]).toBe(seen[0]);
      // A term with the focus opens its card by Enter, with the focus in it.
      while (!(await inCard(fixture.extensionPage, page, (root) => root.activeElement?.matches('.term'))))
        await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await until('the inner card', async () => (await headwordsOf(fixture.extensionPage, page)).length === 2);
      await until('the focus in it', () =>
        inCard(fixture.extensionPage, page, (root) => root.activeElement?.matches('.is-inner')),
      );
      await page.keyboard.press('Escape');
      await until('the focus back on the term', () =>
        inCard(fixture.extensionPage, page, (root) => root.activeElement?.matches('.term')),
      );
      await page.keyboard.press('Escape');
      await untilNoCard(page);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('link');
      expect(await selectionOf(page)).toEqual(before);
    });

    it('goes to the last term of a frame and on to another frame; frames report their order', async () => {
      const page = await openMarked('<p>科创中国。</p><iframe srcdoc="<p>全国科普日。</p>"></iframe>');
      /** What the first frame, then the one in it, answers. */
      const give = (frame: 0 | 1, message: Partial<CommandMessage>) =>
        fixture.extensionPage.evaluate(
          async (address, nth, sent) => {
            type Tabs = {
              query(filter: object): Promise<{ id: number; url?: string }[]>;
              sendMessage(tab: number, message: unknown, to: object): Promise<unknown>;
            };
            type Api = {
              tabs: Tabs;
              scripting: { executeScript(injection: object): Promise<{ frameId: number; result: unknown }[]> };
            };
            const { browser, chrome } = globalThis as { browser?: Api; chrome?: Api }; // One is there.
            const api = browser ?? chrome;
            const tabId = (await api?.tabs.query({}))?.find(({ url }) => url === address)?.id ?? -1;
            const frames = await api?.scripting.executeScript({
              target: { tabId, allFrames: true },
              // Their order is told in this way.
              func: () =>
                window === window.top
                  ? -1
                  : Array.from({ length: window.parent.length }, (_item, i) => window.parent[i]).indexOf(window),
            });
            const frameId = frames?.find(({ result }) => result === nth - 1)?.frameId;
            return api?.tabs.sendMessage(tabId, { type: 'command', ...sent }, { frameId });
          },
          page.url(),
          frame,
          { command: 'next-term', ...message } as const,
        );
      await until(
        'the marks in the frame',
        async () => (await give(1, { isForYou: true, isEntered: true })) === 'taken',
      );
      expect(await give(0, {})).toBe('taken');
      expect(await give(0, {})).toBe('end');
      expect(await give(1, { isForYou: true })).toBe('end');
      expect(await give(0, { command: 'previous-term', isForYou: true, isEntered: true })).toBe('taken');
    });

    it('hides and shows the marks', async () => {
      const page = await openMarked(TEXT);
      const marks = ['中国科协', '科创中国', '智汇中国', '全国科普日'];
      expect(await untilMarksAre(page, marks)).toEqual(marks);
      await sendCommand(fixture.extensionPage, page, 'toggle-marks');
      expect(await untilMarksAre(page, [])).toEqual([]);
      await sendCommand(fixture.extensionPage, page, 'toggle-marks');
      expect(await untilMarksAre(page, marks)).toEqual(marks);
    });
  });

  describe('touch', () => {
    it('opens a sheet at the bottom by a tap, and closes it by a tap elsewhere; links still work', async () => {
      const page = await openMarked(`<meta name="viewport" content="width=device-width">${TEXT}
        <p id="in-link"><a href="#followed">科协十大</a></p><p id="off" style="margin-top:200px">别处</p>`);
      await page.setViewport({ width: 360, height: 640, hasTouch: true });
      await untilMarked(page);
      const place = await placeOf(page, '#t', '智汇中国');
      await tapAt(page, place);
      const { box } = await untilCard(fixture.extensionPage, page, '智汇中国');
      expect(box.x).toBe(0);
      expect(box.width).toBe(360);
      expect(box.y + box.height).toBeCloseTo(640, 0);
      // A term in the sheet: its own sheet in the same place, with the way back.
      await untilSheets(page, [true]);
      const term = await placeInCard(fixture.extensionPage, page, '.term');
      await tapAt(page, term);
      await untilSheets(page, [false, true]);
      const back = await placeInCard(fixture.extensionPage, page, '.back');
      await tapAt(page, back);
      await untilCardsAre(fixture.extensionPage, page, ['智汇中国']);
      await tapAt(page, { x: 20, y: 12 });
      await untilNoCard(page);
      const link = await placeOf(page, '#in-link', '科协十大');
      await tapAt(page, link);
      await until('the link followed', () => page.evaluate(() => location.hash === '#followed'));
      await untilNoCard(page);
    });
  });

  describe('a mark in a link', () => {
    it('opens a card when hovered, and follows the link when clicked', async () => {
      const page = await openMarked('<p id="t">中国科协的<a href="#followed">智汇中国</a>。</p>');
      await openCard(page);
      const { x, y } = await placeOf(page, '#t', '智汇中国');
      await page.mouse.click(x, y);
      await until('the link followed', () => page.evaluate(() => location.hash === '#followed'));
    });
  });

  describe('an action of the card', () => {
    it('pins it until it is unpinned', async () => {
      const page = await openMarked(TEXT);
      await openCard(page);
      await clickInCard(page, '[name=card_pin]');
      await page.mouse.click(5, 600);
      await pointAt(page, '#t', '科创中国');
      await throughout('the pinned card alone', OPENING_MS, async () => {
        const headwords = await headwordsOf(fixture.extensionPage, page);
        return headwords.join() === '智汇中国';
      });
      await clickInCard(page, '[name=card_close]');
      await untilNoCard(page);
    });

    it.each<[string, 'origin' | 'insecure']>([
      ['', 'origin'],
      [', on a page without https', 'insecure'],
    ])('copies it with its source, as text and as Markdown%s', async (_where, site) => {
      const source = `<!doctype html>${TEXT}<textarea id="paste" rows="8" cols="60"></textarea>`;
      const path = new URL(fixture.server.put('copied.html', source)).pathname;
      const page = await openMarked(`${fixture.server[site]}${path}`);
      expect(await page.evaluate(() => isSecureContext)).toBe(site === 'origin');
      const pasted = async (name: 'card_copy' | 'card_copy_markdown') => {
        await openCard(page);
        await clickInCard(page, `[name=${name}]`);
        await until('the note', async () => (await noteOf(page)) !== '');
        await page.keyboard.press('Escape');
        await untilNoCard(page);
        await page.evaluate(() => {
          const area = document.querySelector<HTMLTextAreaElement>('#paste');
          if (area) area.value = '';
          area?.focus();
        });
        await page.keyboard.down('Control');
        await page.keyboard.press('v');
        await page.keyboard.up('Control');
        return until('what is pasted', () =>
          page.evaluate(() => document.querySelector<HTMLTextAreaElement>('#paste')?.value || null),
        );
      };
      expect(await pasted('card_copy')).toMatch(/^智汇中国：.+\n“.+智汇中国.+”\n——中国科协机关党委〔.+〕，2021-06-01$/);
      expect(await pasted('card_copy_markdown')).toMatch(
        /^\*\*智汇中国\*\*：.+\n\n> .+\n>\n> —— 中国科协机关党委〔.+〕，2021-06-01$/,
      );
    });

    it('mutes its term with a message, and undoes that', async () => {
      const page = await openMarked(TEXT);
      await openCard(page);
      await clickInCard(page, '[name=card_mute]');
      await until('the term to be muted', async () => (await mutedTerms()).includes('zhihui-china'));
      await clickInCard(page, '[name=card_undo]');
      await until('the term to be heard of again', async () => !(await mutedTerms()).includes('zhihui-china'));
    });

    it('takes a mark away that is not meant, on the page until it is undone, then on the site, and opens a report', async () => {
      const page = await openMarked(TEXT);
      const all = await marksOf(page);
      const others = all.filter((mark) => mark !== '智汇中国');
      // The term of an open card is painted as the current one, beside its mark.
      const marked = all.flatMap((mark) => (mark === '智汇中国' ? [mark, mark] : [mark]));
      const unmarked = all;
      const untilNoteOffers = (count: number) =>
        until('the buttons of the note', async () => {
          const buttons = (root: ShadowRoot) => root.querySelectorAll('.note button').length;
          return (await inCard(fixture.extensionPage, page, buttons)) === count;
        });
      await openCard(page);
      await untilMarksAre(page, marked);
      await clickInCard(page, '[name=card_not_meant]');
      await clickInCard(page, '[name=card_not_meant_page]');
      await untilMarksAre(page, unmarked);
      await untilNoteOffers(2);
      await clickInCard(page, '[name=card_undo]');
      await untilMarksAre(page, marked);
      await untilNoteOffers(0);
      await clickInCard(page, '[name=card_not_meant]');
      await clickInCard(page, '[name=card_not_meant_site]');
      await untilMarksAre(page, unmarked);
      await untilNoteOffers(2);
      await clickInCard(page, '[name=card_report]');
      const report = await readReport();
      expect(report).toContain('中国科协与“科创中国”、“智汇中国”、全国科普日。');
      expect(report).toContain(`${new URL(page.url()).host}\n`);
      expect(report).not.toContain(new URL(page.url()).pathname);
      // The report's pages were in front of it.
      await page.bringToFront();
      await page.reload();
      await untilMarksAre(page, others);
      await storeSettings(fixture.extensionPage);
      await untilMarksAre(page, all);
    });

    it('turns the site off after a confirmation, and the popup turns it on again', async () => {
      const page = await openMarked(TEXT);
      await openCard(page);
      await clickInCard(page, '[name=card_site_off]');
      await clickInCard(page, '[name=card_site_off_yes]');
      await until('no marks', async () => (await marksOf(page)).length === 0);
      await untilNoCard(page);
      await storeSettings(fixture.extensionPage);
    });
  });

  /** Waits until that many sheets stand at the foot of the screen, and no more of them are to be seen than said. */
  async function untilSheets(page: Page, areShown: boolean[]): Promise<void> {
    await until('the sheets at the foot', async () => {
      const sheets = await inCard(fixture.extensionPage, page, (root) =>
        Array.from(root.querySelectorAll('.card-body'), (body) => {
          const { left, right, bottom } = body.getBoundingClientRect();
          const isAtFoot = left === 0 && right === innerWidth && Math.abs(bottom - innerHeight) < 1;
          return isAtFoot && getComputedStyle(body).visibility === 'visible';
        }),
      );
      return JSON.stringify(sheets) === JSON.stringify(areShown);
    });
  }

  /** Closes the opened page of a report. @returns its report. */
  async function readReport(): Promise<string> {
    type Tabs = {
      query(filter: object): Promise<{ id: number; url?: string }[]>;
      remove(id: number): Promise<void>;
    };
    const closeTab = () =>
      fixture.extensionPage.evaluate(async () => {
        const { browser, chrome } = globalThis as { browser?: { tabs: Tabs }; chrome?: { tabs: Tabs } }; // As below.
        const tabs = (browser ?? chrome)?.tabs;
        const tab = (await tabs?.query({}))?.find(({ url }) => url?.includes('/report.html'));
        if (tab) await tabs?.remove(tab.id);
        return tab?.url ?? '';
      });
    let address = '';
    await until('the report', async () => {
      address = await closeTab();
      return address !== '';
    });
    const page = await fixture.driver.openExtensionPage(`report.html${new URL(address).search}`);
    await page.waitForSelector('pre');
    const text = await page.evaluate(() => document.querySelector('pre')?.textContent ?? '');
    await page.close();
    return text;
  }

  /** Bundled terms that are muted, as pages are told. */
  function mutedTerms(): Promise<string[]> {
    return fixture.extensionPage.evaluate(async () => {
      type Stored = { mutedEntries?: { entries: number[] } };
      type Api = { storage: { local: { get(key: string): Promise<Stored> } } };
      const { browser, chrome } = globalThis as { browser?: Api; chrome?: Api }; // A page of the extension has one.
      const { mutedEntries } = (await (browser ?? chrome)?.storage.local.get('mutedEntries')) ?? {};
      const { terms } = (await (await fetch('/pack.json')).json()) as { terms: { id: string }[] }; // The build's file.
      return (mutedEntries?.entries ?? []).map((index) => terms[index]?.id ?? '');
    });
  }
}

function selectionOf(page: Page) {
  return page.evaluate(() => {
    const { anchorNode, anchorOffset, focusNode, focusOffset } = getSelection() as Selection; // A page has one.
    return [anchorNode?.nodeName, anchorOffset, focusNode?.nodeName, focusOffset];
  });
}
