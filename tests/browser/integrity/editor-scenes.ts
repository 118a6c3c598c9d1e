/** Scenes of editors: text, events and caret must be the same with and without the extension. */
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { clickOn } from '../../../tools/browser/elements';
import { marksOf } from '../../../tools/browser/marks';
import type { Scene } from './scene';

const MARKED = '<p>编辑区外面的中国科协。</p>';
const TYPED = '写下科创中国和';

/** Records events and changes inside editors, in order. */
const WATCH = `<script>
  const log = (globalThis.log = []);
  for (const type of ['beforeinput', 'input', 'compositionstart', 'compositionupdate', 'compositionend'])
    document.addEventListener(type, (event) => log.push([type, event.inputType, event.data]), true);
  new MutationObserver((records) => {
    for (const { type, target, addedNodes, removedNodes } of records)
      // Without real editors, which change their own tree at arbitrary times.
      if (target.parentElement?.closest('[data-editor]:not([id])')) log.push([type, target.nodeName, addedNodes.length, removedNodes.length]);
  }).observe(document, { childList: true, subtree: true, characterData: true });
</script>`;

const source = (body: string, script = '') =>
  `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>编</title></head><body>${WATCH}${MARKED}${body}<script>${script}</script></body></html>`;

/** State of the editor and the caret. */
const state = (page: Page, editor: string) =>
  page.evaluate(async (selector) => {
    // Editors process input asynchronously.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const element = document.querySelector(selector);
    const field = element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement ? element : null;
    const { anchorNode, anchorOffset, focusOffset } = getSelection() ?? {};
    const own = globalThis as unknown as { documents?(): unknown; carets?(): unknown }; // Functions of the page with real editors.
    return {
      html: element?.outerHTML,
      field: field && [field.value, field.selectionStart, field.selectionEnd],
      caret: [anchorNode?.nodeName, anchorNode?.nodeValue, anchorOffset, focusOffset],
      focus: document.activeElement?.nodeName,
      documents: own.documents?.(),
      carets: own.carets?.(),
      log: (globalThis as unknown as { log?: unknown }).log,
    };
  }, editor);

async function write(page: Page, editor: string): Promise<unknown[]> {
  const press = async (key: 'z' | 'c' | 'v' | 'a') => {
    await page.keyboard.down('Control');
    await page.keyboard.press(key);
    await page.keyboard.up('Control');
    await state(page, editor);
  };
  // Editors notice a moved caret asynchronously, and would paste at the old place.
  const goToEnd = async () => {
    await page.keyboard.press('End');
    await state(page, editor);
  };
  await page.click(editor);
  await goToEnd();
  await page.keyboard.type(TYPED);
  await page.keyboard.press('Backspace');
  const typed = await state(page, editor);
  await press('z');
  const undone = await state(page, editor);
  await press('a');
  await press('c');
  await goToEnd();
  await press('v');
  return [typed, undone, await state(page, editor)];
}

/** Expects marks outside editors only. */
async function isUnmarked(page: Page): Promise<void> {
  expect(await marksOf(page, { inside: '[data-editor]' })).toEqual([]);
  expect(await marksOf(page)).toEqual(['中国科协']);
}

const PLAIN: [string, string][] = [
  ['a text area', '<textarea data-editor>原有科创中国。</textarea>'],
  ['a field', '<input data-editor value="原有科创中国。">'],
  ['an editable area', '<div data-editor contenteditable style="width: 400px"><p>原有<b>科创</b>中国。</p></div>'],
  [
    'an area of plain text',
    '<div data-editor contenteditable="plaintext-only" style="width: 400px">原有科创中国。</div>',
  ],
  [
    'an editable area in one that is not',
    '<div contenteditable="false"><div data-editor contenteditable="true" style="width: 400px">原有科创中国。</div></div>',
  ],
];

/** Like Monaco: visible lines are drawn by script, and a hidden field receives the input. */
const DRAWN = `<div id="drawn" style="position: relative; width: 400px"><textarea style="position: absolute; opacity: 0; width: 1px; height: 1px"></textarea>
  <div class="notranslate" data-lines></div></div>`;
const DRAW = `
  const field = document.querySelector('#drawn textarea');
  const lines = document.querySelector('[data-lines]');
  let text = '原有科创中国。';
  const draw = () => { lines.innerHTML = text.split('\\n').map((line) => '<div>' + [...line].map((c) => '<span>' + c + '</span>').join('') + '</div>').join(''); };
  field.addEventListener('input', () => { text += field.value; field.value = ''; draw(); });
  lines.addEventListener('click', () => field.focus());
  draw();`;

/** @param bundled the script with CodeMirror and ProseMirror. */
export function editorScenes(bundled: string): Scene[] {
  const plain = PLAIN.map(
    ([name, html]): Scene => ({
      title: `${name}: typing, undo, copy and paste`,
      source: source(html),
      play: (page) => write(page, '[data-editor]'),
      check: isUnmarked,
    }),
  );
  const real = ['codemirror', 'prosemirror'].map(
    (id): Scene => ({
      title: `${id}: typing, undo, copy and paste, and its document`,
      source: source('<div id="codemirror" data-editor></div><div id="prosemirror" data-editor></div>', bundled),
      play: (page) => write(page, `#${id} [contenteditable]`),
      check: isUnmarked,
    }),
  );
  return [
    ...plain,
    ...real,
    {
      title: 'an editor that draws its lines',
      source: source(DRAWN, DRAW),
      play: async (page) => {
        await clickOn(page, '[data-lines]');
        await page.keyboard.type(TYPED);
        return [await page.$eval('[data-lines]', (lines) => lines.innerHTML), await state(page, '#drawn')];
      },
      check: async (page) => expect(await marksOf(page)).toEqual(['中国科协']),
    },
    {
      title: 'a page in design mode',
      source: source('<p>整页都可以改：科创中国。</p>'),
      play: async (page) => {
        await page.evaluate(() => {
          document.designMode = 'on';
        });
        await clickOn(page, 'p:last-of-type');
        await page.keyboard.press('End');
        await page.keyboard.type(TYPED);
        return state(page, 'body');
      },
    },
    {
      title: 'a word composed by an input method',
      source: source('<div data-editor contenteditable style="width: 400px">原有：</div>'),
      play: async (page, fixture) => {
        // Firefox's driver has no input method.
        if (fixture.driver.name === 'firefox') return 'not played';
        await clickOn(page, '[data-editor]');
        const session = await page.createCDPSession();
        for (const text of ['ke', 'kechuang', '科创']) {
          await session.send('Input.imeSetComposition', {
            text,
            selectionStart: text.length,
            selectionEnd: text.length,
          });
        }
        await session.send('Input.insertText', { text: '科创中国' });
        await session.detach();
        return state(page, '[data-editor]');
      },
      check: isUnmarked,
    },
  ];
}
