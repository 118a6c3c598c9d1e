/** Replaces the messages of scripts in open pages, which request them only once. */
import browser from 'webextension-polyfill';
import type { Words } from '../shared/language/words';

/** Sends messages to all frames that have some; others request them when needed. Skips inaccessible pages. @param words of `loadWords`. */
export async function updateWords(words: Words | null): Promise<void> {
  const tabs = await browser.tabs.query({ discarded: false });
  await Promise.allSettled(tabs.map(({ id }) => (id === undefined ? null : updateTab(id, words))));
}

async function updateTab(tabId: number, words: Words | null): Promise<void> {
  const frames = await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    func: hasWords,
    // Otherwise all would wait for the slowest frame.
    injectImmediately: true,
  });
  const frameIds = frames.filter(({ result }) => result === true).map(({ frameId }) => frameId);
  if (frameIds.length === 0) return;
  await browser.scripting.executeScript({
    target: { tabId, frameIds },
    func: replaceWords,
    args: [words],
    injectImmediately: true,
  });
}

/** Runs in the isolated world of a frame, without access to this module. */
function hasWords(): boolean {
  const slot = (globalThis as unknown as Record<symbol, { words?: Words | null } | undefined>)[Symbol.for('pangzhu')]; // See isolated-world.ts.
  return slot?.words !== undefined;
}

/** Runs in the isolated world of a frame, without access to this module. */
function replaceWords(words: Words | null): void {
  type Slot = { words?: Words | null; onWords?: () => void } | undefined;
  const slot = (globalThis as unknown as Record<symbol, Slot>)[Symbol.for('pangzhu')]; // See isolated-world.ts.
  if (!slot) return;
  slot.words = words;
  slot.onWords?.();
}
