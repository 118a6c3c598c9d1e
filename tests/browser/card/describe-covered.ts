/** Cards of terms below other elements: they open if the term is visible. Described once and run in each browser. */
import { describe, expect, it } from 'vitest';
import { readCard, untilCard } from '../../../tools/browser/card';
import { untilMarked } from '../../../tools/browser/marks';
import { pointAt } from '../../../tools/browser/text';
import { throughout } from '../../../tools/browser/wait';
import type { BrowserFixture } from '../harness/browser-fixture';

const STYLE = `<!doctype html><meta charset="utf-8"><style>
  body { font: 18px/2 sans-serif; margin: 40px }
  .box { position: relative; padding: 20px; border: 1px solid }
  .over { position: absolute; inset: 0 }
</style>`;
const TERM = '科创中国';
/** Longer than a card takes to open. */
const NO_CARD_MS = 900;

/** Tests which terms open a card where something lies over the text. */
export function describeCovered(fixture: BrowserFixture): void {
  it.each([
    [
      'under a link stretched over its card',
      `<style>.far::after { content: ''; position: absolute; inset: 0; z-index: 1 }</style>
       <div class="box"><h3><a class="far" href="#a">大会开幕</a></h3><p id="t">说到${TERM}。</p></div>`,
    ],
    [
      'in the stretched link itself',
      `<style>.far::after { content: ''; position: absolute; inset: 0; z-index: 1 }</style>
       <div class="box"><a id="t" class="far" href="#a">${TERM}开幕</a></div>`,
    ],
    ['under an empty link', `<div class="box"><a href="#a" class="over"></a><p id="t">说到${TERM}。</p></div>`],
    [
      'under a shade',
      `<div class="box" style="background: #468"><p id="t" style="color: #fff">图注：${TERM}</p>
       <div class="over" style="background: linear-gradient(transparent, rgba(0, 0, 0, 0.4))"></div></div>`,
    ],
    [
      'under a transparent field',
      `<div class="box"><p id="t">选${TERM}</p><input type="checkbox" class="over" style="opacity: 0; width: 100%; height: 100%"></div>`,
    ],
    [
      'under a label that is transparent with what is around it',
      `<div class="box"><p id="t">${TERM}</p><div style="opacity: 0"><div class="over" style="background: #fff; padding: 20px">字字字字字字</div></div></div>`,
    ],
    ['without pointer events in a link', `<a href="#c"><span id="t" style="pointer-events: none">${TERM}</span></a>`],
    [
      'that is inert, over the picture below it',
      `<div class="box" style="width: 400px; height: 120px"><canvas class="over" style="background: #fff"></canvas><p id="t" inert style="position: relative">${TERM}</p></div>`,
    ],
    ['without pointer events', `<div style="pointer-events: none"><p id="t">${TERM}</p></div>`],
    [
      'without pointer events over a picture',
      `<div class="box" style="width: 400px; height: 120px"><canvas class="over" width="400" height="120" style="background: #fff"></canvas>
       <p id="t" style="position: relative; pointer-events: none">${TERM}</p></div>`,
    ],
    [
      'below its box',
      `<div class="box" style="isolation: isolate"><p id="t" style="position: relative; z-index: -1">${TERM}</p></div>`,
    ],
    ['that is selected as a whole', `<p id="t" style="user-select: all; -webkit-user-select: all">说到${TERM}。</p>`],
    [
      'beyond the edge of its box',
      `<div style="height: 0; overflow: clip; overflow-clip-margin: 80px"><p id="t" style="margin: 0">${TERM}</p></div><div style="height: 90px"></div>`,
    ],
  ])('opens the card of a visible term %s', async (how, body) => {
    const page = await fixture.openSource(STYLE + body);
    await untilMarked(page);
    // Firefox knows no margin, and shows nothing there.
    if (how === 'beyond the edge of its box' && !(await page.evaluate(() => CSS.supports('overflow-clip-margin: 1px'))))
      return;
    await pointAt(page, '#t', TERM);
    expect(await untilCard(fixture.extensionPage, page, TERM)).toBeTruthy();
  });

  it('opens the card of a term in a shadow tree under an overlay of the page', async () => {
    const page = await fixture.openSource(
      `${STYLE}<div class="box"><div id="host"></div><a href="#a" class="over"></a></div><p>中国科协</p>`,
    );
    await page.evaluate((term) => {
      const root = document.querySelector('#host')?.attachShadow({ mode: 'open' });
      if (root) root.innerHTML = `<p>影子里的${term}。</p>`;
      document.body.append('。');
    }, TERM);
    await untilMarked(page);
    const place = await page.evaluate(() => {
      const text = document.querySelector('#host')?.shadowRoot?.querySelector('p')?.firstChild;
      const range = document.createRange();
      if (text) range.setStart(text, 4);
      if (text) range.setEnd(text, 8);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    await page.mouse.move(place.x - 60, place.y + 100);
    await page.mouse.move(place.x, place.y, { steps: 4 });
    expect(await untilCard(fixture.extensionPage, page, TERM)).toBeTruthy();
  });

  it('leaves a click to the link over the term', async () => {
    const page = await fixture.openSource(
      `${STYLE}<div class="box"><a href="#there" class="over"></a><p id="t">说到${TERM}。</p></div>`,
    );
    await untilMarked(page);
    const { x, y } = await pointAt(page, '#t', TERM);
    await untilCard(fixture.extensionPage, page, TERM);
    await page.mouse.click(x, y);
    expect(await page.evaluate(() => location.hash)).toBe('#there');
  });

  describe('opens no card', () => {
    it.each([
      ['an opaque layer', '<div class="over" style="background: #fff"></div>'],
      ['an opaque layer of two', '<div class="over"><div class="over" style="background: #eee"></div></div>'],
      [
        'an opaque pseudo-element',
        '<style>.o::before { content: ""; position: absolute; inset: 0; background: #fff }</style><div class="over o"></div>',
      ],
      ['a picture', '<canvas class="over" style="width: 100%; height: 100%"></canvas>'],
      ['a dark shade', '<div class="over" style="background: rgb(0 0 0 / 0.9)"></div>'],
    ])('for a term under %s', async (_what, cover) => {
      const page = await fixture.openSource(`${STYLE}<div class="box"><p id="t">说到${TERM}。</p>${cover}</div>`);
      await untilMarked(page);
      await pointAt(page, '#t', TERM);
      await throughout('no card', NO_CARD_MS, async () => (await readCard(fixture.extensionPage, page.url())) === null);
    });

    it('for a term behind an open modal dialog', async () => {
      const page = await fixture.openSource(
        `${STYLE}<p id="t">说到${TERM}。</p><dialog style="margin-top: 300px">窗</dialog>`,
      );
      await untilMarked(page);
      await page.evaluate(() => document.querySelector('dialog')?.showModal());
      await pointAt(page, '#t', TERM);
      await throughout('no card', NO_CARD_MS, async () => (await readCard(fixture.extensionPage, page.url())) === null);
    });
  });
}
