/** The style of marks on text with gradients, outlines, underlines and other paint. Described once and run in each browser. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { sendCommand } from '../../../tools/browser/commands';
import { untilMarksAre } from '../../../tools/browser/marks';
import { placeOf } from '../../../tools/browser/text';
import { until, untilAccepted, untilSteady } from '../../../tools/browser/wait';
import type { BrowserFixture } from '../harness/browser-fixture';

const TERM = '科创中国';
const page = (style: string, body: string) =>
  `<!doctype html><meta charset="utf-8"><style>body { font: 32px/2 sans-serif } ${style}</style>${body}<p id="below">中国科协</p>`;

const GRADIENT =
  'background: linear-gradient(90deg, #d33, #36c); -webkit-background-clip: text; background-clip: text;';

/** Pictures of one text in the page. */
interface Pictures {
  /** The glyphs without what is below their baseline. */
  glyphs: string;
  whole: string;
}

/** Tests what a mark changes of the text it is on, by pictures. */
export function describeStyles(fixture: BrowserFixture): void {
  /** Pictures of the first occurrence of the term in `#t`. */
  async function pictureOf(tab: Page): Promise<Pictures> {
    const clip = await tab.evaluate((term) => {
      const walker = document.createTreeWalker(document.querySelector('#t') ?? document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = (node.nodeValue ?? '').indexOf(term);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + term.length);
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x, y, width, height };
      }
      throw new Error(`there is no ${term}`);
    }, TERM);
    const take = (height: number) => tab.screenshot({ clip: { ...clip, height }, encoding: 'base64' });
    return untilSteady('the picture', 200, async () => ({
      glyphs: await take(clip.height * 0.6),
      whole: await take(clip.height * 1.15),
    }));
  }

  const registered = (tab: Page) =>
    tab.evaluate(() => [...CSS.highlights.values()].reduce((n, { size }) => n + size, 0));

  /** The pictures with marks and without. */
  async function pictures(tab: Page): Promise<{ marked: Pictures; plain: Pictures }> {
    // The style comes after the registration.
    await untilMarksAre(tab, ['中国科协'], { inside: '#below', isPainted: true });
    const marked = await pictureOf(tab);
    await sendCommand(fixture.extensionPage, tab, 'toggle-marks');
    await until('the marks to be hidden', async () => (await registered(tab)) === 0);
    const plain = await pictureOf(tab);
    await sendCommand(fixture.extensionPage, tab, 'toggle-marks');
    return { marked, plain };
  }

  describe('text that is not painted in its `color`', () => {
    it.each([
      ['a gradient, by its fill', `#t { ${GRADIENT} -webkit-text-fill-color: transparent }`],
      ['a gradient, by its colour', `#t { ${GRADIENT} color: transparent }`],
      ['a gradient of what is around it', `div { ${GRADIENT} -webkit-text-fill-color: transparent }`],
      ['its shadow alone', '#t { color: transparent; text-shadow: 0 0 1px #333 }'],
    ])('is unchanged except for the line, with %s', async (_what, style) => {
      const tab = await fixture.showSource(page(style, `<div><p id="t">说到${TERM}。</p></div>`));
      await untilMarksAre(tab, [TERM, '中国科协']);
      const { marked, plain } = await pictures(tab);
      expect(marked.glyphs).toBe(plain.glyphs);
      expect(marked.whole).not.toBe(plain.whole);
    });

    it.each([
      ['another fill', '#t { color: #000; -webkit-text-fill-color: #fff } body { background: #123 }'],
      ['another fill of what is around it', 'div { -webkit-text-fill-color: #c00 }'],
      ['an outline', '#t { -webkit-text-stroke: 1px #36c; -webkit-text-fill-color: transparent }'],
      ['an outline and its colour', '#t { -webkit-text-stroke: 2px #c00; color: #ff0 }'],
      ['another fill of its first line', '#t::first-line { -webkit-text-fill-color: #fff } body { background: #123 }'],
      ['another colour of its first line', '#t::first-line { color: #c00 }'],
      ['another colour of its first letter', '#t::first-letter { color: #c00 }', `${TERM}的事`],
      ['a fill in a part of it', '#t b { -webkit-text-fill-color: #c00 }', `说到<b>科创</b>中国，${TERM}。`],
    ])('is unchanged, with %s', async (_what, style, text = `说到${TERM}。`) => {
      const tab = await fixture.showSource(page(style, `<div><p id="t">${text}</p></div>`));
      await untilMarksAre(tab, ['中国科协'], { inside: '#below' });
      const { marked, plain } = await pictures(tab);
      expect(marked.glyphs).toBe(plain.glyphs);
    });

    it('has the same mark on glyphs of nearly no colour as on transparent ones', async () => {
      const body = `<p id="t"><span style="color: transparent">${TERM}</span>，<span style="color: rgb(0 0 0 / 0.02)">科技工作者</span>，科学家精神</p>`;
      const tab = await fixture.showSource(page('', body));
      await untilMarksAre(tab, [TERM, '科技工作者', '科学家精神', '中国科协']);
      const [clear, faint, usual] = await Promise.all(
        [TERM, '科技工作者', '科学家精神'].map((term) => highlightOf(tab, term)),
      );
      expect(faint).toBe(clear);
      expect(usual).not.toBe(clear);
    });

    it.each([
      ['itself', '#t:hover'],
      ['what is around it', 'div:hover #t'],
    ])('is unchanged while the pointer is on %s', async (_what, selector) => {
      const style = `${selector} { ${GRADIENT} -webkit-text-fill-color: transparent }`;
      const tab = await fixture.showSource(page(style, `<div><p id="t">说到${TERM}与别的话，很长的一行。</p></div>`));
      await untilMarksAre(tab, [TERM, '中国科协']);
      const beside = await placeOf(tab, '#t', '很长');
      await tab.mouse.move(beside.x, beside.y);
      const { marked, plain } = await pictures(tab);
      expect(marked.glyphs).toBe(plain.glyphs);
      await tab.mouse.move(beside.x, 700);
      await untilMarksAre(tab, [TERM, '中国科协']);
      const after = await pictures(tab);
      expect(after.marked.whole).not.toBe(after.plain.whole);
    });
  });

  describe('a mark', () => {
    it.each([
      ['a link', `<a href="#x">链接里的${TERM}与别的</a>`],
      ['a list of links', `<ul><li><a href="#x">${TERM}</a></li></ul>`],
      ['a link around a heading', `<a href="#x"><h3>标题里的${TERM}</h3></a>`],
      ['an underlined block', `<div style="text-decoration: underline"><p>下划线里的${TERM}</p></div>`],
      [
        'a link with a border for a line',
        `<a href="#x" style="text-decoration: none; border-bottom: 1px solid">${TERM}</a>`,
      ],
      ['a dotted link', `<a href="#x" style="text-decoration: underline dotted">${TERM}与别的</a>`],
    ])('is visible in %s, without a second line', async (_what, body) => {
      const tab = await fixture.showSource(page('', `<div id="t">${body}</div>`));
      await untilMarksAre(tab, [TERM, '中国科协']);
      expect(await lineOf(tab, TERM)).toBe('none');
      const { marked, plain } = await pictures(tab);
      expect(marked.glyphs).not.toBe(plain.glyphs);
    });

    it.each([
      ['a link without a line', `<a href="#x" style="text-decoration: none">${TERM}</a>`],
      ['a box in an underlined text', `<u>看<span style="display: inline-block">${TERM}</span></u>`],
      ['a link with a transparent line', `<a href="#x" style="text-decoration-color: transparent">${TERM}</a>`],
    ])('is a line in %s', async (_what, body) => {
      const tab = await fixture.showSource(page('', `<div id="t">${body}</div>`));
      await untilMarksAre(tab, [TERM, '中国科协']);
      // The style comes after the registration.
      await untilAccepted(
        'its line',
        () => lineOf(tab, TERM),
        (line) => line === 'underline',
      );
    });

    it.each([
      ['plain text', 'b'],
      ['a link', 'a href="#x"'],
    ])('is distinct from the mark beside it, in %s', async (_what, tag) => {
      const tab = await fixture.showSource(
        page('', `<p id="t"><${tag}>科创中国中国科协科技工作者</${tag.split(' ')[0]}></p>`),
      );
      await untilMarksAre(tab, ['科创中国', '中国科协', '科技工作者', '中国科协']);
      const names = await Promise.all(['科创中国', '中国科协', '科技工作者'].map((term) => highlightOf(tab, term)));
      expect(names[0]).not.toBe(names[1]);
      expect(names[2]).toBe(names[0]);
    });
  });
}

/** The line of the mark on the first mention of a term, as the page can compute it. */
function lineOf(tab: Page, term: string): Promise<string> {
  return tab.evaluate((wanted) => {
    for (const [name, highlight] of CSS.highlights) {
      for (const { startContainer, startOffset } of highlight) {
        if (!startContainer.nodeValue?.startsWith(wanted, startOffset)) continue;
        return getComputedStyle(document.documentElement, `::highlight(${name})`).textDecorationLine;
      }
    }
    return '';
  }, term);
}

/** The name of the highlight that the mark on a term in `#t` is in. */
function highlightOf(tab: Page, term: string): Promise<string> {
  return tab.evaluate((wanted) => {
    for (const [name, highlight] of CSS.highlights) {
      for (const { startContainer, startOffset } of highlight) {
        const isThere =
          startContainer.parentElement?.closest('#t') && startContainer.nodeValue?.startsWith(wanted, startOffset);
        if (isThere) return name;
      }
    }
    return '';
  }, term);
}
