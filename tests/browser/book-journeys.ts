/** Readers use the book, the bulletins, the side panel and a published website. Described once and run in each browser. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import type { Driver } from '../../tools/browser/driver';
import { clickOn, pressOn } from '../../tools/browser/elements';
import { untilMarked } from '../../tools/browser/marks';
import { storeSettings } from '../../tools/browser/settings';
import { tabOf } from '../../tools/browser/tab';
import { pointAt } from '../../tools/browser/text';
import { until, untilAccepted, untilSteady } from '../../tools/browser/wait';
import { faultsOf } from './harness/axe';
import { prepareBrowser } from './harness/browser-fixture';
import { describeSite } from './site-journeys';

const textOf = (page: Page, selector: string) =>
  page.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? '', selector);
const hashOf = (page: Page) => page.evaluate(() => decodeURIComponent(location.hash));
const untilText = (page: Page, selector: string, pattern: RegExp) =>
  untilAccepted(
    `${pattern} in ${selector}`,
    () => textOf(page, selector),
    (text) => pattern.test(text),
  );
const untilHash = (page: Page, hash: string) =>
  untilAccepted(
    `the address ${hash}`,
    () => hashOf(page),
    (now) => now === hash,
  );
const isOther = (than: string) => (value: string | null) => value !== null && value !== '' && value !== than;
/** Focuses an element of a picture once it is there; the driver's own `focus` accepts HTML only. */
const focusOn = (page: Page, selector: string) =>
  until(`the focus on ${selector}`, () =>
    page.evaluate((wanted) => {
      document.querySelector<SVGElement>(wanted)?.focus();
      return document.activeElement?.matches(wanted);
    }, selector),
  );
const currentOf = (page: Page, attribute: string) =>
  page.evaluate((name) => document.activeElement?.getAttribute(name) ?? null, attribute);

/** Registers the tests, in a browser of their own. @param isWhole whether with those of what browsers do alike. */
export function describeBook(launch: () => Promise<Driver>, isWhole = true): void {
  const fixture = prepareBrowser(launch);

  const openBook = async (route: string) => {
    const page = await fixture.openExtension(`glossary-browser.html#/${route}`);
    await page.setViewport({ width: 1200, height: 800 });
    await page.waitForSelector('#app h1');
    return page;
  };

  if (isWhole) describeSite(fixture);

  describe('the book', () => {
    it('leads from the index to an entry, to a related one, and back', async () => {
      const page = await openBook('');
      await clickOn(page, 'a[href="#/entry/bundled/cast-10th"]');
      await untilText(page, 'h1', /^科协十大$/);
      expect(await page.evaluate(() => document.activeElement?.localName)).toBe('main');
      await clickOn(page, '.entry-relations a[href="#/entry/bundled/cast"]');
      await untilText(page, 'h1', /^中国科协$/);
      await page.evaluate(() => history.back());
      await untilText(page, 'h1', /^科协十大$/);
    });

    it('has a page with all definitions, to be printed', async () => {
      const page = await openBook('category');
      await clickOn(page, 'a[href="#/print/category"]');
      await untilText(page, '.printed-book', /中国科学技术协会第十次全国代表大会/);
      expect(await page.evaluate(() => document.querySelectorAll('.printed-entry').length)).toBeGreaterThan(100);
      expect(await faultsOf(page)).toEqual([]);
    });

    it('finds by pinyin and opens with Enter', async () => {
      const page = await openBook('search');
      await page.waitForSelector('.search-field');
      await page.type('.search-field', 'kxsd');
      await untilText(page, '.choice-headword', /科协十大/);
      await page.keyboard.press('Enter');
      await untilText(page, 'h1', /^科协十大$/);
      expect(await hashOf(page)).toBe('#/entry/bundled/cast-10th');
    });

    it.each(['entry/nobody', 'nowhere'])('reports that there is no %s', async (route) => {
      const page = await openBook(route);
      expect(await textOf(page, '[role=alert]')).toMatch(/nobody|nowhere/);
    });
  });

  describe.runIf(isWhole)('the map', () => {
    it('has arrow keys; Enter selects an entry, Esc deselects it, and both keep the focus', async () => {
      const page = await openBook('map/bundled/cast');
      await untilText(page, '.map-panel h2', /中国科协/);
      await focusOn(page, '[data-entry="bundled/cast"]');
      await page.keyboard.press('ArrowDown');
      const next = await untilAccepted(
        'the focus on another entry',
        () => currentOf(page, 'data-entry'),
        isOther('bundled/cast'),
      );
      await page.keyboard.press('Enter');
      await untilHash(page, `#/map/${next}`);
      await untilAccepted('the panel of the next entry', () => textOf(page, '.map-panel h2'), isOther('中国科协'));
      expect(await currentOf(page, 'data-entry')).toBe(next);
      await page.keyboard.press('Escape');
      await untilHash(page, '#/map');
      await page.waitForSelector('.map-panel', { hidden: true });
    });

    it('has labels that neither overlap nor leave the picture', async () => {
      const page = await openBook('map');
      await page.waitForSelector('.map-label');
      const { picture, labels } = await page.evaluate(() => {
        const boxOf = (element: Element | null) => {
          const { left, right, top, bottom } = element?.getBoundingClientRect() ?? new DOMRect();
          return { left, right, top, bottom };
        };
        return {
          picture: boxOf(document.querySelector('.map-picture')),
          // Without the halo of the letters, which only some browsers include.
          labels: [...document.querySelectorAll<SVGTextElement>('.map-label')].map((label) => {
            const half = label.getComputedTextLength() / 2;
            const [x, y] = [Number(label.getAttribute('x')), Number(label.getAttribute('y'))];
            return { text: label.textContent ?? '', left: x - half, right: x + half, top: y - 11, bottom: y + 2 };
          }),
        };
      });
      const isOver = (a: typeof picture, b: typeof picture) =>
        Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
        Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2;
      const outside = labels.filter(({ left, right }) => left < 0 || right > picture.right - picture.left);
      const over = labels.flatMap((a, n) =>
        labels
          .slice(n + 1)
          .filter((b) => isOver(a, b))
          .map((b) => [a.text, b.text]),
      );
      expect(outside).toEqual([]);
      expect(over).toEqual([]);
      expect(labels.length).toBeGreaterThan(45);
    });

    it('is moved by the pointer', async () => {
      const page = await openBook('map');
      await page.waitForSelector('[data-entry="bundled/cast"] .map-point');
      const placeOf = () =>
        page.evaluate(() => {
          const box = document.querySelector('[data-entry="bundled/cast"] .map-point')?.getBoundingClientRect();
          return box ? { x: box.x, y: box.y } : { x: 0, y: 0 };
        });
      // The map is laid out again when its size changes.
      const before = await untilSteady('the place of a dot', 200, placeOf);
      const at = await page.evaluate(() => {
        const { x, y } = document.querySelector('.map-picture')?.getBoundingClientRect() ?? { x: 0, y: 0 };
        return { x: x + 30, y: y + 30 };
      });
      await page.mouse.move(at.x, at.y);
      await page.mouse.down();
      await page.mouse.move(at.x + 80, at.y + 50, { steps: 5 });
      await page.mouse.up();
      await untilAccepted(
        'the map moved by 80, 50',
        async () => {
          const { x, y } = await placeOf();
          return { x: x - before.x, y: y - before.y };
        },
        ({ x, y }) => Math.hypot(x - 80, y - 50) < 8,
      );
      expect(await hashOf(page)).toBe('#/map');
    });
  });

  describe.runIf(isWhole)('the timeline', () => {
    it('shows a chosen period; arrow keys go from event to event and announce it', async () => {
      const page = await openBook('timeline');
      await clickOn(page, '.timeline-stretches button:nth-of-type(4)');
      await page.waitForSelector('[data-item="bundled/medal-ceremony/0"]');
      await focusOn(page, '[data-item="bundled/medal-ceremony/0"]');
      await untilText(page, '.timeline-said', /(2021年6月16日|16 June 2021) .*纪念章颁发仪式：举行/);
      await page.keyboard.press('ArrowRight');
      await untilAccepted(
        'the focus on another event',
        () => currentOf(page, 'data-item'),
        isOther('bundled/medal-ceremony/0'),
      );
      await page.keyboard.press('Enter');
      await untilAccepted(
        'the page of the entry',
        () => hashOf(page),
        (hash) => /^#\/entry\//.test(hash),
      );
    });
  });

  describe('a bulletin', () => {
    it('is read by keys: by sentence, with the card of a term, and Esc leaves both', async () => {
      const page = await fixture.openExtension('bulletin.html?id=cast-2021-06-01');
      await page.waitForSelector('.passage');
      const press = async (key: 'ArrowDown' | 'ArrowUp', isTerm = false) => {
        await page.keyboard.down('Alt');
        if (isTerm) await page.keyboard.down('Shift');
        await page.keyboard.press(key);
        if (isTerm) await page.keyboard.up('Shift');
        await page.keyboard.up('Alt');
      };
      await press('ArrowDown');
      await page.waitForSelector('#p1s1.is-current');
      await press('ArrowDown');
      await page.waitForSelector('#p1s2.is-current');
      expect(await textOf(page, '.passage-tools a')).not.toBe('');
      await press('ArrowDown', true);
      await until('a term with the focus', () =>
        page.evaluate(() => document.activeElement?.classList.contains('term') === true),
      );
      await page.keyboard.press('Enter');
      await page.waitForSelector('.card-popover .entry-card');
      await page.keyboard.press('Escape');
      await until('the card to close', async () => (await page.$('.card-popover')) === null);
      expect(await page.$('#p1s2.is-current')).not.toBeNull();
      await page.keyboard.press('Escape');
      await until('the sentence to be deselected', async () => (await page.$('.is-current')) === null);
      expect(await page.evaluate(() => location.hash)).toBe('');
    });

    it('copies a link to a sentence, with a message', async () => {
      const page = await fixture.openExtension('bulletin.html?id=cast-2021-06-01#p4s2');
      await clickOn(page, '.passage-tools button');
      await untilText(page, '.passage-tools [role=status]', /已复制|Copied/);
    });
  });

  describe('the side panel', () => {
    async function panelBeside(name: string): Promise<{ page: Page; panel: Page }> {
      const page = await fixture.open(name);
      await page.setViewport({ width: 900, height: 500 });
      if (name === 'news.html') {
        await page.waitForSelector('#comment');
        await untilMarked(page);
      }
      const panel = await fixture.openExtension(`sidepanel.html?tab=${await tabOf(fixture.driver, page.url())}`);
      await panel.setViewport({ width: 360, height: 700 });
      return { page, panel };
    }

    it('lists the page’s terms, goes to a mention, and follows a navigation', async () => {
      const { page, panel } = await panelBeside('news.html');
      await panel.waitForSelector('.panel-terms li');
      await untilText(panel, '.panel-message', /\d+ (个术语|terms?)/);
      const headwords = await panel.evaluate(() =>
        [...document.querySelectorAll('.panel-term a')].map((link) => link.textContent),
      );
      expect(headwords.slice(0, 2)).toEqual(['科协', '科协十大']);
      expect(await faultsOf(panel)).toEqual([]);
      // The page in front, as beside a real panel: a hidden page does not scroll.
      await page.bringToFront();
      await pressOn(panel, '.panel-terms li:nth-child(2) .panel-actions button');
      await untilText(panel, '.panel-terms li:nth-child(2) .panel-at', /3.*3/);
      await until('the mention, painted and in view', () =>
        page.evaluate(() => {
          for (const highlight of CSS.highlights.values()) {
            const [only] = highlight;
            if (highlight.size !== 1 || !only) continue;
            const range = document.createRange();
            range.setStart(only.startContainer, only.startOffset);
            range.setEnd(only.endContainer, only.endOffset);
            const { top, bottom } = range.getBoundingClientRect();
            return /大会$|科协十大/.test(range.toString()) && top >= 0 && bottom <= innerHeight;
          }
          return false;
        }),
      );
      await page.goto(`${fixture.server.origin}/plain.html`);
      await untilText(panel, '.panel-message', /没有词典中的术语|No glossary terms/);
    });

    it('shows the definition of the mark that the pointer rests on, and a click opens the card', async () => {
      const { page, panel } = await panelBeside('news.html');
      await panel.waitForSelector('.panel-terms li');
      await storeSettings(panel, { 'card.opensBy': 'panel', 'card.restMs': 100 });
      await page.bringToFront();
      const shown = () => textOf(panel, '.panel-pointed h2');
      await pointAt(page, 'h1', '科协十大');
      const before = await untilAccepted('a definition in the panel', shown, (text) => text !== '');
      const { x, y } = await pointAt(page, '#lead', '中国科协');
      await untilAccepted('another definition', shown, (text) => text !== before && text !== '');
      expect(await page.$('[popover]')).toBeNull();
      expect(await faultsOf(panel)).toEqual([]);
      await page.mouse.click(x, y);
      await page.waitForSelector('[popover]');
      await storeSettings(panel);
    });

    it('adds the terms of a frame that is inserted later', async () => {
      const { page, panel } = await panelBeside('plain.html');
      await untilText(panel, '.panel-message', /没有词典中的术语|No glossary terms/);
      await page.bringToFront();
      await page.evaluate(() => {
        const frame = document.createElement('iframe');
        frame.width = '400';
        frame.height = '200';
        frame.srcdoc = '<p>全国科普日。</p>';
        document.body.append(frame);
      });
      await untilText(panel, '.panel-terms', /全国科普日/);
    });

    it('follows the reader from tab to tab', async () => {
      const [first, second] = [await fixture.open('news.html'), await fixture.open('plain.html')];
      const panel = await fixture.openExtension('sidepanel.html');
      await first.bringToFront();
      await untilText(panel, '.panel-message', /\d+ (个术语|terms?)/);
      await second.bringToFront();
      await untilText(panel, '.panel-message', /没有词典中的术语|No glossary terms/);
      await first.bringToFront();
      await untilText(panel, '.panel-message', /\d+ (个术语|terms?)/);
    });

    it('mutes a term and unmutes it', async () => {
      const { panel } = await panelBeside('news.html');
      await panel.waitForSelector('.panel-mute');
      const name = await textOf(panel, '.panel-terms li:first-child .panel-term a');
      await clickOn(panel, '.panel-mute');
      await untilText(panel, '.panel-muted li', new RegExp(name));
      await clickOn(panel, '.panel-muted summary');
      await clickOn(panel, '.panel-muted button');
      await until('nothing muted', async () => (await panel.$('.panel-muted')) === null);
    });
  });
}
