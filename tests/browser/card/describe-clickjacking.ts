/** Clickjacking: pages that hide, move or cover the card so that a reader clicks a button unaware (T29 in docs/torture.md). */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { untilCard } from '../../../tools/browser/card';
import { inCard, placeInCard } from '../../../tools/browser/card-inspector';
import { untilMarked } from '../../../tools/browser/marks';
import { pointAt } from '../../../tools/browser/text';
import { until } from '../../../tools/browser/wait';
import type { BrowserFixture } from '../harness/browser-fixture';

const SOURCE = '<!doctype html><p id="t">中国科协与科创中国、全国科普日。</p><div id="cover"></div>';

/** What a page's style says of the host, each declaration as important as it can be: none may be seen or felt. */
const ON_HOST = [
  'opacity: 0',
  'opacity: .5; transition: opacity 9s',
  'filter: opacity(0)',
  'filter: blur(30px)',
  'backdrop-filter: blur(9px)',
  'clip-path: inset(100%)',
  'clip: rect(0, 0, 0, 0)',
  'mask-image: linear-gradient(transparent, transparent)',
  'mix-blend-mode: difference',
  'transform: translate(200px, 0)',
  'transform: perspective(1px) rotateY(90deg)',
  'translate: 0 -90px',
  'scale: .01',
  'rotate: 180deg',
  'zoom: .1',
  'offset: path("M 0 0 L 300 300") 100%',
  'inset: 0 0 auto auto',
  'direction: rtl; inset: auto 0 0 auto',
  'position: absolute',
  'margin: -200px',
  'width: 1px; height: 1px; overflow: hidden',
  'max-width: 1px; max-height: 1px; contain: strict',
  'display: none',
  'display: contents',
  'visibility: hidden',
  'content-visibility: hidden',
  'position-anchor: --a; position-area: bottom right',
  'align-self: end; justify-self: end; place-self: end',
  'animation: vanish 1ms forwards',
];

/** What hides or covers the card from outside it. */
const AROUND: readonly [string, string][] = [
  ['the page is almost transparent', 'document.documentElement.style.opacity = .01'],
  ['the page is half transparent', 'document.documentElement.style.opacity = .5'],
  ['the page is clipped', 'document.documentElement.style.clipPath = "inset(0 0 99% 0)"'],
  ['the page is masked', 'document.documentElement.style.maskImage = "linear-gradient(#0000, #0000)"'],
  ['the page is blended', 'document.documentElement.style.mixBlendMode = "difference"'],
  ['a popover covers it and lets clicks through', 'coverWith("width: 100%; height: 100%")'],
  ['an invisible popover covers it', 'coverWith("width: 100%; height: 100%; opacity: 0")'],
  [
    'a popover covers a corner of the button',
    'coverWith("width: 6px; height: 6px; left: " + (x - 4) + "px; top: " + (y - 4) + "px")',
  ],
];

const REFUSED = /为防误点|accidental click/;

/** Registers the tests. */
export function describeClickjacking(fixture: BrowserFixture): void {
  async function openCard(): Promise<Page> {
    const page = await fixture.openSource(SOURCE);
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]).catch(() => null);
    await untilMarked(page);
    await pointAt(page, '#t', '科创中国');
    await untilCard(fixture.extensionPage, page, '科创中国');
    await placeInCard(fixture.extensionPage, page, MUTE);
    return page;
  }

  describe('a page that hides, moves or covers the card', () => {
    it(`has no effect by any of ${ON_HOST.length} styles of its element`, async () => {
      const page = await openCard();
      const failed = await page.evaluate((declarations) => {
        const host = document.querySelector<HTMLElement>('[popover]:popover-open');
        if (!host) return ['there is no card'];
        const sheet = document.head.appendChild(document.createElement('style'));
        const state = () => {
          const { x, y, width, height } = host.getBoundingClientRect();
          const style = getComputedStyle(host);
          const looks = [style.opacity, style.filter, style.clipPath, style.maskImage, style.mixBlendMode];
          looks.push(style.visibility, style.contentVisibility, style.backdropFilter, style.clip);
          const hits = [0.2, 0.5, 0.8].map(
            (share) => document.elementFromPoint(x + width * share, y + height * share) === host,
          );
          return JSON.stringify([[x, y, width, height].map(Math.round), looks, hits]);
        };
        const before = state();
        return declarations.flatMap((text) => {
          const important = text.replace(/(;|$)/g, ' !important$1');
          const vanish = '@keyframes vanish { to { opacity: 0; translate: 300px } }';
          sheet.textContent = `${vanish} [popover] { ${important} }`;
          host.style.cssText = important;
          const after = state();
          host.removeAttribute('style');
          sheet.textContent = '';
          return after === before ? [] : [`${text}: ${before} became ${after}`];
        });
      }, ON_HOST);
      expect(failed).toEqual([]);
    });

    it(`gets no click accepted by any of ${AROUND.length} effects around it`, async () => {
      const page = await openCard();
      const pin = await placeInCard(fixture.extensionPage, page, '[aria-pressed=false]');
      await page.mouse.click(pin.x, pin.y);
      await placeInCard(fixture.extensionPage, page, '[aria-pressed=true]');
      const counted: string[] = [];
      for (const [name, act] of AROUND) {
        await say(page, COPY, (note) => note !== '' && !REFUSED.test(note));
        const at = await placeInCard(fixture.extensionPage, page, MUTE);
        await page.evaluate(
          `{ const { x, y } = ${JSON.stringify(at)};
             const coverWith = (style) => {
               cover.popover = 'manual';
               cover.style.cssText = 'position: fixed; inset: 0 auto auto 0; margin: 0; pointer-events: none; ' + style;
               cover.showPopover();
             };
             ${act} }`,
        );
        const note = await say(page, MUTE, (said) => !COPIED.test(said));
        if (!REFUSED.test(note)) counted.push(`${name}: ${note}`);
        await page.evaluate(() => {
          document.documentElement.removeAttribute('style');
          const cover = document.querySelector('#cover');
          cover?.removeAttribute('popover');
          cover?.removeAttribute('style');
        });
      }
      expect(counted).toEqual([]);
    });
  });

  /** Presses a button of the card. @returns what the card says then. */
  async function say(page: Page, button: string, isIt: (note: string) => boolean): Promise<string> {
    const { x, y } = await placeInCard(fixture.extensionPage, page, button);
    await page.mouse.click(x, y);
    return until('what the card says', async () => {
      const note = await inCard(fixture.extensionPage, page, (root) => root.querySelector('.note')?.textContent ?? '');
      return note !== null && isIt(note) && note;
    });
  }
}

const COPY = '[name=card_copy]';
const MUTE = '[name=card_mute]';
const COPIED = /已复制|[Cc]opied/;
