/** Navigation: back and forward, prerendering, changes of the address without loading. */
import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { untilCard, untilNoCard } from '../../../tools/browser/card';
import { marksOf, untilMarksAre } from '../../../tools/browser/marks';
import { pointAt } from '../../../tools/browser/text';
import { Pending, until } from '../../../tools/browser/wait';
import { amount } from '../../long-runs';
import type { BrowserFixture } from '../harness/browser-fixture';

const pageOf = (text: string) => `<!doctype html><meta charset="utf-8"><title>行</title><p id="text">${text}</p><script>
  const shown = [];
  addEventListener('pageshow', (event) => shown.push(event.persisted));
</script>`;
const FIRST = ['中国科协', '科创中国'];
const SECOND = ['全国科普日'];

/** Registers the tests. */
export function describeNavigation(fixture: BrowserFixture): void {
  const prepare = () =>
    [
      fixture.server.put('first.html', pageOf('中国科协办好科创中国。')),
      fixture.server.put('second.html', pageOf('全国科普日到了。')),
    ] as const;
  const openCard = async (page: Page) => {
    await pointAt(page, '#text', '科创中国');
    await untilCard(fixture.extensionPage, page, '科创中国');
  };

  describe('navigation', () => {
    it('closes the card; the page restored by going back is marked once, and its card opens', async () => {
      const [first, second] = prepare();
      const page = await fixture.open(first);
      expect(await untilMarksAre(page, FIRST)).toEqual(FIRST);
      await openCard(page);
      await page.goto(second);
      expect(await untilMarksAre(page, SECOND)).toEqual(SECOND);
      await go(page, 'history.back()', first);
      // The page came from the back/forward cache.
      expect(await page.evaluate('shown')).toEqual([false, true]);
      expect(await untilMarksAre(page, FIRST)).toEqual(FIRST);
      expect(await page.$$('[popover]')).toEqual([]);
      await openCard(page);
      await page.keyboard.press('Escape');
      await page.evaluate(() => {
        const text = document.querySelector('#text');
        if (text) text.textContent = '回来以后换成全国科普日。';
      });
      expect(await untilMarksAre(page, SECOND)).toEqual(SECOND);
      // Firefox's driver never reports the next navigation of such a tab.
      await page.close();
    });

    it('applies settings changed meanwhile to a rewritten page that is restored', async () => {
      const [first, second] = prepare();
      const page = await fixture.open(first);
      expect(await untilMarksAre(page, FIRST)).toEqual(FIRST);
      await page.evaluate(() => {
        document.open();
        document.write('<p>写下的全国科普日。</p>');
        document.close();
        Object.assign(window, { isKept: true });
      });
      expect(await untilMarksAre(page, SECOND)).toEqual(SECOND);
      await page.goto(second);
      expect(await untilMarksAre(page, SECOND)).toEqual(SECOND);
      await fixture.turnSites('off');
      await go(page, 'history.back()', first);
      const marks = await untilMarksAre(page, []);
      await fixture.turnSites('on');
      expect([marks, await page.evaluate('window.isKept')]).toEqual([[], true]);
      await page.close();
    });

    const turns = amount(6, 200);
    it(`marks each page once, ${turns} times back and forth`, async () => {
      const [first, second] = prepare();
      const page = await fixture.open(first);
      for (let turn = 0; turn < turns; turn++) {
        const isForth = turn % 2 === 0;
        if (isForth) await go(page, `location.href = '${second}'`, second);
        else await go(page, 'history.back()', first);
        const expected = isForth ? SECOND : FIRST;
        expect(await untilMarksAre(page, expected)).toEqual(expected);
        expect(await page.evaluate(() => CSS.highlights.size)).toBe(1);
      }
      await page.close();
    });

    const departures = amount(5, 60);
    it(`marks a page that was left before it was marked, ${departures} times`, async () => {
      const [, second] = prepare();
      for (let departure = 0; departure < departures; departure++) {
        // From injection to the arrival of the engine takes about 60 ms.
        const afterMs = (departure * 9) % 60;
        const leave = `<script>addEventListener('load', () => setTimeout(() => { location.href = '${second}' }, ${afterMs}))</script>`;
        const first = fixture.server.put(`left-${departure}.html`, pageOf('中国科协办好科创中国。') + leave);
        const page = await fixture.open(`left-${departure}.html`);
        await until('the second page', async () => (await addressOf(page)) === second);
        await page.evaluate('history.back()').catch(() => null);
        await until('the first page', async () => (await addressOf(page)).startsWith(first));
        expect(await untilMarksAre(page, FIRST)).toEqual(FIRST);
        // Requests lost at the departure were repeated: the marks have a style, and a card opens.
        await until('the style', () => page.evaluate(isMarkStyled));
        await openCard(page);
        await page.close();
      }
    });

    it('follows a page that changes address and text without loading', async () => {
      const page = await fixture.open(prepare()[0]);
      await untilMarksAre(page, FIRST);
      await openCard(page);
      await page.evaluate(() => {
        history.pushState(null, '', '/first.html?elsewhere');
        document.querySelector('#text')?.replaceChildren('另一处的全国科普日。');
      });
      await untilNoCard(page);
      expect(await untilMarksAre(page, SECOND)).toEqual(SECOND);
      await page.evaluate(() => {
        document.querySelector('#text')?.replaceChildren('又是中国科协和科创中国。');
        history.back();
      });
      expect(await untilMarksAre(page, FIRST)).toEqual(FIRST);
      await openCard(page);
    });

    it('closes the card of a page that keeps its text and changes its address', async () => {
      const page = await fixture.open(prepare()[0]);
      await untilMarksAre(page, FIRST);
      // Older versions of Firefox have no navigation API.
      if (await page.evaluate(() => !('navigation' in window))) return;
      await openCard(page);
      await page.evaluate(() => history.pushState(null, '', '/first.html?elsewhere'));
      await untilNoCard(page);
      expect(await marksOf(page)).toEqual(FIRST);
    });

    it('marks text written by document.write after the page has loaded', async () => {
      const page = await fixture.openSource(pageOf('中国科协办好科创中国。'));
      await untilMarksAre(page, FIRST);
      await page.evaluate(() => {
        document.write('<p id="text">写在后面的全国');
        document.write('科普日。</p>');
      });
      expect(await untilMarksAre(page, SECOND)).toEqual(SECOND);
      await page.evaluate(() => document.close());
      expect(await untilMarksAre(page, SECOND)).toEqual(SECOND);
    });

    const times = amount(1, 20);
    it(`marks a prerendered page once, ${times} times`, async () => {
      // Firefox does not prerender pages.
      if (fixture.driver.name === 'firefox') return;
      let prerendered = 0;
      // Chromium may discard a prerendered page and load it again: such a page is not counted.
      for (let i = 0; prerendered < times && i < times + 10; i++) {
        const name = `prerendered-${i}`;
        const target = fixture.server.put(`${name}.html`, pageOf('全国科普日到了。') + reportTo(name));
        const rules = JSON.stringify({ prerender: [{ urls: [target], eagerness: 'immediate' }] });
        const page = await fixture.openSource(
          `<!doctype html><meta charset="utf-8"><script type="speculationrules">${rules}</script>`,
        );
        await until('the request of the page to prerender', async () => fixture.server.countOf(`${name}.html`) > 0);
        // The driver loses the page when the prerendered one replaces it, so that the page reports its state by itself.
        await page.evaluate(`location.href = '${target}'`).catch(() => null);
        const { isPrerendered } = await until('the report of the page, marked once', async () => {
          const report = v.parse(v.optional(reportSchema), fixture.server.reportOf(name));
          const isMarked = report?.marks.join() === SECOND.join() && report.highlights === 1;
          return isMarked ? report : new Pending(report);
        });
        if (isPrerendered) prerendered++;
      }
      expect(prerendered).toBe(times);
    });
  });
}

const reportSchema = v.object({
  marks: v.array(v.string()),
  highlights: v.number(),
  isPrerendered: v.boolean(),
});

/** A script that reports the marks of its page to the server whenever they change, once the page is shown. */
function reportTo(name: string): string {
  return `<script>
    let last = '';
    setInterval(() => {
      if (document.prerendering) return;
      const [navigation] = performance.getEntriesByType('navigation');
      const ranges = [...CSS.highlights.values()].flatMap((highlight) => [...highlight]);
      const report = JSON.stringify({
        marks: ranges.map((range) => range.startContainer.data.slice(range.startOffset, range.endOffset)),
        highlights: CSS.highlights.size,
        isPrerendered: navigation.activationStart > 0,
      });
      if (report === last) return;
      last = report;
      fetch('/report/${name}', { method: 'POST', body: report });
    }, 20);
  </script>`;
}

/** Navigates by a script of the page, because Firefox's driver does not notice restored pages. */
async function go(page: Page, script: string, address: string): Promise<void> {
  await page.evaluate(script).catch(() => null);
  await until('the other page', async () => (await addressOf(page)) === address);
}

function addressOf(page: Page): Promise<string> {
  return page.evaluate(() => location.href).catch(() => '');
}

function isMarkStyled(): boolean {
  const [name = ''] = CSS.highlights.keys();
  return getComputedStyle(document.body, `::highlight(${name})`).textDecorationLine === 'underline';
}
