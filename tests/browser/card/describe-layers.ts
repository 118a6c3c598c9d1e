/** Cards of marks in layers of the page: menus, popovers, dialogs, full screen. The card belongs to the layer of its mark. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { untilCard } from '../../../tools/browser/card';
import { inCard, placeInCard } from '../../../tools/browser/card-inspector';
import { sendCommand } from '../../../tools/browser/commands';
import { placeOfFirstMark, untilMarked } from '../../../tools/browser/marks';
import { placeOf, pointAt } from '../../../tools/browser/text';
import { throughout, until, untilSteady } from '../../../tools/browser/wait';
import type { BrowserFixture } from '../harness/browser-fixture';

const LINE = '<p id="t">培训班讲到科创中国，也讲到全国科普日。</p>';
/** How long a card must have stood in its place before it accepts a click that changes something, with some room, in ms. */
const STANDSTILL_MS = 450;
/** For the layout to come to rest, in ms. */
const SETTLED_MS = 300;
/** Longer than a card stays once the pointer has left mark and card, in ms. */
const GRACE_MS = 500;
/** Closes what is pressed beside, and takes back a focus that leaves, as many dialogs of pages do; until it is removed. */
const GUARD = `<script>{
  const box = thing;
  const [isOutside, focused] = [(event) => box.isConnected && !box.contains(event.target), field];
  for (const type of ['pointerdown', 'mousedown', 'click', 'touchstart']) document.addEventListener(type, (event) => {
    if (isOutside(event)) box.remove();
  }, true);
  document.addEventListener('focusin', (event) => {
    if (isOutside(event)) focused.focus();
  }, true);
  focused.focus();
}</script>`;

/** Pages with a thing in which the mark is; `thing` is what must stay. */
const LAYERS: readonly [name: string, source: string][] = [
  [
    'an auto popover',
    `<div popover id="thing" style="inset:60px auto auto 60px;margin:0">${LINE}</div><script>thing.showPopover()</script>`,
  ],
  [
    'a modal dialog that closes on a press beside it',
    `<dialog id="thing" closedby="any">${LINE}<button>好</button></dialog><script>thing.showModal()</script>`,
  ],
  [
    'a non-modal dialog that closes on a press elsewhere',
    `<dialog id="thing" closedby="any" style="inset:60px auto auto 60px;margin:0">${LINE}</dialog>
    <script>thing.show()</script>`,
  ],
  [
    'a popover in a dialog',
    `<dialog id="outer" closedby="any" style="width:600px;height:400px">外
      <div popover id="thing" style="inset:90px auto auto 60px;margin:0">${LINE}</div></dialog>
    <script>outer.showModal(); thing.showPopover()</script>`,
  ],
  [
    'a box over a backdrop that observes presses and focus',
    `<div style="position:fixed;inset:0;background:#0006"><div id="thing"
      style="position:absolute;top:60px;left:60px;width:420px;background:#fff">${LINE}<input id="field"></div></div>${GUARD}`,
  ],
  [
    'a box laid out in the middle of a backdrop',
    `<div style="position:fixed;inset:0;background:rgb(0 0 0 / .4);display:grid;place-items:center"><div id="thing"
      style="width:420px;background:#fff"><section>${LINE}</section><input id="field"></div></div>${GUARD}`,
  ],
  [
    'a menu by its role',
    `<div id="thing" role="menu" style="margin:60px"><div role="menuitem" tabindex="0">${LINE}</div><input id="field"></div>
    ${GUARD}`,
  ],
  [
    'a side panel',
    `<aside id="thing" style="position:fixed;inset:0 auto 0 0;width:400px;background:#eee">${LINE}<input id="field"></aside>
    ${GUARD}`,
  ],
  [
    'a menu that hangs from its opener, without an order of its own',
    `<nav style="margin:40px"><span style="position:relative">工作<div id="thing" style="position:absolute;top:30px;left:0;
      width:420px;background:#fff;border:1px solid">${LINE}<input id="field"></div></span></nav>${GUARD}`,
  ],
  [
    'what a button unfolds in the page',
    `<button aria-expanded="true" aria-controls="thing">更多</button><div id="thing">${LINE}<input id="field"></div>${GUARD}`,
  ],
  [
    'what stands behind its opener',
    `<div><button aria-expanded="true">更多</button><div id="thing">${LINE}<input id="field"></div></div>${GUARD}`,
  ],
  [
    'a sheet over the whole page',
    `<p>正文</p><div id="thing" style="position:fixed;inset:0;background:#fff">${LINE}<input id="field"></div>${GUARD}`,
  ],
  [
    'a box at the end of the page',
    `<p>正文</p><div id="thing" style="position:absolute;top:20px;left:60px;width:420px;background:#ffd">${LINE}
      <input id="field"></div>${GUARD}`,
  ],
  [
    'a window of a framework, beside its shade',
    `<div class="modal-backdrop" style="position:fixed;inset:0;z-index:1050;background:#000;opacity:.5"></div>
    <div style="position:fixed;inset:0;z-index:1055;overflow:auto"><div id="thing" style="margin:60px auto;width:420px">
      <div style="background:#fff">${LINE}<input id="field"></div></div></div>${GUARD}`,
  ],
  [
    'a panel on its own ground, by its class',
    `<div id="thing" class="nav-dropdown is-open" style="position:absolute;inset:60px auto auto 60px;width:420px">${LINE}
      <input id="field"></div>${GUARD}`,
  ],
];

/** Tests of cards in what a page lays over itself. */
export function describeLayers(fixture: BrowserFixture): void {
  async function openMarked(source: string): Promise<Page> {
    const page = await fixture.openSource(`<!doctype html><meta charset="utf-8">${source}`);
    await untilMarked(page);
    return page;
  }

  async function showMarked(source: string): Promise<Page> {
    const page = await fixture.showSource(source);
    await untilMarked(page);
    return page;
  }

  /** Pages here have popovers of their own, with something in them. */
  const untilNoCard = (page: Page) =>
    until('the card to close', () => page.evaluate(() => !document.querySelector('[popover]:empty')));

  const isThere = (page: Page) =>
    page.evaluate(() => (document.querySelector('#thing')?.getClientRects().length ?? 0) > 0);

  const isPinned = (page: Page) =>
    inCard(fixture.extensionPage, page, (root) => root.querySelector('[name=card_pin][aria-pressed=true]') !== null);

  async function pin(page: Page): Promise<void> {
    const { x, y } = await untilSteady('the place of the pin', STANDSTILL_MS, () =>
      placeInCard(fixture.extensionPage, page, '[name=card_pin]'),
    );
    await page.mouse.click(x, y);
    await until('the pinned card', () => isPinned(page));
  }

  describe('a card belongs to the layer of its mark', () => {
    it.each(LAYERS)('%s', async (_name, source) => {
      const page = await showMarked(source);
      await pointAt(page, '#t', '科创中国');
      await untilCard(fixture.extensionPage, page, '科创中国');
      await pin(page);
      expect(await isThere(page)).toBe(true);
      await page.keyboard.press('Escape');
      await untilNoCard(page);
      expect(await isThere(page)).toBe(true);
      // By key the focus goes into the card, and stays.
      await pointAt(page, '#t', '全国科普日');
      await untilCard(fixture.extensionPage, page, '全国科普日');
      await sendCommand(fixture.extensionPage, page, 'toggle-card');
      const hasFocus = () => page.evaluate(() => document.activeElement?.matches('[popover]:empty') === true);
      await until('the focus in the card', hasFocus);
      await page.keyboard.press('Tab');
      await throughout('the focus in the card', GRACE_MS, hasFocus);
      expect(await isThere(page)).toBe(true);
    });

    it('closes with the layer', async () => {
      const page = await showMarked(LAYERS[0]?.[1] ?? '');
      await pointAt(page, '#t', '科创中国');
      await untilCard(fixture.extensionPage, page, '科创中国');
      await page.evaluate(() => document.querySelector<HTMLElement>('#thing')?.hidePopover());
      await untilNoCard(page);
    });

    it('is outside a link or a button around its mark', async () => {
      const page = await openMarked(
        `<a href="#followed" style="position:absolute;z-index:3;top:60px"><span role="tooltip" id="t">科创中国</span></a>`,
      );
      await pointAt(page, '#t', '科创中国');
      await untilCard(fixture.extensionPage, page, '科创中国');
      await pin(page);
      expect(await page.evaluate(() => location.hash)).toBe('');
    });
  });

  describe('a card stays open for a mark in an element shown by hovering', () => {
    const MENU = 'nav{margin:30px}li{list-style:none;width:9em}';
    it.each<[string, string]>([
      [
        'in a menu over the page',
        `<style>${MENU}li ul{display:none;position:absolute;background:#fff;z-index:5}li:hover>ul{display:block}</style>
        <nav><ul><li id="menu">工作<ul><li id="t">科创中国</li><li>其他栏目</li></ul></li></ul></nav>`,
      ],
      [
        'in a menu without a z-index',
        `<style>${MENU}li ul{display:none;position:absolute;background:#fff}li:hover>ul{display:block}</style>
        <nav><ul><li id="menu">工作<ul><li id="t">科创中国</li><li>其他栏目</li></ul></li></ul></nav>`,
      ],
      [
        'in the flow of the page',
        `<style>${MENU}#more{display:none}#menu:hover #more{display:block}</style>
        <nav id="menu">更多<div id="more"><p id="t">科创中国</p></div></nav>`,
      ],
      [
        'faded in',
        `<style>${MENU}#more{visibility:hidden;opacity:0;position:absolute}#menu:hover #more{visibility:visible;opacity:1}</style>
        <nav id="menu">更多<div id="more"><p id="t">科创中国</p></div></nav>`,
      ],
      [
        'shown by a script',
        `<nav id="menu">更多<div id="more" hidden><p id="t">科创中国</p></div></nav><script>
        menu.onmouseenter = () => { more.hidden = false }; menu.onmouseleave = () => { more.hidden = true }</script>`,
      ],
    ])('%s', async (_name, source) => {
      const page = await showMarked(`${source}<p>正文里有中国科协。</p>`);
      const opener = await placeOf(page, '#menu', /更多/.test(source) ? '更多' : '工作');
      await page.mouse.move(opener.x, opener.y, { steps: 3 });
      await until('the term', () =>
        page.evaluate(() => document.querySelector('#t')?.checkVisibility({ visibilityProperty: true })),
      );
      const place = await placeOf(page, '#t', '科创中国');
      await page.mouse.move(place.x, place.y, { steps: 6 });
      const { box } = await untilCard(fixture.extensionPage, page, '科创中国');
      // Over the gap between both, without a stop there: a slow driver's would be longer than a hand's.
      await page.mouse.move(box.x + 60, box.y + 30);
      await throughout('the card under the pointer', GRACE_MS, () =>
        page.evaluate(() => document.querySelector('[popover]:popover-open:empty, ul [popover]') !== null),
      );
      await pin(page);
      await page.keyboard.press('Escape');
      await untilNoCard(page);
    });
  });

  describe('in a shadow tree, open or closed,', () => {
    const HOST = (mode: string, inner: string, light = '') => `<x-box>${light}</x-box><script>
      const root = document.querySelector('x-box').attachShadow({ mode: '${mode}' });
      root.innerHTML = \`${inner}\`;
      const show = () => root.querySelector('dialog, [popover]')?.[root.querySelector('dialog') ? 'showModal' : 'showPopover']();
      const fill = () => root.querySelector('main')?.requestFullscreen();
      show(); document.addEventListener('click', fill, { once: true });</script>`;
    const FULL = `<style>main{background:#fff}</style><main>${LINE}</main>`;

    it.each<[string, string, boolean]>([
      ['a fullscreen element', HOST('open', FULL), true],
      ['a fullscreen element, closed', HOST('closed', FULL), true],
      [
        'a fullscreen element, with the text of its host',
        HOST('open', '<main style="background:#fff"><slot></slot></main>', LINE),
        true,
      ],
      ['a modal dialog', HOST('open', `<dialog>${LINE}</dialog>`), false],
      ['a modal dialog, closed', HOST('closed', `<dialog>${LINE}</dialog>`), false],
      ['a modal dialog, with the text of its host', HOST('closed', '<dialog><slot></slot></dialog>', LINE), false],
      ['a popover', HOST('open', `<div popover>${LINE}</div>`), false],
    ])('%s shows a card that receives the pointer', async (_name, source, isFullscreen) => {
      const page = await openMarked(source);
      if (isFullscreen) {
        await page.mouse.click(600, 500);
        await until('the full screen', () => page.evaluate(() => document.fullscreenElement !== null));
      }
      // An element in full screen gets its layout some time after its event.
      const place = await until('the term', () => untilSteady('its place', SETTLED_MS, () => placeOfFirstMark(page)));
      await page.mouse.move(place.x - 30, place.y + 60);
      await page.mouse.move(place.x, place.y, { steps: 4 });
      const close = await until('the card’s buttons', () => placeDeep(page, '[name=card_close]'));
      // Without a stop on the way: a slow driver's, longer than a hand's, would close the card.
      await page.mouse.move(close.x, close.y);
      await throughout('the card under the pointer', GRACE_MS, async () => (await placeDeep(page, '.tools')) !== null);
      await page.mouse.click(close.x, close.y);
      await until('no card', async () => (await placeDeep(page, '.tools')) === null);
    });
  });

  /** The centre of what a selector finds in a card in whatever shadow tree it is; null without one. */
  function placeDeep(page: Page, selector: string): Promise<{ x: number; y: number } | null> {
    const source = `(async () => {
      const api = globalThis.browser ?? globalThis.chrome;
      const tabs = await api.tabs.query({});
      const tabId = tabs.find((tab) => tab.url === ${JSON.stringify(page.url())})?.id;
      const [injection] = await api.scripting.executeScript({
        target: { tabId },
        func: async (wanted) => {
          if (!document.hidden) await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
          const dom = (globalThis.chrome ?? globalThis.browser)?.dom;
          const rootOf = (element) => (dom ? dom.openOrClosedShadowRoot(element) : element.openOrClosedShadowRoot);
          const find = (tree) => {
            for (const element of tree.querySelectorAll('*')) {
              const root = element instanceof HTMLElement && rootOf(element);
              if (!root) continue;
              const found = root.querySelector('.card-body ' + wanted) ?? find(root);
              if (found) return found;
            }
            return null;
          };
          const box = find(document)?.getBoundingClientRect();
          return box && box.width > 0 ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
        },
        args: [${JSON.stringify(selector)}],
      });
      return injection?.result ?? null;
    })()`;
    return fixture.extensionPage.evaluate(source) as Promise<{ x: number; y: number } | null>; // As written above.
  }
}
