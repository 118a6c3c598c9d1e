/** Cards on a phone, which only Chromium's driver can emulate. */
import type { Page } from 'puppeteer-core';
import { afterEach, expect, it } from 'vitest';
import { untilCard } from '../../../tools/browser/card';
import { inCard, placeInCard } from '../../../tools/browser/card-inspector';
import { untilMarked } from '../../../tools/browser/marks';
import { placeOf } from '../../../tools/browser/text';
import { tapAt } from '../../../tools/browser/touch';
import { until, untilAccepted, untilSteady } from '../../../tools/browser/wait';
import type { BrowserFixture } from '../harness/browser-fixture';

const TELEPHONE = { width: 360, height: 640, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const SETTLED_MS = 400;

/** Tests of cards on a telephone. */
export function describePhone(fixture: BrowserFixture): void {
  let page: Page | null = null;
  afterEach(async () => {
    // Its emulation would stay with the tab.
    await page?.close();
    page = null;
  });

  async function openOn(source: string): Promise<Page> {
    const opened = await fixture.openSource(`<!doctype html><meta charset="utf-8">${source}`);
    page = opened;
    await opened.setViewport(TELEPHONE);
    await opened.reload();
    await untilMarked(opened);
    return opened;
  }

  /** The card on the screen: its box in the screen's pixels, and the size of its letters there. */
  const onScreen = (opened: Page) =>
    inCard(fixture.extensionPage, opened, (root) => {
      const body = Array.from(root.querySelectorAll('.card-body')).at(-1);
      const short = body?.querySelector('.short');
      if (!body || !short || !visualViewport) return null;
      const { scale, offsetLeft, offsetTop } = visualViewport;
      const { left, top, right, bottom } = body.getBoundingClientRect();
      const range = document.createRange();
      const text = document.createTreeWalker(short, NodeFilter.SHOW_TEXT).nextNode();
      if (text) range.setStart(text, 0);
      if (text) range.setEnd(text, 1);
      return {
        left: Math.round((left - offsetLeft) * scale),
        right: Math.round((right - offsetLeft) * scale),
        top: Math.round((top - offsetTop) * scale),
        bottom: Math.round((bottom - offsetTop) * scale),
        letter: Math.round(range.getBoundingClientRect().width * scale),
      };
    });

  const settled = (opened: Page) => untilSteady('the card in its place', SETTLED_MS, () => onScreen(opened));

  it('shows a legible sheet on a page without a viewport element', async () => {
    const opened = await openOn(
      '<p id="t">旧网站：讲到科创中国。</p><div style="width:980px;height:1400px;background:#eef">宽</div>',
    );
    expect(await opened.evaluate(() => (visualViewport?.scale ?? 1) < 0.5)).toBe(true);
    const place = await placeOf(opened, '#t', '科创中国');
    await tapAt(opened, place);
    await untilCard(fixture.extensionPage, opened, '科创中国');
    const seen = await settled(opened);
    expect(seen).toMatchObject({ left: 0, right: 360, bottom: 640 });
    expect(seen?.letter).toBeGreaterThanOrEqual(16);
    // So is the sheet of a term in it.
    const term = await placeInCard(fixture.extensionPage, opened, '.term');
    await tapAt(opened, term);
    await until('the inner sheet', () =>
      inCard(fixture.extensionPage, opened, (root) => root.querySelector('.is-inner h2') !== null),
    );
    const inner = await settled(opened);
    expect(inner).toMatchObject({ left: 0, right: 360, bottom: 640 });
    expect(inner?.letter).toBeGreaterThanOrEqual(16);
  });

  it('shows the sheet in the visual viewport of a page enlarged with two fingers, also when it moves', async () => {
    const opened = await openOn(
      `<meta name="viewport" content="width=device-width"><div style="height:200px"></div>
      <p id="t" style="margin-left:80px">讲到科创中国。</p><div style="height:900px"></div>`,
    );
    const session = await opened.createCDPSession();
    await session.send('Emulation.setPageScaleFactor', { pageScaleFactor: 2 });
    await until('the scale', () => opened.evaluate(() => visualViewport?.scale === 2));
    const tap = async () => {
      const at = await placeOf(opened, '#t', '科创中国');
      const { left, top } = await opened.evaluate(() => ({
        left: visualViewport?.offsetLeft ?? 0,
        top: visualViewport?.offsetTop ?? 0,
      }));
      // The driver counts from the part on the screen.
      await tapAt(opened, { x: at.x - left, y: at.y - top });
    };
    await tap();
    await untilCard(fixture.extensionPage, opened, '科创中国');
    await untilAccepted(
      'the sheet at the bottom of the screen',
      () => settled(opened),
      (seen) => seen?.left === 0 && seen.right === 360 && Math.abs(seen.bottom - 640) <= 1 && seen.letter >= 16,
    );
    await session.send('Emulation.setPageScaleFactor', { pageScaleFactor: 1.2 });
    await untilAccepted(
      'the sheet at the bottom of the screen again',
      () => settled(opened),
      (seen) => seen?.left === 0 && seen.right === 360 && Math.abs(seen.bottom - 640) <= 1,
    );
    await session.detach();
  });
}
