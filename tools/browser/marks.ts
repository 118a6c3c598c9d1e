/** Reads the marks of a page as its own scripts can: the union of all highlights. */
import type { Frame, Page } from 'puppeteer-core';
import { until, untilAccepted } from './wait';

/** Filters of marks. */
export interface MarksQuery {
  /** Only marks with boxes, excluding hidden ones. */
  isVisible?: boolean;
  /** Only marks of underlined highlights, excluding those that an ended script left. */
  isPainted?: boolean;
  /** Only marks inside an element that matches this selector. */
  inside?: string;
}

/** Texts of all marks in the order of the flat tree, without white space. */
export function marksOf(page: Page | Frame, query: MarksQuery = {}): Promise<string[]> {
  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: one function, because it runs in the page.
  return page.evaluate(({ isVisible, isPainted, inside }) => {
    // Plain loops: a test page may have overwritten the array's methods, or forbid callbacks.
    const live: Range[] = [];
    // The hosts and slots that contain the node, outermost first.
    const pathOf = (node: Node): Node[] => {
      const path = [node];
      for (let current: Node | null = node; current; ) {
        const slot: Node | null = current instanceof Element || current instanceof Text ? current.assignedSlot : null;
        const outer: Node | null = slot ?? (current instanceof ShadowRoot ? current.host : null);
        if (outer) path.unshift(outer);
        current = outer ?? current.parentNode;
      }
      return path;
    };
    const isAfter = (a: Range | undefined, b: Range): boolean => {
      if (!a) return false;
      if (a.startContainer === b.startContainer) return a.startOffset > b.startOffset;
      const left = pathOf(a.startContainer);
      const right = pathOf(b.startContainer);
      let i = 0;
      while (left[i] && left[i] === right[i]) i++;
      const [x, y] = [left[i], right[i]];
      return x && y
        ? Boolean(x.compareDocumentPosition(y) & Node.DOCUMENT_POSITION_PRECEDING)
        : left.length > right.length;
    };
    for (const [name, highlight] of CSS.highlights) {
      if (
        isPainted &&
        getComputedStyle(document.documentElement, `::highlight(${name})`).textDecorationLine === 'none'
      ) {
        continue;
      }
      for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
        const range = document.createRange();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        if (isVisible && range.getClientRects().length === 0) continue;
        if (inside !== undefined && !startContainer.parentElement?.closest(inside)) continue;
        let place = live.length;
        while (place > 0 && isAfter(live[place - 1], range)) place--;
        live.splice(place, 0, range);
      }
    }
    const textOf = (range: Range): string => {
      // Ruby readings are not part of a word.
      const copy = range.commonAncestorContainer instanceof Text ? null : range.cloneContents();
      const readings = copy?.querySelectorAll('rt, rp');
      if (!copy || !readings?.length) return range.toString();
      for (const reading of readings) reading.remove();
      return copy.textContent ?? '';
    };
    const texts: string[] = [];
    for (const range of live) texts.push(textOf(range).replace(/\s|\u00ad|\u200b|\u2060|\ufe0f/g, ''));
    return texts;
  }, query);
}

/** Waits until the marks are `expected`, and returns them. @throws as `until`, with the marks that were there instead. */
export function untilMarksAre(
  page: Page | Frame,
  expected: readonly string[],
  query: MarksQuery = {},
): Promise<string[]> {
  const wanted = JSON.stringify(expected);
  const isWanted = (marks: string[]) => JSON.stringify(marks) === wanted;
  return untilAccepted(`marks ${wanted}`, () => marksOf(page, query), isWanted);
}

/** Waits until the page has a mark. */
export async function untilMarked(page: Page | Frame): Promise<void> {
  await until('marks', async () => (await marksOf(page)).length > 0);
}

/** The centre of the first registered mark with a box, in the viewport of its frame in CSS pixels; null without one. */
export function placeOfFirstMark(page: Page | Frame): Promise<{ x: number; y: number } | null> {
  return page.evaluate(() => {
    for (const highlight of CSS.highlights.values()) {
      for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
        const range = document.createRange();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        const { x, y, width, height } = range.getBoundingClientRect();
        if (width > 0) return { x: x + width / 2, y: y + height / 2 };
      }
    }
    return null;
  });
}
