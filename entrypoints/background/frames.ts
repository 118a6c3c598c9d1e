/** Reads the order of a tab's frames and the state of the walk in each. */
import browser from 'webextension-polyfill';
import type { FrameWalk } from '../shared/page/isolated-world';
import { comparePaths } from './frame-order';

/** A frame and the state of the walk in it. */
export interface FrameState {
  frameId: number;
  /** Index among the frames of each enclosing page, outermost first; empty for the top frame. */
  path: readonly number[];
  /** Whether the walk is in this frame. */
  isHere: boolean;
  /** Whether the walk has reached the end of this frame's terms. */
  isAtEnd: boolean;
}

/** All accessible frames in document order. @throws if there is none. */
export async function frameStatesOf(tabId: number): Promise<FrameState[]> {
  const found = await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    func: readFrameState,
    // Otherwise all would wait for the slowest frame.
    injectImmediately: true,
  });
  return found
    .map(({ frameId, result }) => ({ frameId, ...(result as Omit<FrameState, 'frameId'>) })) // The function's result.
    .sort((a, b) => comparePaths(a.path, b.path));
}

/** Ends the walk in frames, because it continues in another one. */
export async function endWalk(tabId: number, frameIds: number[]): Promise<void> {
  if (frameIds.length === 0) return;
  await browser.scripting.executeScript({ target: { tabId, frameIds }, func: endWalkHere, injectImmediately: true });
}

/** Runs in the isolated world of a frame, without access to this module. */
function readFrameState(): Omit<FrameState, 'frameId'> {
  const slot = (globalThis as unknown as Record<symbol, { walk?: FrameWalk } | undefined>)[Symbol.for('pangzhu')]; // See isolated-world.ts.
  const path: number[] = [];
  for (let inner: Window = window; inner !== inner.parent; inner = inner.parent) {
    let place = 0;
    // Frames in shadow trees are not listed, and come last.
    while (place < inner.parent.length && inner.parent[place] !== inner) place++;
    path.unshift(place);
  }
  return { path, isHere: slot?.walk?.isHere === true, isAtEnd: slot?.walk?.isAtEnd === true };
}

/** Runs in the isolated world of a frame, without access to this module. */
function endWalkHere(): void {
  const slot = (globalThis as unknown as Record<symbol, { walk?: FrameWalk } | undefined>)[Symbol.for('pangzhu')]; // See isolated-world.ts.
  slot?.walk?.endHere();
}
