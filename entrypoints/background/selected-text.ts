/** Requests the selection of a frame with the text around it. */
import browser from 'webextension-polyfill';
import type { Selected } from '../../glossary/find/standalone-text';
import { readSelected } from './read-selected';

/**
 * Reads a frame's selection with the text around it.
 * @param selection the text reported by the browser, returned alone if the page cannot be read (a PDF, a field).
 */
export async function selectedIn(tabId: number, frameId: number, selection: string): Promise<Selected> {
  const alone = { text: selection, start: 0, end: selection.length };
  try {
    const [answer] = await browser.scripting.executeScript({
      target: { tabId, frameIds: [frameId] },
      func: readSelected,
      // The selection exists while the page is still loading.
      injectImmediately: true,
    });
    return (answer?.result as Selected | null | undefined) ?? alone; // The function's result.
  } catch {
    return alone;
  }
}
