/** Which mentions are marked and walked to, by what of the page a reader sees, described once and run in each browser. */
import type { Page } from 'puppeteer-core';
import { afterEach, describe, it } from 'vitest';
import { untilMarked } from '../../../tools/browser/marks';
import { until } from '../../../tools/browser/wait';
import type { Stage } from '../harness/stage';

const HEAD =
  '<!doctype html><meta charset="utf-8"><style>body { font: 18px/1.8 serif; margin: 0 } p { margin: 0.3em 0 }</style>';
const paragraphs = (count: number) =>
  Array.from({ length: count }, (_, i) => `<p>第${i}段：科创中国在各地展开。</p>`).join('');

/** As much of the extension's API as is used here. */
interface Api {
  storage: { local: { set(items: object): Promise<void>; remove(key: string): Promise<void> } };
}
type ApiGlobal = { browser?: Api; chrome?: Api };

export function describeView(stage: Stage): void {
  afterEach(() =>
    stage.backstage.evaluate(async () => {
      const { browser, chrome } = globalThis as ApiGlobal; // A page of the extension has one.
      await (browser ?? chrome)?.storage.local.remove('page');
    }),
  );

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
      const tab = await stage.openSource(HEAD + body);
      await untilMarked(tab);
      await tab.evaluate(move);
      await untilViewIsMarked(tab, 'after the move');
    });

    it('are marked where a page scrolls by a transform, without an event', async () => {
      const tab = await stage.openSource(
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
}
