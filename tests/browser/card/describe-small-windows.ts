/** Cards in low windows, in small frames, and on pages enlarged to four times their size. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { untilCard } from '../../../tools/browser/card';
import { inCard } from '../../../tools/browser/card-inspector';
import { placeOfFirstMark, untilMarked } from '../../../tools/browser/marks';
import { placeOf } from '../../../tools/browser/text';
import { tapAt } from '../../../tools/browser/touch';
import { until, untilSteady } from '../../../tools/browser/wait';
import type { BrowserFixture } from '../harness/browser-fixture';

const STYLE = '<style>body{margin:8px;font:16px/1.6 system-ui,sans-serif}p{margin:0}</style>';
const SETTLED_MS = 300;

/** The mark's distance from the top of the page, in CSS pixels, in a window of that size. */
const WINDOWS: readonly [width: number, height: number, top: number][] = [
  [320, 256, 90],
  [320, 256, 0],
  [320, 256, 200],
  [420, 130, 20],
  [300, 220, 90],
  [200, 100, 30],
  [1000, 150, 60],
];

/** Tests of cards where there is little room. */
export function describeSmallWindows(fixture: BrowserFixture): void {
  const sourceFor = (top: number) =>
    `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width">${STYLE}
    <div style="height:${top}px"></div><p id="t">讲到科创中国。</p><div style="height:600px"></div>`;

  async function point(page: Page, offset = { x: 0, y: 0 }): Promise<void> {
    const { x, y } = await until('the mark', () => placeOfFirstMark(page));
    await page.mouse.move(offset.x + x - 6, offset.y + y, { steps: 2 });
    await page.mouse.move(offset.x + x, offset.y + y, { steps: 3 });
  }

  describe('a card in a low window has its head in view, and can be scrolled', () => {
    it.each(WINDOWS)('%d × %d, the mark at %d', async (width, height, top) => {
      const page = await fixture.showSource(sourceFor(top));
      // From where it is a pointer can be moved in a small window only if it is in it.
      await page.mouse.move(4, 4);
      await page.setViewport({ width, height });
      await untilMarked(page);
      await point(page);
      await untilCard(fixture.extensionPage, page, '科创中国');
      const seen = await untilSteady('the card in its place', SETTLED_MS, () =>
        inCard(fixture.extensionPage, page, look),
      );
      expect(seen).toMatchObject({ isInside: true, isHeadHit: true, isFootHit: true });
    });
  });

  it('a card in a small frame is inside the frame', async () => {
    const source = sourceFor(30).replaceAll('"', '&quot;');
    const page = await fixture.openSource(
      `<!doctype html><meta charset="utf-8"><div style="height:60px">上</div><iframe width="420" height="130" srcdoc="${source}"></iframe>`,
    );
    const frame = await until('the frame', async () => page.frames()[1]);
    await untilMarked(frame);
    const at = await page.evaluate(() => {
      const { x = 0, y = 0 } = document.querySelector('iframe')?.getBoundingClientRect() ?? {};
      return { x: x + 2, y: y + 2 };
    });
    const mark = await until('the mark', () => placeOfFirstMark(frame));
    await page.mouse.move(at.x + mark.x - 6, at.y + mark.y, { steps: 2 });
    await page.mouse.move(at.x + mark.x, at.y + mark.y, { steps: 3 });
    const box = await until('the card', () =>
      untilSteady('the card in its place', SETTLED_MS, () =>
        frame.evaluate(() => {
          const card = document.querySelector('[popover]')?.getBoundingClientRect();
          const { top = 0, bottom = 0, height = 0 } = card ?? {};
          return height > 40 ? { top, bottom, room: innerHeight } : null;
        }),
      ),
    );
    expect(box.top).toBeGreaterThanOrEqual(0);
    expect(box.bottom).toBeLessThanOrEqual(box.room);
  });

  it('an inner card has its head in view as well', async () => {
    const page = await fixture.openSource(sourceFor(90));
    await page.mouse.move(4, 4);
    await page.setViewport({ width: 320, height: 256 });
    await untilMarked(page);
    await point(page);
    await untilCard(fixture.extensionPage, page, '科创中国');
    const term = await until('a term in the card', () =>
      inCard(fixture.extensionPage, page, (root) => {
        const found = root.querySelector('.card-body .term');
        found?.scrollIntoView({ block: 'center' });
        const [box] = Array.from(found?.getClientRects() ?? []);
        return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
      }),
    );
    await page.mouse.click(term.x, term.y);
    await until('the inner card', () =>
      inCard(fixture.extensionPage, page, (root) => root.querySelector('.is-inner h2') !== null),
    );
    const seen = await untilSteady('the card in its place', SETTLED_MS, () =>
      inCard(fixture.extensionPage, page, look),
    );
    expect(seen).toMatchObject({ isInside: true, isHeadHit: true, isFootHit: true });
  });

  it.each<[string, string]>([
    ['with cursor: pointer everywhere', '<style>body{cursor:pointer}</style>'],
    ['with cursor: pointer on its outermost element', '<style>#all{cursor:pointer;min-height:100vh}</style>'],
    [
      'with a click handler on its root',
      '<script>document.documentElement.setAttribute("onclick", "window.n = 1")</script>',
    ],
    ['with a click handler on its body', '<script>document.body.setAttribute("onclick", "")</script>'],
  ])('a tap opens a sheet on a page %s', async (_name, source) => {
    const page = await fixture.openSource(
      `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width">${STYLE}<body>
      <div id="all"><p id="t">讲到科创中国。</p><p><span id="own" style="cursor:pointer">全国科普日</span></p></div>${source}`,
    );
    await page.setViewport({ width: 360, height: 640, hasTouch: true });
    await untilMarked(page);
    const place = await placeOf(page, '#t', '科创中国');
    await tapAt(page, place);
    const { box } = await untilCard(fixture.extensionPage, page, '科创中国');
    // As wide as the screen; a scroll bar takes its part.
    expect(box.x).toBe(0);
    expect(box.width).toBeGreaterThan(340);
  });

  it('a sheet in a low window leaves room for its text', async () => {
    const page = await fixture.openSource(sourceFor(20));
    await page.setViewport({ width: 320, height: 200, hasTouch: true });
    await untilMarked(page);
    const place = await placeOf(page, '#t', '科创中国');
    await tapAt(page, place);
    await untilCard(fixture.extensionPage, page, '科创中国');
    const seen = await untilSteady('the card in its place', SETTLED_MS, () =>
      inCard(fixture.extensionPage, page, look),
    );
    expect(seen).toMatchObject({ isInside: true, isHeadHit: true });
    expect(seen?.height).toBeGreaterThan(150);
  });
}

/** The innermost card: whether it is in the window, and whether its close button, and its foot scrolled to, take the pointer. */
function look(root: ShadowRoot) {
  const body = [...root.querySelectorAll<HTMLElement>('.card-body')].at(-1);
  const close = body?.querySelector('[name=card_close]');
  if (!body || !close) return null;
  const { top, left, right, bottom, height } = body.getBoundingClientRect();
  const isHit = (element: Element | null | undefined) => {
    const box = element?.getBoundingClientRect();
    const hit = box && root.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return Boolean(hit && (element?.contains(hit) || hit.contains(element ?? null)) && hit !== body);
  };
  const isInside = top >= 0 && left >= 0 && right <= innerWidth + 0.5 && bottom <= innerHeight + 0.5;
  body.scrollTop = 0;
  const isHeadHit = isHit(close);
  body.scrollTop = body.scrollHeight;
  const isFootHit = isHit(body.querySelector('.buttons button:last-child'));
  body.scrollTop = 0;
  return { isInside, isHeadHit, isFootHit, top, bottom, height };
}
