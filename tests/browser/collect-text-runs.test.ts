import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Driver, launchChromium, launchFirefox } from '../../tools/browser/driver';
import { bundleScript } from './harness/bundle';
import { takeBrowser } from './harness/shared-browsers';

const ENTRY = new URL('../../entrypoints/engine.content/collect-text-runs.ts', import.meta.url);

type Engine = typeof import('../../entrypoints/engine.content/collect-text-runs');

describe.each<[string, () => Promise<Driver>]>([
  ['Chromium', launchChromium],
  ['Firefox', launchFirefox],
])('reading a page in %s', (_name, launch) => {
  let driver: Driver;
  let page: Page;

  beforeAll(async () => {
    const [code, launched] = await Promise.all([bundleScript(ENTRY, 'engine'), takeBrowser(launch)]);
    driver = launched;
    page = await driver.newPage();
    await page.evaluate(`${code}; globalThis.engine = engine; null`);
  });
  afterAll(() => driver?.close());

  /** Texts of all text runs, nested blocks included; `⏎` is a line break of the author, `□` an unread element. */
  function runsOf(html: string): Promise<string[]> {
    return page.evaluate((source) => {
      const { engine } = globalThis as unknown as { engine: Engine }; // Put there above.
      document.body.innerHTML = source;
      const texts: string[] = [];
      const open: Element[] = [document.body];
      for (let block = open.shift(); block; block = open.shift()) {
        const { runs, blocks } = engine.collectTextRuns(block);
        for (const { text } of runs) texts.push(text.replaceAll('\u2028', '⏎').replaceAll('\ufffc', '□'));
        open.unshift(...blocks);
      }
      return texts;
    }, html);
  }

  it.each<[string, string, string[]]>([
    ['nothing', '', []],
    ['white space only', '<p> \n </p>', []],
    ['one paragraph', '<p>科协十大</p>', ['科协十大']],
    ['inline elements as one text', '<p>科<b>协</b><a href="#">十<i>大</i></a></p>', ['科协十大']],
    ['two paragraphs as two', '<p>科协</p><p>十大</p>', ['科协', '十大']],
    ['text around a block as two', 'a<div>b</div>c', ['a', 'c', 'b']],
    ['a break as a line', '科协<br>十大', ['科协⏎十大']],
    ['ruby without its readings', '<ruby>科<rt>kē</rt>协<rt>xié</rt></ruby>十大', ['科协十大']],
    ['a wbr as nothing', '科协<wbr>十大', ['科协十大']],
    ['code, scripts and fields as unread', 'a<code>科协</code>b<script>x</script>c<input>d', ['a□b□c□d']],
    [
      'a textarea and code in a pre as parting',
      'a<textarea>科协</textarea>b<pre><code>科协</code></pre>c',
      ['a', 'b', 'c'],
    ],
    ['what is hidden in a line by itself', '科协<span hidden>（略）</span>十大', ['科协十大', '（略）']],
    ['what the author asks not to touch', 'a<span class="notranslate">科协</span>b', ['a□b']],
    ['what the reader edits', '<div contenteditable>科协</div><p contenteditable="false">十大</p>', ['十大']],
    ['table cells apart', '<table><tr><td>科协</td><td>十大</td></tr></table>', ['科协', '十大']],
    ['comments as nothing', '科协<!-- x -->十大', ['科协十大']],
  ])('reads %s', async (_name, html, expected) => {
    expect(await runsOf(html)).toEqual(expected);
  });

  it('maps offsets back to nodes', async () => {
    await runsOf('<p>甲<b>科协</b>十<i>大</i>乙</p>');
    const bounds = await page.evaluate(() => {
      const { engine } = globalThis as unknown as { engine: Engine }; // Put there above.
      const block = document.querySelector('p');
      const [run] = block ? engine.collectTextRuns(block).runs : [];
      const found = run?.boundsOf(1, 5);
      return (
        found && [found.startContainer.nodeValue, found.startOffset, found.endContainer.nodeValue, found.endOffset]
      );
    });
    expect(bounds).toEqual(['科协', 0, '大', 1]);
  });

  it('reports a range as stale exactly if its text changed or was removed', async () => {
    await runsOf('<p>科协十大<b>后文</b></p>');
    const seen = await page.evaluate(() => {
      const { engine } = globalThis as unknown as { engine: Engine }; // Put there above.
      const block = document.querySelector('p');
      const [run] = block ? engine.collectTextRuns(block).runs : [];
      const after = document.querySelector('b')?.firstChild;
      const before = run?.isIntact(0, 6);
      if (after) after.nodeValue = '改了的后文';
      const changed = [run?.isIntact(0, 4), run?.isIntact(0, 6)];
      block?.remove();
      return [before, ...changed, run?.isIntact(0, 4)];
    });
    expect(seen).toEqual([true, true, false, false]);
  });
});
