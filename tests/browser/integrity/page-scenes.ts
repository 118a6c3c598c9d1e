/** Scenes of ordinary pages: selecting, copying, searching, and what the page's scripts see. */
import type { Page } from 'puppeteer-core';
import { placeOf } from '../../../tools/browser/text';
import type { Scene } from './scene';

const ARTICLE = `<h1>中国科协办好科创中国</h1>
<p id="first">全国科普日到了，<b>科创</b>中国也在，<a href="#second">中国科协</a>主办。</p>
<p id="second">第二段又说到科创中国，<i>斜体的</i>中国科协和全国科普日。</p>
<table><tr><td>科创中国</td><td>中国科协</td></tr></table>
<ul><li>全国科普日</li><li>科创中国</li></ul>
<textarea id="paste"></textarea><div id="rich" contenteditable></div>`;

/** Records changes, errors and events from the start. */
const WATCH = `<script>
  const log = (globalThis.log = []);
  new MutationObserver((records) => {
    for (const { type, target, attributeName } of records) log.push(type + ' ' + target.nodeName + ' ' + attributeName);
  }).observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
  for (const type of ['error', 'selectionchange', 'copy', 'paste', 'focusin', 'click', 'dblclick', 'keydown', 'input'])
    document.addEventListener(type, (event) => log.push(type + ' ' + (event.target.nodeName ?? '')), true);
</script>`;

const sourceOf = (body: string) =>
  `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>整</title></head><body>${body}</body></html>`;

const selection = (page: Page) =>
  page.evaluate(() => {
    const { anchorOffset, focusOffset, anchorNode, focusNode, rangeCount } = getSelection() ?? {};
    return [String(getSelection()), anchorNode?.nodeValue, anchorOffset, focusNode?.nodeValue, focusOffset, rangeCount];
  });

/** The data of the clipboard, as a page receives it on paste. */
async function pasted(page: Page, field: string): Promise<unknown> {
  await page.click(field);
  await page.evaluate(() => {
    addEventListener(
      'paste',
      ({ clipboardData: data }) => {
        Object.assign(globalThis, { got: data?.types.map((type) => [type, data.getData(type)]) });
      },
      { once: true, capture: true },
    );
  });
  await chord(page, 'v');
  return page.evaluate(() => (globalThis as unknown as { got?: unknown }).got); // Set above.
}

async function chord(page: Page, key: 'a' | 'c' | 'v' | 'z'): Promise<void> {
  await page.keyboard.down('Control');
  await page.keyboard.press(key);
  await page.keyboard.up('Control');
}

export const PAGE_SCENES: Scene[] = [
  {
    title: 'DOM, text, layout and mutation records',
    source: sourceOf(WATCH + ARTICLE),
    play: (page) =>
      page.evaluate(async () => {
        // Time for changes by marks to be recorded, if there were any.
        for (let frame = 0; frame < 20; frame++) await new Promise(requestAnimationFrame);
        const first = document.querySelector('#first');
        return {
          html: document.documentElement.outerHTML,
          // biome-ignore lint/performance/useDomNodeTextContent: the text with its line breaks is compared.
          inner: document.body.innerText,
          text: document.body.textContent,
          children: first?.childNodes.length,
          style: first && { ...getComputedStyle(first) },
          boxes: [...document.querySelectorAll('p')].map((p) => p.getBoundingClientRect().toJSON()),
          log: (globalThis as unknown as { log?: unknown }).log,
        };
      }),
  },
  {
    title: 'selection by drag, double click and key',
    source: sourceOf(ARTICLE),
    play: async (page) => {
      const from = await placeOf(page, '#first', '科普日');
      const to = await placeOf(page, '#second', '科创中国');
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(to.x, to.y, { steps: 4 });
      await page.mouse.up();
      const dragged = await selection(page);
      await page.mouse.click(to.x, to.y, { count: 2 });
      const word = await selection(page);
      await page.mouse.click(to.x, to.y, { count: 3 });
      const paragraph = await selection(page);
      await chord(page, 'a');
      return [dragged, word, paragraph, await selection(page)];
    },
  },
  {
    title: 'copying, as text and as HTML',
    source: sourceOf(ARTICLE),
    play: async (page) => {
      await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('#first') ?? document.body));
      await chord(page, 'c');
      const plain = await pasted(page, '#paste');
      const field = await page.$eval('#paste', (element) => (element as HTMLTextAreaElement).value); // It is one.
      await pasted(page, '#rich');
      return [plain, field, await page.$eval('#rich', (element) => element.innerHTML)];
    },
  },
  {
    title: 'searching in the page',
    source: sourceOf(ARTICLE),
    play: (page) =>
      page.evaluate(() => {
        const { find } = window as unknown as { find(text: string): boolean }; // In every browser, but in no standard.
        const found: string[] = [];
        for (const text of ['科创中国', '中国科协', '日到了，科创', '没有的字']) {
          getSelection()?.removeAllRanges();
          for (let i = 0; i < 8 && find.call(window, text); i++) {
            const { anchorNode, anchorOffset } = getSelection() ?? {};
            found.push(`${text} ${anchorNode?.nodeValue} ${anchorOffset}`);
          }
        }
        return found;
      }),
  },
  {
    title: 'text nodes that the page keeps and splits',
    source: sourceOf(ARTICLE),
    play: (page) =>
      page.evaluate(() => {
        const text = document.querySelector('#second')?.firstChild as Text; // It begins with text.
        const rest = text.splitText(4);
        const range = document.createRange();
        range.setStart(text, 2);
        range.setEnd(rest, 3);
        text.insertData(0, '科创中国，');
        rest.deleteData(0, 2);
        const held = [text.data, rest.data, range.toString(), range.startOffset, range.endOffset];
        document.querySelector('#second')?.normalize();
        return [held, document.querySelector('#second')?.innerHTML];
      }),
  },
];
