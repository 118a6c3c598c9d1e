/** Cards of terms below other elements: they open if the term is visible. Described once and run in each browser. */
import { describe, expect, it } from 'vitest';
import { readCard, untilCard } from '../../../tools/browser/card';
import { untilMarked, untilMarksAre } from '../../../tools/browser/marks';
import { pointAt } from '../../../tools/browser/text';
import { throughout, until } from '../../../tools/browser/wait';
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
      'under a shade that passes the pointer on',
      `<style>.dim { position: relative } .dim::after { content: ''; position: absolute; inset: 0; pointer-events: none; background: rgb(0 0 0 / 0.2) }</style>
       <div class="dim"><p id="t">${TERM}</p></div><div class="over" style="pointer-events: none"></div>`,
    ],
    [
      'that passes the pointer on, under a cover that does so too',
      `<div class="box"><p id="t" style="pointer-events: none">${TERM}</p><div class="over" style="pointer-events: none"></div></div>`,
    ],
    [
      'in a link under another link with a box of its own',
      `<div class="box"><a id="t" href="#a" style="position: relative; z-index: 1">${TERM}</a>
       <a class="over" href="#b" style="z-index: 2; background: rgb(255 255 255 / 0)"><span class="over"></span></a></div>`,
    ],
    [
      'under a link with a small sign of its own',
      `<style>.sign::before { content: '新'; position: absolute; right: 0; top: 0; background: #c00; color: #fff }
       .sign::after { content: ''; position: absolute; left: 0; bottom: 0; width: 100%; height: 3px; background: #36c }</style>
       <div class="box"><p id="t">说到${TERM}。</p><a href="#a" class="over sign"></a></div>`,
    ],
    [
      'under a button without a ground',
      `<div class="box"><p id="t">${TERM}</p><button class="over" style="background: none; border: 0; width: 100%"></button></div>`,
    ],
    [
      'under a drawing that is empty there',
      `<div class="box"><p id="t">${TERM}</p><svg class="over" width="100%" height="100%"><rect width="100%" height="100%" fill="transparent"/></svg></div>`,
    ],
    [
      'under a layer that blends with it',
      `<div class="box"><p id="t">${TERM}</p><div class="over" style="background: #fe8; mix-blend-mode: multiply"></div></div>`,
    ],
    [
      'under a layer that does not blur it yet',
      `<div class="box"><p id="t">${TERM}</p><div class="over" style="backdrop-filter: blur(0px)"></div></div>`,
    ],
    [
      'under a layer whose mask leaves it free',
      `<div class="box"><p id="t">${TERM}</p><div class="over" style="background: #fff; -webkit-mask-image: linear-gradient(transparent 60%, #000)"></div></div>`,
    ],
    [
      'under a watermark',
      `<p id="t">${TERM}</p><div class="over" style="background-image: url('data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="120" height="80"><text y="40" fill="#ccc">${'印'.repeat(9)}</text></svg>`)}')"></div>`,
    ],
    ['that cannot be selected', `<p id="t" style="user-select: none; -webkit-user-select: none">说到${TERM}。</p>`],
    [
      'under a field of files that is nearly transparent',
      `<div class="box"><p id="t">${TERM}</p><input type="file" class="over" style="opacity: 0.01; width: 100%; height: 100%"></div>`,
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
    const page = await fixture.showSource(STYLE + body);
    await untilMarked(page);
    // Firefox knows no margin, and shows nothing there.
    if (how === 'beyond the edge of its box' && !(await page.evaluate(() => CSS.supports('overflow-clip-margin: 1px'))))
      return;
    await pointAt(page, '#t', TERM);
    expect(await untilCard(fixture.extensionPage, page, TERM)).toBeTruthy();
  });

  it('opens the card of a term in a shadow tree under an overlay of the page', async () => {
    const page = await fixture.openSource(
      // Made while the page is read: a tree that comes later would race with the engine.
      `${STYLE}<div class="box"><div id="host"></div><a href="#a" class="over"></a></div><p>中国科协</p>
      <script>document.querySelector('#host').attachShadow({ mode: 'open' }).innerHTML = '<p>影子里的${TERM}。</p>'</script>`,
    );
    expect(await untilMarksAre(page, [TERM, '中国科协'])).toEqual([TERM, '中国科协']);
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
    await until('the link followed', () => page.evaluate(() => location.hash === '#there'));
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
      const page = await fixture.showSource(`${STYLE}<div class="box"><p id="t">说到${TERM}。</p>${cover}</div>`);
      await untilMarked(page);
      await pointAt(page, '#t', TERM);
      await throughout('no card', NO_CARD_MS, async () => (await readCard(fixture.extensionPage, page.url())) === null);
    });

    it('for a term behind an open modal dialog', async () => {
      const page = await fixture.showSource(
        `${STYLE}<p id="t">说到${TERM}。</p><dialog style="margin-top: 300px">窗</dialog>`,
      );
      await untilMarked(page);
      await page.evaluate(() => document.querySelector('dialog')?.showModal());
      await pointAt(page, '#t', TERM);
      await throughout('no card', NO_CARD_MS, async () => (await readCard(fixture.extensionPage, page.url())) === null);
    });
  });
}
