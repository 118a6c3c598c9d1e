/** Owns scenes of pages that a framework takes over from the server's HTML and renders again and again. */
import { expect } from 'vitest';
import { untilMarksAre } from '../../../tools/browser/marks';
import type { Scene } from './scene';

/** What the server sends: as the application renders it first. */
const SERVED =
  '<main><button id="next">下一次</button><p>第<!-- -->0<!-- -->次说到<b>科创</b>中国<!-- -->。</p><p>科普活动。</p><ul>' +
  ['科创中国', '全国科普日', '中国科协', '别的'].map((item) => `<li>${item}<!-- -->条目</li>`).join('') +
  '</ul></main>';
const TURNS = 5;
/** After the last turn. */
const MARKS = ['科创中国', '中国科协', '中国科协', '科创中国'];

export function frameworkScenes(bundles: Record<string, string>): Scene[] {
  return Object.entries(bundles).map(([name, script]) => ({
    title: `what ${name} makes of it, taken over and rendered ${TURNS} times`,
    source: `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>架</title></head><body>
      <div id="root">${name === 'preact' ? SERVED.replaceAll('<!-- -->', '') : SERVED}</div><script>
      function takeOver() { ${script} }</script></body></html>`,
    play: async (page) => {
      // Only now: the marks are there before the application is.
      await page.evaluate('takeOver()');
      const states: unknown[] = [];
      for (let turn = 0; turn <= TURNS; turn++) {
        if (turn > 0) await page.click('#next');
        await page.waitForFunction((wanted) => (globalThis as { turn?: number }).turn === wanted, {}, turn);
        states.push(
          await page.evaluate(() => [
            document.querySelector('#root')?.innerHTML,
            (globalThis as unknown as { faults: string[] }).faults, // The application keeps them.
          ]),
        );
      }
      return states;
    },
    check: async (page) => expect(await untilMarksAre(page, MARKS)).toEqual(MARKS),
  }));
}
