/** Cards under a trembling pointer, and on pages that render the same text again. */
import type { Page } from 'puppeteer-core';
import { describe, it } from 'vitest';
import { untilCard, untilNoCard } from '../../../tools/browser/card';
import { headwordsOf } from '../../../tools/browser/card-inspector';
import { untilMarked } from '../../../tools/browser/marks';
import { SLOW_CARD, storeSettings } from '../../../tools/browser/settings';
import { placeOf } from '../../../tools/browser/text';
import { throughout, until } from '../../../tools/browser/wait';
import type { BrowserFixture } from '../harness/browser-fixture';

/** Writes text of its own into an element again and again. */
const writer = (
  html: string,
  ms: number,
  before = 0,
) => `<!doctype html><meta charset="utf-8"><div id="r"></div><script>
  let n = ${before};
  const write = () => { const i = ++n; r.innerHTML = ${html} };
  write();
  window.timer = setInterval(write, ${ms});</script>`;

const STREAM = "'<p id=t>一字一字写出来：科创中国是一个品牌，后面还有许多话。' + '写'.repeat(i % 200) + '</p>'";
const TICK = "'<p>第<b>' + i + '</b>次</p><p id=t>说到科创中国</p>'";

/** Tests of hands that are not still and of text that is rendered again. */
export function describeStability(fixture: BrowserFixture): void {
  async function openMarked(source: string): Promise<Page> {
    const page = await fixture.openSource(source);
    await untilMarked(page);
    return page;
  }

  describe('a pointer that trembles on a mark', () => {
    it.each<[string, number, number]>([
      ['by five pixels', 5, 20],
      ['by six pixels, fast', 6, 0],
      ['by half a character', 12, 30],
    ])('%s opens its card', async (_name, reach, pauseMs) => {
      const page = await openMarked(
        '<!doctype html><meta charset="utf-8"><p id="t" style="font-size:30px">讲到科创中国。</p>',
      );
      const { x, y } = await placeOf(page, '#t', '科创中国');
      await page.mouse.move(x - 90, y + 60);
      await page.mouse.move(x, y, { steps: 5 });
      let isOver = false;
      const tremble = async () => {
        for (let i = 0; !isOver; i++) {
          await page.mouse.move(x + (i % 2 ? reach : -reach), y + ((i % 3) - 1) * 2);
          await new Promise((resolve) => setTimeout(resolve, pauseMs));
        }
      };
      const trembling = tremble();
      try {
        await untilCard(fixture.extensionPage, page, '科创中国');
      } finally {
        isOver = true;
        await trembling;
      }
    });

    it('opens no card of a mark it passes, even on a slow page', async () => {
      await storeSettings(fixture.extensionPage, SLOW_CARD);
      const page = await openMarked(
        `<!doctype html><meta charset="utf-8"><p id="t">${'科创中国，'.repeat(8)}</p><p id="off" style="margin-top:300px">文</p>`,
      );
      const { x, y } = await placeOf(page, '#t', '科创中国');
      await page.mouse.move(x - 20, y, { steps: 2 });
      await page.mouse.move(x + 500, y, { steps: 20 });
      await page.mouse.move(x + 500, y + 300, { steps: 4 });
      await throughout('no card', SLOW_CARD['card.restMs'] + 400, () =>
        page.evaluate(() => !document.querySelector('[popover]')),
      );
      await storeSettings(fixture.extensionPage);
    });
  });

  describe('text that is rendered again', () => {
    it.each<[string, string]>([
      ['four times a second', writer(TICK, 250)],
      ['as a streamed answer', writer(STREAM, 60, 30)],
      ['in each frame', writer(STREAM, 16, 30)],
      [
        'in the same element',
        `<!doctype html><meta charset="utf-8"><p id="t">说到科创中国</p><script>
        window.timer = setInterval(() => { t.textContent = '说到科创中国' }, 200)</script>`,
      ],
      [
        'in the same text',
        `<!doctype html><meta charset="utf-8"><p id="t">说到科创中国。</p><script>
        window.timer = setInterval(() => { t.firstChild.data = '说到科创中国。' }, 200)</script>`,
      ],
    ])('%s opens a card under a resting pointer, and keeps it', async (_name, source) => {
      const page = await openMarked(source);
      const { x, y } = await placeOf(page, '#t', '科创中国');
      await page.mouse.move(x - 40, y + 60);
      await page.mouse.move(x, y, { steps: 4 });
      await untilCard(fixture.extensionPage, page, '科创中国');
      const host = await page.evaluateHandle(() => document.querySelector('[popover]'));
      await throughout('the same card', 1500, async () => {
        const isSame = await page.evaluate((element) => element?.isConnected === true, host);
        return isSame && (await headwordsOf(fixture.extensionPage, page)).join() === '科创中国';
      });
      // It goes when the pointer does.
      await page.mouse.move(x + 500, y + 20, { steps: 4 });
      await untilNoCard(page);
    });

    it('closes the card of a term that was removed', async () => {
      const page = await openMarked('<!doctype html><meta charset="utf-8"><p id="t">说到科创中国</p>');
      const { x, y } = await placeOf(page, '#t', '科创中国');
      await page.mouse.move(x - 40, y + 60);
      await page.mouse.move(x, y, { steps: 4 });
      await untilCard(fixture.extensionPage, page, '科创中国');
      await page.evaluate(() => {
        const line = document.querySelector('#t');
        if (line) line.textContent = '说到别的事情';
      });
      await untilNoCard(page);
    });

    it('opens the card when the term returns under a resting pointer', async () => {
      const page = await openMarked('<!doctype html><meta charset="utf-8"><p id="t">说到科创中国</p>');
      const { x, y } = await placeOf(page, '#t', '科创中国');
      await page.mouse.move(x - 40, y + 60);
      await page.mouse.move(x, y, { steps: 4 });
      await untilCard(fixture.extensionPage, page, '科创中国');
      const write = (text: string) =>
        page.evaluate((value) => {
          const line = document.querySelector('#t');
          if (line) line.textContent = value;
        }, text);
      await write('正在加载');
      await untilNoCard(page);
      await write('说到科创中国');
      await untilCard(fixture.extensionPage, page, '科创中国');
      // A card closed by Esc stays closed.
      await page.keyboard.press('Escape');
      await untilNoCard(page);
      await write('正在加载');
      await until('the page', () =>
        page.evaluate(() => new Promise<boolean>((done) => requestAnimationFrame(() => done(true)))),
      );
      await write('说到科创中国');
      await throughout('no card', 700, () => page.evaluate(() => !document.querySelector('[popover]')));
    });
  });
}
