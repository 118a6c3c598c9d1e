/** Scenes of pages that a framework hydrates from HTML of the server and renders several times. */
import { expect } from 'vitest';
import { clickOn } from '../../../tools/browser/elements';
import { untilMarksAre } from '../../../tools/browser/marks';
import type { Scene } from './scene';

/** HTML of the server, identical to the first rendering. */
const SERVED =
  '<main><button id="next">下一次</button><p>第<!-- -->0<!-- -->次说到<b>科创</b>中国<!-- -->。</p><p>科普活动。</p><ul>' +
  ['科创中国', '全国科普日', '中国科协', '别的'].map((item) => `<li>${item}<!-- -->条目</li>`).join('') +
  '</ul></main>';
const TURNS = 5;
/** After the last turn. */
const MARKS = ['科创中国', '中国科协', '中国科协', '科创中国'];

/** @param bundles the script of each framework's page, by name. */
export function frameworkScenes(bundles: Record<string, string>): Scene[] {
  return Object.entries(bundles).map(([name, script]) => ({
    title: `a page of ${name}, hydrated and rendered ${TURNS} times`,
    source: `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>架</title></head><body>
      <div id="root">${name === 'preact' ? SERVED.replaceAll('<!-- -->', '') : SERVED}</div><script>
      function takeOver() { ${script} }</script></body></html>`,
    play: async (page) => {
      // After the page is marked.
      await page.evaluate('takeOver()');
      const states: unknown[] = [];
      for (let turn = 0; turn <= TURNS; turn++) {
        if (turn > 0) await clickOn(page, '#next');
        await page.waitForFunction((wanted) => (globalThis as { turn?: number }).turn === wanted, {}, turn);
        states.push(
          await page.evaluate(() => [
            document.querySelector('#root')?.innerHTML,
            (globalThis as unknown as { faults: string[] }).faults, // Collected by the application.
          ]),
        );
      }
      return states;
    },
    check: async (page) => expect(await untilMarksAre(page, MARKS)).toEqual(MARKS),
  }));
}
