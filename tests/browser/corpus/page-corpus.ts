/** Pages of `tests/pages/corpus`. Each contains its expected marks, at the start and after clicks on buttons. */
import { readdirSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { marksOf, untilMarksAre } from '../../../tools/browser/marks';
import { until } from '../../../tools/browser/wait';
import type { BrowserFixture } from '../harness/browser-fixture';

const PAGES = readdirSync(new URL('../../pages/corpus/', import.meta.url)).filter((name) => name.endsWith('.html'));

/** Elements that are never marked, besides those that a page names. */
const UNTOUCHED =
  '[data-untouched], script, style, noscript, template, code, pre, kbd, samp, textarea, select, svg, math, [contenteditable=""]';

const list = v.array(v.string());
const marked = v.union([
  v.strictObject({ press: v.optional(v.string()), marks: list }),
  /** Only marks that have boxes, for pages with hidden parts. */
  v.strictObject({ press: v.optional(v.string()), visible: list }),
]);
const expectationSchema = v.intersect([
  v.looseObject({ next: v.optional(v.array(marked)), frames: v.optional(v.record(v.string(), list)) }),
  v.union([v.looseObject({ marks: list }), v.looseObject({ visible: list })]),
]);

/** Registers a test for each page. */
export function describePageCorpus(fixture: BrowserFixture): void {
  describe('the page corpus', () => {
    it.each(PAGES)('%s has its mentions marked, in order', async (name) => {
      const page = await fixture.open(`corpus/${name}`);
      const expectation = await expectationOf(page);
      await expectMarks(page, expectation);
      for (const [frame, marks] of Object.entries(expectation.frames ?? {})) {
        expect(await untilMarksAre(await frameNamed(page, frame), marks), frame).toEqual(marks);
      }
      for (const step of expectation.next ?? []) {
        await page.click(step.press ?? '');
        await expectMarks(page, step);
      }
      expect(await marksOf(page, { inside: UNTOUCHED })).toEqual([]);
    });
  });
}

async function expectationOf(page: Page) {
  const text = await page.$eval('#expected', (script) => script.textContent ?? '');
  return v.parse(expectationSchema, JSON.parse(text));
}

async function expectMarks(page: Page, wanted: { marks: string[] } | { visible: string[] }): Promise<void> {
  const [marks, query] = 'marks' in wanted ? [wanted.marks, {}] : [wanted.visible, { isVisible: true }];
  expect(await untilMarksAre(page, marks, query)).toEqual(marks);
}

async function frameNamed(page: Page, name: string) {
  return until(`the frame ${name}`, async () => {
    for (const frame of page.frames()) {
      const own = await frame.evaluate(() => window.name).catch(() => '');
      if (own === name) return frame;
    }
    return null;
  });
}
