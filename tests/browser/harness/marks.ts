/** Owns reading the marks of a page, as its own scripts could: the union of all highlights. */
import type { Page } from 'puppeteer-core';
import { until } from './wait';

/** Texts of all marks in document order; white space inside is dropped. */
export function marksOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    // Plain loops: a test page may have overwritten the array's methods, or forbid callbacks.
    const live: Range[] = [];
    // Across shadow trees, by where their hosts stand.
    const hostsOf = (range: Range): Node[] => {
      const path: Node[] = [range.startContainer];
      let root = range.startContainer.getRootNode();
      while (root instanceof ShadowRoot) {
        path.unshift(root.host);
        root = root.host.getRootNode();
      }
      return path;
    };
    const isAfter = (a: Range | undefined, b: Range): boolean => {
      if (!a) return false;
      if (a.startContainer.getRootNode() === b.startContainer.getRootNode()) {
        return a.compareBoundaryPoints(Range.START_TO_START, b) > 0;
      }
      const left = hostsOf(a);
      const right = hostsOf(b);
      let i = 0;
      while (left[i] && left[i] === right[i]) i++;
      const [x, y] = [left[i], right[i]];
      return x && y
        ? Boolean(x.compareDocumentPosition(y) & Node.DOCUMENT_POSITION_PRECEDING)
        : left.length > right.length;
    };
    for (const [, highlight] of CSS.highlights) {
      for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
        const range = document.createRange();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        let place = live.length;
        while (place > 0 && isAfter(live[place - 1], range)) place--;
        live.splice(place, 0, range);
      }
    }
    const texts: string[] = [];
    for (const range of live) texts.push(range.toString().replace(/\s+/g, ''));
    return texts;
  });
}

/** Waits until the marks are `expected`, and gives them; in vain, what they are instead. */
export async function untilMarksAre(page: Page, expected: readonly string[]): Promise<string[]> {
  const wanted = JSON.stringify(expected);
  await until(`marks ${wanted}`, async () => JSON.stringify(await marksOf(page)) === wanted).catch(() => null);
  return marksOf(page);
}

export async function untilMarked(page: Page): Promise<void> {
  await until('marks', async () => (await marksOf(page)).length > 0);
}
