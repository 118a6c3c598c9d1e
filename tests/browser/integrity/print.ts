/** Tests that marks are not printed. Chromium prints highlights by default, Firefox never. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { untilMarked, untilMarksAre } from '../../../tools/browser/marks';
import { until } from '../../../tools/browser/wait';
import type { BrowserFixture } from '../harness/browser-fixture';

/** Smallest difference of a colour value (of 255) that counts: highlights change the edges of letters slightly. */
const SHADE = 48;

/** Registers the tests. */
export function describePrint(fixture: BrowserFixture): void {
  describe('the printed page', () => {
    it('is the same with and without marks', async () => {
      // Firefox cannot emulate print media.
      if (fixture.driver.name === 'firefox') return;
      const page = await fixture.openSource(
        '<!doctype html><meta charset="utf-8"><h1>中国科协</h1><p>办好科创中国。</p>',
      );
      await untilMarked(page);
      const printed = await pictureOf(page, 'print');
      await until('marks on the screen', async () => (await difference(page, await pictureOf(page), printed)) > 50);
      const withMarks = await pictureOf(page, 'print');
      await fixture.turnSites('off');
      await untilMarksAre(page, []);
      const without = await pictureOf(page, 'print');
      await fixture.turnSites('on');
      expect(await difference(page, withMarks, without)).toBe(0);
    });
  });
}

/** A picture of the page, as PNG in Base64. */
async function pictureOf(page: Page, media?: 'print'): Promise<string> {
  await page.emulateMediaType(media);
  const picture = await page.screenshot({ encoding: 'base64' });
  await page.emulateMediaType();
  return picture;
}

/** Number of pixels in which two pictures of the same size differ by more than `SHADE`. */
function difference(page: Page, a: string, b: string): Promise<number> {
  return page.evaluate(
    async (pictures, shade) => {
      const pixelsOf = async (picture: string) => {
        const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob());
        const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
        context?.drawImage(image, 0, 0);
        return context?.getImageData(0, 0, image.width, image.height).data ?? [];
      };
      const [left, right] = await Promise.all(pictures.map(pixelsOf));
      const differing = new Set<number>();
      for (let i = 0; left && right && i < left.length; i++) {
        if (Math.abs((left[i] ?? 0) - (right[i] ?? 0)) > shade) differing.add(i >> 2);
      }
      return differing.size;
    },
    [a, b],
    SHADE,
  );
}
