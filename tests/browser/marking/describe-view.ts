/** Which mentions are marked, and reached by key, depending on their visibility. Described once and run in each browser. */
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, it } from 'vitest';
import { sendCommand } from '../../../tools/browser/commands';
import { clickOn } from '../../../tools/browser/elements';
import { marksOf, untilMarked, untilMarksAre } from '../../../tools/browser/marks';
import { storeSettings } from '../../../tools/browser/settings';
import { until, untilAccepted } from '../../../tools/browser/wait';
import type { BrowserFixture } from '../harness/browser-fixture';

const HEAD =
  '<!doctype html><meta charset="utf-8"><style>body { font: 18px/1.8 serif; margin: 0 } p { margin: 0.3em 0 }</style>';
const paragraphs = (count: number) =>
  Array.from({ length: count }, (_, i) => `<p>第${i}段：科创中国在各地展开。</p>`).join('');

/** Tests marks and walks in pages of which the reader sees a part. */
export function describeView(fixture: BrowserFixture): void {
  afterEach(() => storeSettings(fixture.extensionPage));

  const untilViewIsMarked = (tab: Page, what: string) =>
    until(`marks ${what}`, () =>
      tab.evaluate(() => {
        const marked = new Set<Node | null>();
        for (const highlight of CSS.highlights.values()) {
          for (const { startContainer } of highlight) marked.add(startContainer.parentElement);
        }
        const seen = [...document.querySelectorAll('p')].filter((paragraph) => {
          const { left, right, top, bottom } = paragraph.getBoundingClientRect();
          return right > 0 && left < innerWidth && bottom > 0 && top < innerHeight;
        });
        return seen.length > 0 && seen.every((paragraph) => marked.has(paragraph));
      }),
    );

  describe('more mentions than are registered', () => {
    it.each<[string, string, () => void]>([
      [
        'in columns like the pages of a book',
        `<style>#b { height: 90vh; columns: 460px; column-fill: auto; overflow-x: auto }</style><div id="b">${paragraphs(2000)}</div>`,
        () => document.querySelector('#b')?.scrollBy(9000, 0),
      ],
      [
        'in vertical text',
        `<style>body { writing-mode: vertical-rl; height: 90vh }</style>${paragraphs(3000)}`,
        () => scrollBy(-20_000, 0),
      ],
      [
        'in one block of vertical text',
        `<style>body { writing-mode: vertical-rl; height: 90vh }</style><div>${'第几段说到科创中国。<br>'.repeat(3000)}<p>末段科创中国。</p></div>`,
        () => scrollBy(-200_000, 0),
      ],
      [
        'in a row of cards',
        `<style>#b { display: flex; overflow-x: auto } p { flex: none; width: 300px }</style><div id="b">${paragraphs(2000)}</div>`,
        () => document.querySelector('#b')?.scrollBy(200_000, 0),
      ],
    ])('are marked %s, also after moving sideways', async (_what, body, move) => {
      const tab = await fixture.openSource(HEAD + body);
      await untilMarked(tab);
      await tab.evaluate(move);
      await untilViewIsMarked(tab, 'after the move');
    });

    it('are marked on a page that scrolls by a transform, without an event', async () => {
      const tab = await fixture.openSource(
        `${HEAD}<style>html, body { height: 100%; overflow: hidden }</style><div id="b">${paragraphs(2000)}</div>`,
      );
      await untilViewIsMarked(tab, 'at the top');
      for (const y of [3000, 40_000, 2000]) {
        await tab.evaluate(
          (to) => document.querySelector<HTMLElement>('#b')?.style.setProperty('transform', `translateY(-${to}px)`),
          y,
        );
        await untilViewIsMarked(tab, `at ${y}`);
      }
    });
  });

  const HIDDEN: [string, string][] = [
    [
      'off the canvas',
      '<aside style="position: fixed; top: 0; left: 0; width: 200px; transform: translateX(-100%)"><p>科创中国</p></aside>',
    ],
    [
      'off the canvas to the right',
      '<aside style="position: fixed; top: 0; right: -220px; width: 200px"><p>科创中国</p></aside>',
    ],
    [
      'for screen readers',
      '<p style="position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0 0 0 0)">科创中国</p>',
    ],
    ['clipped by a path', '<p style="clip-path: inset(50%)">科创中国</p>'],
    ['folded', '<div style="height: 0; overflow: hidden"><p>科创中国</p></div>'],
    ['indented away', '<h1 style="text-indent: -9999px">科创中国</h1>'],
    ['filtered away', '<div style="filter: opacity(0)"><p>科创中国</p></div>'],
    ['scaled to nothing', '<div style="transform: scale(0)"><p>科创中国</p></div>'],
    [
      'on another slide',
      '<div style="width: 300px; overflow: hidden"><div style="display: flex; width: 600px"><div style="width: 300px">一</div><p style="width: 300px">科创中国</p></div></div>',
    ],
    ['placed left of the page', '<p style="position: absolute; left: -500px; width: 300px">科创中国</p>'],
  ];
  const SEEN: [string, string][] = [
    [
      'in a scroller',
      '<div style="height: 60px; overflow: auto"><div style="height: 200px"></div><p>科创中国</p></div>',
    ],
    [
      'placed out of a folded box',
      '<div style="height: 0; overflow: hidden"><div style="position: absolute; top: 100px"><p>科创中国</p></div></div>',
    ],
    ['far below', '<div style="height: 5000px"></div><p>科创中国</p>'],
    ['in a line that hides nothing', '<p><span style="overflow: hidden; height: 0">科创中国</span></p>'],
  ];

  describe('the first on the page', () => {
    const openFirst = async (body: string) => {
      await storeSettings(fixture.extensionPage, { density: 'page' });
      return fixture.showSource(
        `${HEAD}<div id="first">${body}</div><p id="seen">看得见的科创中国。</p><p>再说科创中国。</p>`,
      );
    };

    it.each(HIDDEN)('is not one that is %s', async (_how, body) => {
      const tab = await openFirst(body);
      expect(await untilMarksAre(tab, ['科创中国'], { inside: '#seen' })).toEqual(['科创中国']);
      expect(await marksOf(tab)).toEqual(['科创中国']);
    });

    it.each(SEEN)('may be %s', async (_how, body) => {
      const tab = await openFirst(body);
      expect(await untilMarksAre(tab, ['科创中国'], { inside: '#first' })).toEqual(['科创中国']);
      expect(await marksOf(tab)).toEqual(['科创中国']);
    });

    it('is chosen again when more becomes visible', async () => {
      const tab = await openFirst(
        '<button>打开</button><aside style="position: fixed; left: 0; transform: translateX(-100%)"><p>科创中国</p></aside>',
      );
      await untilMarksAre(tab, ['科创中国'], { inside: '#seen' });
      await tab.evaluate(() => {
        document
          .querySelector('button')
          ?.addEventListener('click', () => document.querySelector('aside')?.removeAttribute('style'));
      });
      await clickOn(tab, 'button');
      expect(await untilMarksAre(tab, ['科创中国'], { inside: '#first' })).toEqual(['科创中国']);
      expect(await marksOf(tab)).toEqual(['科创中国']);
    });
  });

  describe('navigation by key', () => {
    /** The box of the current mention, which two highlights hold. */
    const currentBox = (tab: Page) =>
      tab.evaluate(() => {
        for (const highlight of CSS.highlights.values()) {
          if (highlight.priority !== 1) continue;
          for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
            const range = document.createRange();
            range.setStart(startContainer, startOffset);
            range.setEnd(endContainer, endOffset);
            const { top, bottom } = range.getBoundingClientRect();
            return {
              text: range.toString(),
              top,
              bottom,
              isBelow: startContainer.parentElement?.closest('#below') !== null,
            };
          }
        }
        return null;
      });
    type Current = Awaited<ReturnType<typeof currentBox>>;
    /** Goes to the next term, which must be `text`. */
    const next = async (tab: Page, text: string, isInPlace = (_box: NonNullable<Current>) => true) => {
      await sendCommand(fixture.extensionPage, tab, 'next-term');
      const isIt = (box: Current) => box?.text === text && isInPlace(box);
      await untilAccepted(`${text} as the current term`, () => currentBox(tab), isIt);
    };

    it.each(HIDDEN)('skips a term that is %s', async (_how, body) => {
      const tab = await fixture.showSource(`${HEAD}<p>中国科协在前。</p>${body}<p id="below">全国科普日在后。</p>`);
      await untilMarked(tab);
      await next(tab, '中国科协');
      await next(tab, '全国科普日');
    });

    it.each(SEEN)('goes to a term that is %s', async (_how, body) => {
      const tab = await fixture.showSource(`${HEAD}<p>中国科协在前。</p>${body}`);
      await untilMarked(tab);
      await next(tab, '中国科协');
      await next(tab, '科创中国');
    });

    it.each([
      [
        'fixed',
        '<header style="position: fixed; top: 0; left: 0; right: 0; height: 150px; background: #cde">页头</header>',
      ],
      ['sticky', '<header style="position: sticky; top: 0; height: 150px; background: #cde">页头</header>'],
      [
        'two fixed',
        '<header style="position: fixed; top: 0; left: 0; right: 0; height: 90px; background: #cde">页头</header><nav style="position: fixed; top: 90px; left: 0; right: 0; height: 70px; background: #dec">栏目</nav>',
      ],
    ])('scrolls a term clear of %s bars', async (_how, bars) => {
      const tab = await fixture.showSource(
        `${HEAD}${bars}<div style="height: 600px"></div><p>第一处科创中国。</p><div style="height: 60px"></div><p>第二处中国科协。</p><div style="height: 2000px"></div>`,
      );
      await untilMarked(tab);
      for (const term of ['科创中国', '中国科协']) {
        await next(tab, term, ({ top, bottom }) => top >= 150 && bottom <= 760);
      }
    });

    it('stays inside an open modal dialog', async () => {
      const tab = await fixture.openSource(
        `${HEAD}<p>中国科协在前。</p><dialog><p>窗里的科创中国。</p></dialog><p>全国科普日在后。</p>`,
      );
      await untilMarked(tab);
      await tab.evaluate(() => document.querySelector('dialog')?.showModal());
      await until('the mark in the dialog', async () => (await marksOf(tab)).includes('科创中国'));
      await next(tab, '科创中国');
    });
  });
}
