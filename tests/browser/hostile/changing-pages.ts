/** Pages that change continuously, and the memory that remains. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { untilMarksAre } from '../../../tools/browser/marks';
import { amount, isLong, report } from '../../long-runs';
import type { BrowserFixture } from '../harness/browser-fixture';

/** The source of a page of many nodes, of which one part changes by `storm` and one does not. */
export function stormPage(nodes: number): string {
  return `<!doctype html><meta charset="utf-8"><title>风暴</title>
<p>中国科协不动。</p><main></main><div id="still"></div>
<script>
  const words = ['科创中国', '全国科普日', '别的字', '中国科协', '还是别的'];
  const main = document.querySelector('main');
  for (let i = 0; i < 200; i++) main.append(Object.assign(document.createElement('p'), { textContent: words[i % 5] }));
  const still = document.getElementById('still');
  still.innerHTML = '<p>无关的<b>文字</b></p>'.repeat(${nodes} / 4);
  /** One change of each kind in turn. */
  function change(i) {
    const p = main.children[i % main.children.length];
    if (i % 5 === 0) p.textContent = words[(i * 7) % 5];
    else if (i % 5 === 1) p.firstChild?.replaceData(0, 2, words[i % 3]);
    else if (i % 5 === 2) main.append(p);
    else if (i % 5 === 3) p.replaceWith(Object.assign(document.createElement('p'), { textContent: words[i % 4] }));
    else { const b = document.createElement('b'); b.append('科创', '中国'); p.replaceChildren('又', b); }
  }
  async function storm(total, perSecond, patience) {
    const begin = performance.now();
    let busy = 0;
    for (let i = 0; i < total; ) {
      const start = performance.now();
      const due = Math.min(total, Math.ceil(((start - begin + 10) / 1000) * perSecond));
      for (; i < due; i++) change(i);
      busy += performance.now() - start;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    main.replaceChildren();
    main.innerHTML = '<p>静下来，科创中国。</p><p>全国<i>科普日</i>。</p>';
    return { busy, turns: await turnsUntilMarked(['中国科协', '科创中国', '全国科普日'], patience) };
  }
  /** Turns of 10 ms until the marks are those expected: a busy machine makes the turns longer, not more. */
  async function turnsUntilMarked(expected, patience) {
    const textOf = ({ startContainer, startOffset, endContainer, endOffset }) => {
      const range = document.createRange();
      range.setStart(startContainer, startOffset);
      range.setEnd(endContainer, endOffset);
      return range.toString();
    };
    const marks = () => [...CSS.highlights.values()].flatMap((highlight) => [...highlight].map(textOf));
    let turns = 0;
    for (; turns < patience && marks().sort().join() !== expected.sort().join(); turns++)
      await new Promise((resolve) => setTimeout(resolve, 10));
    return turns;
  }
  /** Paragraphs come, are marked, and go, one by one. */
  async function tide(total) {
    const height = 500;
    const marked = () => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0);
    for (let i = 0; i < total; i += 2 * height) {
      for (let k = 0; k < height; k++)
        main.append(Object.assign(document.createElement('p'), { textContent: words[k % 2] + '第' + k + '段' }));
      while (marked() < 20) await new Promise((resolve) => setTimeout(resolve, 10));
      // Time to read the others.
      await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 500 }));
      for (const p of [...main.children].slice(2)) p.remove();
    }
  }
</script>`;
}
const AFTER = ['中国科协', '科创中国', '全国科普日'];

/** Registers the tests. */
export function describeChangingPages(fixture: BrowserFixture): void {
  describe('a page that changes continuously', () => {
    const perSecond = amount(4000, 10_000);
    const seconds = amount(1.5, 30);
    const nodes = amount(8000, 50_000);
    it(`has correct marks when it stops, after ${perSecond} changes a second for ${seconds} s in ${nodes} nodes`, async () => {
      const page = await fixture.openSource(stormPage(nodes));
      const { busy, turns } = await storm(page, perSecond * seconds, perSecond);
      expect(await untilMarksAre(page, AFTER)).toEqual(AFTER);
      expect(turns).toBeLessThan(100); // A second.
      report('marks right after quiet', `${turns} turns of 10 ms`);
      if (!isLong) return;
      await fixture.turnSites('off');
      const bare = await storm(page, perSecond * seconds, perSecond, 0);
      await fixture.turnSites('on');
      report('the page’s own changes', `${busy.toFixed()} ms with us, ${bare.busy.toFixed()} ms without`);
    });

    const changes = amount(10_000, 100_000);
    it(`releases removed nodes, after ${changes} changes`, async () => {
      const page = await fixture.openSource(stormPage(400));
      await storm(page, 2000, 10_000);
      expect(await untilMarksAre(page, AFTER)).toEqual(AFTER);
      const before = await leftovers(page);
      await page.evaluate(`tide(${changes})`);
      expect(await untilMarksAre(page, AFTER)).toEqual(AFTER);
      const after = await leftovers(page);
      expect(after.registered).toBe(AFTER.length);
      // If nodes were retained, there would be thousands.
      if (before.nodes && after.nodes) expect(after.nodes - before.nodes).toBeLessThan(500);
      report('nodes, listeners, heap', `${JSON.stringify(before)} before, ${JSON.stringify(after)} after`);
    });
  });
}

interface Storm {
  /** Time spent in the page's own changes, in ms. */
  busy: number;
  /** Turns of 10 ms until its marks were correct. */
  turns: number;
}

/** Changes such a page, and waits until its last text is marked. @param patience largest number of turns to wait. */
export function storm(page: Page, total: number, perSecond: number, patience = 2000): Promise<Storm> {
  return page.evaluate(`storm(${total}, ${perSecond}, ${patience})`) as Promise<Storm>; // The result of the page's function.
}

/** State after garbage collection. Nodes and heap in Chromium only. */
export async function leftovers(page: Page): Promise<{ registered: number; nodes?: number; heapBytes?: number }> {
  const registered = await page.evaluate(() => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0));
  const session = await page.createCDPSession().catch(() => null);
  if (!session) return { registered };
  // Twice, because objects released by the first run may hold others.
  for (let i = 0; i < 2; i++) await session.send('HeapProfiler.collectGarbage');
  const { nodes } = await session.send('Memory.getDOMCounters');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return { registered, nodes, heapBytes: usedSize };
}
