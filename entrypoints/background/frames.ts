/** Owns what the background knows of the frames of a tab: their order, and where the reader's walk from term to term stands. */
import browser from 'webextension-polyfill';
import type { FrameWalk } from '../shared/page/isolated-world';
import { comparePaths } from './frame-order';

export interface Standing {
  frameId: number;
  /** Place among the frames of each page around it, from the top; the top frame's is empty. */
  path: readonly number[];
  isHere: boolean;
  isAtEnd: boolean;
}

/** All frames in which a script may run, as they stand in the document: a page before those in it. @throws where none may. */
export async function standingsOf(tabId: number): Promise<Standing[]> {
  const found = await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    func: readStanding,
    // Else all would wait for the frame that takes longest to load.
    injectImmediately: true,
  });
  return found
    .map(({ frameId, result }) => ({ frameId, ...(result as Omit<Standing, 'frameId'>) })) // What the function gave.
    .sort((a, b) => comparePaths(a.path, b.path));
}

/** Tells these frames that the walk goes on elsewhere. */
export async function handOn(tabId: number, frameIds: number[]): Promise<void> {
  if (frameIds.length === 0) return;
  await browser.scripting.executeScript({ target: { tabId, frameIds }, func: handOnHere, injectImmediately: true });
}

/** Runs in the isolated world of a frame, and may use nothing from here. */
function readStanding(): Omit<Standing, 'frameId'> {
  const slot = (globalThis as unknown as Record<symbol, { walk?: FrameWalk } | undefined>)[Symbol.for('pangzhu')]; // See isolated-world.ts.
  const path: number[] = [];
  for (let inner: Window = window; inner !== inner.parent; inner = inner.parent) {
    let place = 0;
    // A frame in a shadow tree is not among them, and comes last.
    while (place < inner.parent.length && inner.parent[place] !== inner) place++;
    path.unshift(place);
  }
  return { path, isHere: slot?.walk?.isHere === true, isAtEnd: slot?.walk?.isAtEnd === true };
}

/** Runs in the isolated world of a frame, and may use nothing from here. */
function handOnHere(): void {
  const slot = (globalThis as unknown as Record<symbol, { walk?: FrameWalk } | undefined>)[Symbol.for('pangzhu')]; // See isolated-world.ts.
  slot?.walk?.handOn();
}
