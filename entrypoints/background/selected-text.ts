/** Owns asking a frame what is selected in it, and for the text around it. */

import browser from 'webextension-polyfill';
import type { Selected } from '../../glossary/find/standalone-text';
import { readSelected } from './read-selected';

/**
 * Reads a frame's selection with the text around it.
 * @param selection what the browser says is selected: what there is where the page cannot be read (a PDF, a field).
 */
export async function selectedIn(tabId: number, frameId: number, selection: string): Promise<Selected> {
  const alone = { text: selection, start: 0, end: selection.length };
  try {
    const [answer] = await browser.scripting.executeScript({
      target: { tabId, frameIds: [frameId] },
      func: readSelected,
      // What is selected is there, however long the page goes on loading.
      injectImmediately: true,
    });
    return (answer?.result as Selected | null | undefined) ?? alone; // What the function returns, by the browser's copy.
  } catch {
    return alone;
  }
}
