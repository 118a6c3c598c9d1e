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

/** A frame's name, and the texts of its marks, sorted. */
export interface FrameMarks {
  name: string;
  marks: string[];
}

/**
 * The marks in all frames of the page's site, also in nested ones, the outer ones first. Each mark must lie in one text
 * node. Read in the page, because the driver sometimes gets no answer from a frame.
 */
export function framedMarks(page: Page): Promise<FrameMarks[]> {
  return page.evaluate(() => {
    const dataOf = Object.getOwnPropertyDescriptor(CharacterData.prototype, 'data')?.get;
    const read = (outer: Document): FrameMarks[] =>
      [...Document.prototype.querySelectorAll.call(outer, 'iframe')].flatMap((element) => {
        const frame = element as HTMLIFrameElement; // By its selector.
        // A frame of another site.
        if (!frame.contentDocument) return [];
        const marks: string[] = [];
        const { CSS } = frame.contentWindow as unknown as typeof globalThis; // A window has its globals.
        HighlightRegistry.prototype.forEach.call(CSS.highlights, (highlight) =>
          Highlight.prototype.forEach.call(highlight, (range) => {
            marks.push(dataOf?.call(range.startContainer).slice(range.startOffset, range.endOffset));
          }),
        );
        return [{ name: frame.name, marks: marks.sort() }, ...read(frame.contentDocument)];
      });
    return read(document);
  });
}

/** Time limit: eighty frames start one after the other. */
const FRAMES_MS = 120_000;

/** Waits until all frames have the marks `expected`. @returns index and marks of each frame that differs after the timeout. */
export async function framesWithout(page: Page, expected: readonly string[]): Promise<[number, string[]][]> {
  const wanted = JSON.stringify([...expected].sort());
  const wrong = async () =>
    (await framedMarks(page))
      .map(({ marks }, i): [number, string[]] => [i, marks])
      .filter(([, marks]) => JSON.stringify(marks) !== wanted);
  await until('all frames', async () => (await wrong()).length === 0, FRAMES_MS).catch(() => null);
  return wrong();
}
