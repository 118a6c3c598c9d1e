/**
 * Opens many small pages at once, each in a frame of one clean page. The clean page reads their marks by its own
 * prototypes, which the small pages cannot change.
 */
import type { Page } from 'puppeteer-core';
import { until } from '../../../tools/browser/wait';
import type { BrowserFixture } from './browser-fixture';

/** Opens a page with one frame for each source, in order. */
export function openFramed(fixture: BrowserFixture, sources: readonly string[]): Promise<Page> {
  const escaped = (source: string) => source.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const frames = sources.map((source) => `<iframe width="300" height="120" srcdoc="${escaped(source)}"></iframe>`);
  return fixture.openSource(`<!doctype html><meta charset="utf-8"><title>框</title>${frames.join('\n')}`);
}

/** Texts of the marks of each frame, sorted. Each mark must lie in one text node. */
export function framedMarks(page: Page): Promise<string[][]> {
  return page.evaluate(() => {
    const dataOf = Object.getOwnPropertyDescriptor(CharacterData.prototype, 'data')?.get;
    return [...document.querySelectorAll('iframe')].map((frame) => {
      const texts: string[] = [];
      const { CSS } = frame.contentWindow as unknown as typeof globalThis; // A window has its globals.
      HighlightRegistry.prototype.forEach.call(CSS.highlights, (highlight) =>
        Highlight.prototype.forEach.call(highlight, (range) => {
          texts.push(dataOf?.call(range.startContainer).slice(range.startOffset, range.endOffset));
        }),
      );
      return texts.sort();
    });
  });
}

/** Waits until all frames have the marks `expected`. @returns index and marks of each frame that differs after the timeout. */
export async function framesWithout(page: Page, expected: readonly string[]): Promise<[number, string[]][]> {
  const wanted = JSON.stringify([...expected].sort());
  const wrong = async () =>
    (await framedMarks(page))
      .map((marks, i): [number, string[]] => [i, marks])
      .filter(([, marks]) => JSON.stringify(marks) !== wanted);
  await until('all frames', async () => (await wrong()).length === 0).catch(() => null);
  return wrong();
}
