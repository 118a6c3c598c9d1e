/** Pages that manipulate the card's host element, and layers above which a card must open. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { type ShownCard, untilCard, untilNoCard } from '../../../tools/browser/card';
import { clickOn } from '../../../tools/browser/elements';
import { untilMarksAre } from '../../../tools/browser/marks';
import { placeOf, pointAt } from '../../../tools/browser/text';
import { throughout, until, untilSteady } from '../../../tools/browser/wait';
import { amount } from '../../long-runs';
import type { BrowserFixture } from '../harness/browser-fixture';

/** A card that has not moved for this time, in ms, is in its place. */
const SETTLED_MS = 300;
/** Longer than a card stays open after the pointer has left mark and card, in ms. */
const GRACE_MS = 500;

const TEXT = '<p id="text" style="margin: 60px">中国科协办好科创中国。</p>';
const SOURCE = `<!doctype html><meta charset="utf-8"><title>夺</title>${TEXT}`;
const MARKS = ['中国科协', '科创中国'];

/** Manipulations of the host, each the body of a function of `host`. */
const SEIZURES: [string, string][] = [
  ['removes it', 'host.remove()'],
  ['hides it', 'host.hidePopover()'],
  ['moves it into its body', 'document.body.append(host)'],
  ['puts a clone in its place', 'host.replaceWith(host.cloneNode(true))'],
  ['removes its popover attribute', "host.removeAttribute('popover')"],
];

/** Registers the tests. */
export function describeHost(fixture: BrowserFixture): void {
  const openCard = async (page: Page) => {
    await pointAt(page, '#text', '科创中国');
    return untilCard(fixture.extensionPage, page, '科创中国');
  };

  describe('a page that finds the card’s element and', () => {
    it.each(SEIZURES.slice(0, amount(2, SEIZURES.length)))('%s finds it at most four times', async (_name, action) => {
      const cycles = amount(30, 1000);
      const page = await fixture.openSource(SOURCE);
      await untilMarksAre(page, MARKS);
      await page.evaluate((body) => {
        const act = new Function('host', body) as (host: Element) => void;
        const count = { seen: 0 };
        Object.assign(globalThis, { count });
        const look = () => {
          // Only the visible one: remains of an earlier one are useless to the page.
          const host = document.querySelector('[popover]:popover-open');
          if (!host) return;
          count.seen++;
          act(host);
        };
        new MutationObserver(look).observe(document, { childList: true, subtree: true });
        // Showing the popover changes no node.
        document.addEventListener('toggle', look, true);
      }, action);
      await pointAt(page, '#text', '科创中国');
      const seen = () => page.evaluate(() => (globalThis as unknown as { count: { seen: number } }).count.seen); // Put there above.
      await until('the card’s element', async () => (await seen()) > 0);
      for (let cycle = 0; cycle < cycles; cycle++) {
        await page.evaluate(() => document.body.append(document.createComment('x')));
      }
      for (let attempt = 0; attempt < 2; attempt++) {
        await page.mouse.move(5, 5);
        await pointAt(page, '#text', '科创中国');
      }
      // Opening a card on another page takes long enough for this one to return, if it did.
      const other = await fixture.openSource(SOURCE);
      await untilMarksAre(other, MARKS);
      await openCard(other);
      expect(await seen()).toBeLessThanOrEqual(4);
      expect(await page.$$eval('[popover]:popover-open', (hosts) => hosts.length)).toBe(0);
    });
  });

  describe('a card', () => {
    it('returns after the page removes it once', async () => {
      const page = await fixture.openSource(SOURCE);
      await untilMarksAre(page, MARKS);
      await openCard(page);
      await page.evaluate(() => document.querySelector('[popover]')?.remove());
      await untilCard(fixture.extensionPage, page, '科创中国');
      await page.keyboard.press('Escape');
      await untilNoCard(page);
    });

    it.each([
      ['empties its root', "document.documentElement.innerHTML = ''"],
      ['reopens its document', 'document.open(); document.close()'],
    ])('closes when the page %s, and opens again later', async (_name, script) => {
      const page = await fixture.openSource(SOURCE);
      await untilMarksAre(page, MARKS);
      await openCard(page);
      await page.evaluate(script);
      await untilNoCard(page);
      // Away from where the text returns: a pointer on a term opens its card, which emphasises the mark once more.
      await page.mouse.move(5, 5);
      await page.evaluate((html) => {
        document.documentElement?.remove();
        document.append(document.createElement('html'));
        document.documentElement.innerHTML = `<body>${html}</body>`;
      }, TEXT);
      expect(await untilMarksAre(page, MARKS)).toEqual(MARKS);
      await openCard(page);
    });

    it.each([
      [
        'a modal dialog',
        `<dialog>${TEXT}</dialog><script>document.querySelector('dialog').showModal()</script>`,
        false,
      ],
      [
        'a dialog over a dialog',
        `<dialog id="under">在下</dialog><dialog id="over">${TEXT}</dialog><script>under.showModal(); over.showModal()</script>`,
        false,
      ],
      [
        'a popover of the page',
        `<div popover="manual" style="inset: 40px">${TEXT}</div><script>document.querySelector('div').showPopover()</script>`,
        false,
      ],
      [
        'a fullscreen element',
        `<main style="background: #fff">${TEXT}<button onclick="this.parentNode.requestFullscreen()">全屏</button></main>`,
        true,
      ],
    ])('receives the pointer over %s', async (_name, html, isFullscreen) => {
      const page = await fixture.openSource(`<!doctype html><meta charset="utf-8">${html}`);
      await untilMarksAre(page, MARKS);
      if (isFullscreen) {
        await clickOn(page, 'button');
        await until('the full screen', () => page.evaluate(() => document.fullscreenElement !== null));
        // The element gets its layout some time after its event.
        await untilSteady('the place of the text', SETTLED_MS, () => placeOf(page, '#text', '科创中国'));
      }
      await openCard(page);
      const card = await untilSteady('the card in its place', SETTLED_MS, () =>
        untilCard(fixture.extensionPage, page, '科创中国'),
      );
      expect(await isHit(page, card)).toBe(true);
      // Without a stop on the way: a slow driver's, longer than a hand's, would close the card.
      await page.mouse.move(card.box.x + 40, card.box.y + 40);
      await throughout('the card under the pointer', GRACE_MS, () => isHit(page, card));
      await untilCard(fixture.extensionPage, page, '科创中国');
    });
  });
}

/** Whether the page finds the host at the centre of the card. */
function isHit(page: Page, { box }: ShownCard): Promise<boolean> {
  return page.evaluate(
    (x, y) => document.elementFromPoint(x, y) === document.querySelector('[popover]:popover-open:empty'),
    box.x + box.width / 2,
    box.y + box.height / 2,
  );
}
