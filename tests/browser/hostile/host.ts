/** Owns pages that take hold of the card's element, and places a card must reach. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { type ShownCard, untilCard, untilNoCard } from '../../../tools/browser/card';
import { untilMarksAre } from '../../../tools/browser/marks';
import { pointAt } from '../../../tools/browser/text';
import { throughout, until } from '../../../tools/browser/wait';
import { dose } from '../harness/dose';
import type { Stage } from '../harness/stage';

/** Longer than a card stays once the pointer has left mark and card, in ms. */
const GRACE_MS = 500;

const TEXT = '<p id="text" style="margin: 60px">中国科协办好科创中国。</p>';
const SOURCE = `<!doctype html><meta charset="utf-8"><title>夺</title>${TEXT}`;
const MARKS = ['中国科协', '科创中国'];

/** What a page may do to an element it finds, as the body of a function of that element. */
const SEIZURES: [string, string][] = [
  ['removes it', 'host.remove()'],
  ['hides it', 'host.hidePopover()'],
  ['moves it into its body', 'document.body.append(host)'],
  ['puts a clone in its place', 'host.replaceWith(host.cloneNode(true))'],
  ['makes it no popover', "host.removeAttribute('popover')"],
];

export function describeHost(stage: Stage): void {
  const openCard = async (page: Page) => {
    await pointAt(page, '#text', '科创中国');
    return untilCard(stage.backstage, page, '科创中国');
  };

  describe('a page that finds the card’s element and', () => {
    it.each(SEIZURES.slice(0, dose(2, SEIZURES.length)))(
      '%s gets it no more than four times',
      async (_name, action) => {
        const cycles = dose(30, 1000);
        const page = await stage.openSource(SOURCE);
        await untilMarksAre(page, MARKS);
        await page.evaluate((body) => {
          const act = new Function('host', body) as (host: Element) => void;
          const count = { seen: 0 };
          Object.assign(globalThis, { count });
          const look = () => {
            // The one that is shown: what the page left of an earlier one is of no use to it.
            const host = document.querySelector('[popover]:popover-open');
            if (!host) return;
            count.seen++;
            act(host);
          };
          new MutationObserver(look).observe(document, { childList: true, subtree: true });
          // A popover is shown after it is put in: that is no change of the document.
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
        // A card on another page opens meanwhile: had this one come again, so would it be seen.
        const other = await stage.openSource(SOURCE);
        await untilMarksAre(other, MARKS);
        await openCard(other);
        expect(await seen()).toBeLessThanOrEqual(4);
        expect(await page.$$eval('[popover]:popover-open', (hosts) => hosts.length)).toBe(0);
      },
      60_000,
    );
  });

  describe('a card', () => {
    it('comes back if the page clears its root once, and its marks stay', async () => {
      const page = await stage.openSource(SOURCE);
      await untilMarksAre(page, MARKS);
      await openCard(page);
      await page.evaluate(() => document.querySelector('[popover]')?.remove());
      await untilCard(stage.backstage, page, '科创中国');
      await page.keyboard.press('Escape');
      await untilNoCard(page);
    });

    it.each([
      ['empties its root', "document.documentElement.innerHTML = ''"],
      ['opens its document anew', 'document.open(); document.close()'],
    ])('is gone when the page %s', async (_name, script) => {
      const page = await stage.openSource(SOURCE);
      await untilMarksAre(page, MARKS);
      await openCard(page);
      await page.evaluate(script);
      await untilNoCard(page);
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
        'what fills the screen',
        `<main style="background: #fff">${TEXT}<button onclick="this.parentNode.requestFullscreen()">全屏</button></main>`,
        true,
      ],
    ])('can be pointed at in %s', async (_name, html, isFullscreen) => {
      const page = await stage.openSource(`<!doctype html><meta charset="utf-8">${html}`);
      await untilMarksAre(page, MARKS);
      if (isFullscreen) {
        await page.click('button');
        await until('the full screen', () => page.evaluate(() => document.fullscreenElement !== null));
      }
      const card = await openCard(page);
      expect(await isHit(page, card)).toBe(true);
      await page.mouse.move(card.box.x + 40, card.box.y + 40, { steps: 5 });
      await throughout('the card under the pointer', GRACE_MS, () => isHit(page, card));
      await untilCard(stage.backstage, page, '科创中国');
    });
  });
}

/** Whether the middle of the card is the card's, for the page's own eyes. */
function isHit(page: Page, { box }: ShownCard): Promise<boolean> {
  return page.evaluate(
    (x, y) => document.elementFromPoint(x, y) === document.querySelector('[popover]:popover-open:empty'),
    box.x + box.width / 2,
    box.y + box.height / 2,
  );
}
