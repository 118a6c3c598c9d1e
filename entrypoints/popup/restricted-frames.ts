/** Detects frames of other sites that the extension may not read. */
import browser from 'webextension-polyfill';
import { mayReadAll } from '../shared/sites/page-access';

/** The report of a frame about itself and its child frames. Only frames large enough to be read count. */
interface FrameReport {
  /** Number of frames of other origins in it. */
  foreign: number;
  /** Whether it is of another origin than the page around it. */
  isForeign: boolean;
}

/** Whether there are such frames; false if the page cannot be read. Ignores frames that load later. */
export async function hasRestrictedFrames(tabId: number): Promise<boolean> {
  try {
    if (await mayReadAll()) return false;
    const found = await browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      func: readFrame,
      // Otherwise all would wait for the slowest frame.
      injectImmediately: true,
    });
    const reports = found.map(({ result }) => result as FrameReport); // The function's result.
    // Frames with access report themselves, and are subtracted.
    return reports.reduce((sum, { foreign, isForeign }) => sum + foreign - Number(isForeign), 0) > 0;
  } catch {
    return false;
  }
}

/** Runs in the isolated world of a frame, without access to this module. */
function readFrame(): FrameReport {
  const isLarge = (width: number, height: number) => width >= 200 && height >= 100;
  // DOM clobbering can hide the document's own method.
  const frames = Document.prototype.querySelectorAll.call(document, 'iframe, frame') as NodeListOf<HTMLIFrameElement>; // The selector finds frames.
  const foreign = [...frames].filter(
    (frame) =>
      frame.contentWindow !== null && frame.contentDocument === null && isLarge(frame.clientWidth, frame.clientHeight),
  );
  let isForeign = false;
  try {
    isForeign = window !== window.parent && !window.parent.document;
  } catch {
    isForeign = true;
  }
  return { foreign: foreign.length, isForeign: isForeign && isLarge(innerWidth, innerHeight) };
}
