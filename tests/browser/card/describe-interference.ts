/** Pages that interfere with the card by intent or by layout: with its position and style, and by reading its content. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { type ShownCard, untilCard, untilNoCard } from '../../../tools/browser/card';
import { inCard, placeInCard, pointInCard } from '../../../tools/browser/card-inspector';
import { marksOf, untilMarked } from '../../../tools/browser/marks';
import { until, untilSteady } from '../../../tools/browser/wait';
import type { BrowserFixture } from '../harness/browser-fixture';

const LINE = '<p id="t">中国科协与<span id="m">科创中国</span>、全国科普日。</p>';
const FILLER = '<p>文</p>'.repeat(60);
/** For the layout to come to rest, in ms. */
const SETTLED_MS = 300;

/** Registers the tests. */
export function describeInterference(fixture: BrowserFixture): void {
  async function openMarked(source: string): Promise<Page> {
    const page = await fixture.openSource(`<!doctype html>${source}`);
    await untilMarked(page);
    return page;
  }

  async function showMarked(source: string): Promise<Page> {
    const page = await fixture.showSource(source);
    await untilMarked(page);
    return page;
  }

  /** Rests the pointer on the mark. */
  async function openCard(page: Page): Promise<ShownCard> {
    const { x, y } = await markOf(page);
    await page.mouse.move(x - 30, y > 380 ? y - 40 : y + 40);
    await page.mouse.move(x, y, { steps: 4 });
    const card = await untilCard(fixture.extensionPage, page, '科创中国');
    return card;
  }

  describe('the card is beside its mark, whole, and receives the pointer', () => {
    it.each<[string, string]>([
      ['at the top', LINE],
      ['at the bottom', `<div style="position:fixed;bottom:4px">${LINE}</div>`],
      ['at the right edge', `<div style="position:fixed;right:0;top:100px">${LINE}</div>`],
      ['on a page zoomed by its style', `<style>html { zoom: 1.6 }</style>${LINE}`],
      ['in a rotated and scaled element', `<div style="transform:rotate(8deg) scale(1.3);margin:120px">${LINE}</div>`],
      ['in vertical writing', `<div style="writing-mode:vertical-rl;height:300px;margin:60px 400px">${LINE}</div>`],
      ['in columns written from left to right', `<div style="writing-mode:vertical-lr;height:300px">${LINE}</div>`],
      ['in columns of text', `<div style="columns:2;width:700px"><p>${'文'.repeat(200)}</p>${LINE}</div>`],
      ['in a table', `<table style="margin:200px auto"><tr><td>甲<td>${LINE}<td>乙</table>`],
      ['in a box that scrolls', `<div style="height:90px;overflow:auto">${LINE}${FILLER}</div>`],
      [
        'under a sticky header',
        `<header style="position:sticky;top:0;z-index:2147483647;background:#eee;height:60px">头</header>${LINE}${FILLER}`,
      ],
      [
        'in a popover of the page',
        `<div id="d" popover="manual" style="inset:80px">${LINE}</div><script>d.showPopover()</script>`,
      ],
      ['in an open modal dialog', `<dialog id="d">${LINE}</dialog><script>d.showModal()</script>`],
      ['in a page from right to left', `<html dir="rtl"><body>${LINE}</body></html>`],
      ['in a page whose rem is enormous', `<style>html { font-size: 100px } p { font-size: 16px }</style>${LINE}`],
      [
        'on a page that hides every div',
        `<style>div { display: none !important; opacity: 0 !important }</style>${LINE}`,
      ],
    ])('%s', async (_name, source) => {
      const page = await showMarked(source);
      await openCard(page);
      // It is placed when its content is there.
      const { mark, card, hits, size } = await until('the card in its place', async () => {
        const now = await measure(page);
        return now.card.width > 0 && !overlaps(now.mark, now.card) && now;
      });
      expect(overlaps(mark, card)).toBe(false);
      expect(gapBetween(mark, card)).toBeLessThan(16);
      expect(card.left).toBeGreaterThanOrEqual(0);
      expect(card.top).toBeGreaterThanOrEqual(0);
      expect(card.right).toBeLessThanOrEqual(1000);
      expect(card.bottom).toBeLessThanOrEqual(760);
      expect(hits).toBe(true);
      const look = await inCard(fixture.extensionPage, page, (root) => {
        const style = getComputedStyle(root.querySelector('.short') ?? root.host);
        return { fontSize: Number.parseFloat(style.fontSize), direction: style.direction };
      });
      expect(look).toEqual({ fontSize: 17, direction: 'ltr' });
      expect(size).toBeGreaterThan(300);
    });

    it('follows scrolling and moving content, and closes when its mark is out of view', async () => {
      const page = await openMarked(`<div id="room"></div>${FILLER}${LINE}${FILLER}`);
      await page.evaluate(() => document.querySelector('#t')?.scrollIntoView({ block: 'center' }));
      await openCard(page);
      await page.evaluate(() => scrollBy(0, 60));
      await until('the card to follow', async () => {
        const { mark, card } = await measure(page);
        return gapBetween(mark, card) < 16 && !overlaps(mark, card);
      });
      await page.evaluate(() => {
        const room = document.querySelector<HTMLElement>('#t');
        if (room) room.style.paddingTop = '70px';
      });
      await until('the card to follow', async () => {
        const { mark, card } = await measure(page);
        return gapBetween(mark, card) < 16 && !overlaps(mark, card);
      });
      await page.evaluate(() => scrollTo(0, 0));
      await untilNoCard(page);
    });

    it('opens in a fullscreen element', async () => {
      const page = await openMarked(`<div id="full" style="background:#fff">${LINE}</div>`);
      await page.evaluate(() => {
        document.addEventListener('click', () => void document.querySelector('#full')?.requestFullscreen(), {
          once: true,
        });
      });
      await page.mouse.click(500, 500);
      await until('the full screen', () => page.evaluate(() => document.fullscreenElement !== null));
      // The element gets its layout some time after its event.
      await untilSteady('the place of the mark', SETTLED_MS, () => markOf(page));
      await openCard(page);
      await until('the card to receive the pointer', async () => (await measure(page)).hits);
    });
  });

  const LOOKS = {
    light: { scheme: 'light', ground: 'rgb(255, 255, 255)' },
    dark: { scheme: 'dark', ground: 'rgb(38, 37, 34)' },
  };
  /** As it is painted: a scheme alone shows nothing. */
  const looksOf = (root: ShadowRoot) =>
    Array.from(root.querySelectorAll('.card-body'), (body) => {
      const { colorScheme, backgroundColor } = getComputedStyle(body);
      return { scheme: colorScheme, ground: backgroundColor };
    });

  describe('the card is light or dark like the page at the mark', () => {
    it.each<['light' | 'dark', 'light' | 'dark', string, string]>([
      ['light', 'dark', '#fdfdf8', '#222'],
      ['dark', 'light', '#10141c', '#ddd'],
      ['dark', 'light', 'oklch(0.2 0.02 260)', 'oklch(0.9 0 0)'],
      ['dark', 'light', 'linear-gradient(#000, #222)', '#eee'],
    ])('%s, for a reader who prefers %s, on %s', async (expected, preferred, ground, ink) => {
      const page = await showMarked(`<body style="background: ${ground}; color: ${ink}">${LINE}`);
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: preferred }]).catch(() => null);
      await openCard(page);
      expect(await inCard(fixture.extensionPage, page, looksOf)).toEqual([LOOKS[expected]]);
    });

    it.each<[string, 'light' | 'dark', string]>([
      ['inverted by its root', 'dark', '<style>html{filter:invert(1) hue-rotate(180deg);background:#fff}</style>'],
      ['inverted in part', 'dark', '<style>body{background:#fff}main{background:#fff;filter:invert(.9)}</style>'],
      [
        'inverted twice',
        'light',
        '<style>html{filter:invert(1);background:#fff}main{background:#fff;filter:invert(1)}</style>',
      ],
      ['dark, and inverted', 'light', '<style>html{filter:invert(100%)}body{background:#111;color:#eee}</style>'],
      ['dimmed', 'dark', '<style>html{filter:brightness(.25);background:#fff}</style>'],
      [
        'under an overlay that inverts its backdrop',
        'dark',
        '<style>html{background:#fff}html::after{content:"";position:fixed;inset:0;backdrop-filter:invert(1);pointer-events:none}</style>',
      ],
      [
        'under a white overlay with blend mode difference',
        'dark',
        '<style>html,body{background:#fff}</style><div style="position:fixed;inset:0;background:#fff;mix-blend-mode:difference;pointer-events:none"></div>',
      ],
    ])('%s: %s', async (_name, expected, source) => {
      const page = await showMarked(`<main>${LINE}</main>${source}`);
      await openCard(page);
      expect(await inCard(fixture.extensionPage, page, looksOf)).toEqual([LOOKS[expected]]);
    });

    it('also in a card for a term in the card', async () => {
      const page = await openMarked(`<style>html{background:#111;color:#eee}</style>${LINE}`);
      await openCard(page);
      await pointInCard(fixture.extensionPage, page, '.term');
      await placeInCard(fixture.extensionPage, page, '.is-inner h2');
      expect(await inCard(fixture.extensionPage, page, looksOf)).toEqual([LOOKS.dark, LOOKS.dark]);
    });

    it('on a page that redefines names of the card and its own', async () => {
      const page = await openMarked(`<style>
        @property --accent { syntax: '<length>'; inherits: false; initial-value: 0px }
        @property --paper-raised { syntax: '<length>'; inherits: false; initial-value: 0px }
        * { color: red !important; background: lime !important; font-size: 60px !important; letter-spacing: 1em }
        #t, #t * { font-size: 16px !important }
      </style>${LINE}`);
      await openCard(page);
      const look = await inCard(fixture.extensionPage, page, (root) => {
        const body = getComputedStyle(root.querySelector('.card-body') ?? root.host);
        const link = getComputedStyle(root.querySelector('figure a') ?? root.host);
        return { ground: body.backgroundColor, spacing: body.letterSpacing, link: link.color };
      });
      expect(look?.ground).toMatch(/^rgb\((255, 255, 255|38, 37, 34)\)$/);
      expect(look?.spacing).toBe('normal');
      expect(look?.link).toMatch(/^rgb\((157, 47, 31|240, 147, 127)\)$/);
    });
  });

  describe('a click on the card is accepted only if the card was visible', () => {
    /** Presses “mute” and gives what the card says to that. */
    async function mute(page: Page): Promise<string> {
      const { x, y } = await placeInCard(fixture.extensionPage, page, '[name=card_mute]');
      await page.mouse.click(x, y);
      return until('what the card says', () =>
        inCard(fixture.extensionPage, page, (root) => root.querySelector('.note')?.textContent || null),
      );
    }
    const REFUSED = /为防误点|accidental click/;

    it('and refused while the card moves under the pointer', async () => {
      const page = await openMarked(LINE);
      await openCard(page);
      await page.evaluate(() => {
        const line = document.querySelector<HTMLElement>('#t');
        let frames = 0;
        // Further than a card may move and still count as standing, less than half a button.
        const move = () => {
          if (line) line.style.marginTop = `${120 + (frames++ % 2) * 10}px`;
          requestAnimationFrame(move);
        };
        move();
      });
      // It follows a frame late, and is too near or too far in turn: every read may fall on the same of both.
      await until('the card to follow', async () => {
        const { mark, card } = await measure(page);
        return Math.abs(card.top - mark.bottom) < 20;
      });
      expect(await mute(page)).toMatch(REFUSED);
    });

    it('and refused if the page forged it', async () => {
      const page = await openMarked(LINE);
      const { box } = await openCard(page);
      await page.evaluate(({ x, y, width, height }) => {
        const host = document.querySelector<HTMLElement>('[popover]');
        const across = Array.from({ length: width / 40 }, (_, i) => x + i * 40);
        const places = Array.from({ length: height / 12 }, (_, i) => across.map((left) => [left, y + i * 12])).flat();
        for (const [clientX = 0, clientY = 0] of places) {
          const at = { clientX, clientY, bubbles: true, composed: true };
          for (const type of ['pointerdown', 'pointerup', 'click']) host?.dispatchEvent(new PointerEvent(type, at));
        }
        host?.click();
        for (const key of ['Escape', 'Enter', 'Tab'])
          dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      }, box);
      expect(await inCard(fixture.extensionPage, page, (root) => root.querySelector('.note')?.textContent)).toBe('');
      expect(await marksOf(page)).toContain('科创中国');
    });
  });

  it('the page cannot read the text of the card', async () => {
    const page = await openMarked(`${LINE}<div id="after">之后</div>`);
    const seen: string[] = await page.evaluate(() => {
      const found: string[] = [];
      Object.assign(window, { seen: found });
      const types = [
        'copy',
        'selectionchange',
        'focusin',
        'pointerover',
        'click',
        'keydown',
        'animationstart',
        'transitionrun',
      ];
      for (const type of types) {
        addEventListener(
          type,
          (event) => {
            for (const item of event.composedPath()) if (item instanceof Node) found.push(item.textContent ?? '');
            found.push(String(getSelection()));
          },
          true,
        );
      }
      return found;
    });
    expect(seen).toEqual([]);
    const card = await openCard(page);
    const link = await placeInCard(fixture.extensionPage, page, '.long');
    await page.mouse.click(link.x, link.y, { count: 3 });
    await page.keyboard.down('Control');
    await page.keyboard.press('a');
    await page.keyboard.up('Control');
    const probes = await page.evaluate(
      (said) => {
        const host = document.querySelector<HTMLElement>('[popover]');
        const box = host?.getBoundingClientRect() ?? new DOMRect();
        const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
        const caret = document.caretPositionFromPoint(x, y);
        const range = document.createRange();
        range.selectNode(document.documentElement);
        const texts: unknown[] = [
          host?.shadowRoot,
          // biome-ignore lint/performance/useDomNodeTextContent: as a page might.
          host?.innerText,
          host?.textContent,
          host?.outerHTML,
          host?.getAttribute('aria-label'),
          // biome-ignore lint/performance/useDomNodeTextContent: as a page might.
          document.documentElement.innerText,
          document.documentElement.outerHTML,
          document.documentElement.getHTML?.({ serializableShadowRoots: true }),
          new XMLSerializer().serializeToString(document),
          String(getSelection()),
          String(range),
          document.elementFromPoint(x, y)?.textContent,
          document.elementsFromPoint(x, y).map((element) => element.textContent),
          caret?.offsetNode.textContent,
          document.activeElement?.textContent,
          document.getAnimations().map(({ effect }) => (effect as KeyframeEffect | null)?.target?.textContent),
          Array.from(document.styleSheets, (sheet) => sheet.ownerNode?.textContent),
          performance.getEntries().map((entry) => JSON.stringify(entry)),
          (window as unknown as { seen: string[] }).seen,
        ];
        const told = texts.flatMap((text, i) => (JSON.stringify(text ?? '').includes(said) ? [i] : []));
        return {
          told,
          keys: Object.keys(host ?? {}),
        };
      },
      card.short.slice(4, 14),
    );
    expect(probes.told).toEqual([]);
    expect(probes.keys).toEqual([]);
  });

  function markOf(page: Page) {
    return page.evaluate(() => {
      const range = document.createRange();
      const text = document.querySelector('#m')?.firstChild;
      if (text) range.selectNodeContents(text);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
  }

  /** Boxes in the viewport, and whether a press in the middle of the card would reach it. */
  function measure(page: Page) {
    return page.evaluate(async () => {
      // After the frame in which the card is placed by what it shows.
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      const plain = ({ left, top, right, bottom, width }: DOMRect) => ({ left, top, right, bottom, width });
      const range = document.createRange();
      const text = document.querySelector('#m')?.firstChild;
      if (text) range.selectNodeContents(text);
      const host = document.querySelector('[popover]:popover-open:empty');
      const card = host?.getBoundingClientRect() ?? new DOMRect();
      const hit = document.elementFromPoint(card.x + card.width / 2, card.y + card.height / 2);
      return { mark: plain(range.getBoundingClientRect()), card: plain(card), hits: hit === host, size: card.width };
    });
  }
}

type Box = Record<'left' | 'top' | 'right' | 'bottom', number>;

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Between the nearest edges, in CSS pixels. */
function gapBetween(a: Box, b: Box): number {
  const across = Math.max(b.left - a.right, a.left - b.right, 0);
  const down = Math.max(b.top - a.bottom, a.top - b.bottom, 0);
  return Math.hypot(across, down);
}
