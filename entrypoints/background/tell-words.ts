/** Owns giving our scripts in open pages other words: they cannot read them, and ask for them only once. */
import browser from 'webextension-polyfill';
import type { Words } from '../shared/language/words';

/** @param words as `loadWords` gives them. Pages we may not read are passed over; what has no words yet asks for them when it needs some. */
export async function tellWords(words: Words | null): Promise<void> {
  const tabs = await browser.tabs.query({ discarded: false });
  await Promise.allSettled(tabs.map(({ id }) => (id === undefined ? null : tellTab(id, words))));
}

async function tellTab(tabId: number, words: Words | null): Promise<void> {
  const frames = await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    func: hasWords,
    // Else all would wait for the frame that takes longest to load.
    injectImmediately: true,
  });
  const frameIds = frames.filter(({ result }) => result === true).map(({ frameId }) => frameId);
  if (frameIds.length === 0) return;
  await browser.scripting.executeScript({
    target: { tabId, frameIds },
    func: takeWords,
    args: [words],
    injectImmediately: true,
  });
}

/** Runs in the isolated world of a frame, and may use nothing from here. */
function hasWords(): boolean {
  const slot = (globalThis as unknown as Record<symbol, { words?: Words | null } | undefined>)[Symbol.for('pangzhu')]; // See isolated-world.ts.
  return slot?.words !== undefined;
}

/** Runs in the isolated world of a frame, and may use nothing from here. */
function takeWords(words: Words | null): void {
  type Slot = { words?: Words | null; onWords?: () => void } | undefined;
  const slot = (globalThis as unknown as Record<symbol, Slot>)[Symbol.for('pangzhu')]; // See isolated-world.ts.
  if (!slot) return;
  slot.words = words;
  slot.onWords?.();
}
