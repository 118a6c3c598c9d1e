/** Owns telling whether a page embeds pages of other sites that the browser keeps us out of. */
import browser from 'webextension-polyfill';
import { mayReadAll } from '../shared/sites/page-access';

/** What a frame sees of itself and of the frames in it: only those large enough to be read (`content/frame-size.ts`). */
interface Sight {
  /** Frames in it that it may not look into. */
  foreign: number;
  /** Whether it is one to the page around it. */
  isForeign: boolean;
}

/** False where it cannot be asked. Frames that load later are not seen. */
export async function hasRestrictedFrames(tabId: number): Promise<boolean> {
  try {
    if (await mayReadAll()) return false;
    const found = await browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      func: look,
      // Else all would wait for the frame that takes longest to load.
      injectImmediately: true,
    });
    const seen = found.map(({ result }) => result as Sight); // What the function gave.
    // Those that were reached by leave of their own say so themselves.
    return seen.reduce((sum, { foreign, isForeign }) => sum + foreign - Number(isForeign), 0) > 0;
  } catch {
    return false;
  }
}

/** Runs in the isolated world of a frame, and may use nothing from here. */
function look(): Sight {
  const isLarge = (width: number, height: number) => width >= 200 && height >= 100;
  // A page can name an element so that it stands before the document's own.
  const frames = Document.prototype.querySelectorAll.call(document, 'iframe, frame') as NodeListOf<HTMLIFrameElement>; // By its selector.
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
