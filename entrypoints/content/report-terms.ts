/** Owns telling the background that the frame's terms changed, for the number on the toolbar button. */
import type { Send } from '../shared/page/engine-api';

/** A page that changes all the time is counted no more often than this, in ms. */
const INTERVAL_MS = 1000;

/**
 * @param frame the name by which our pages know this frame.
 * @returns what to call when the terms may have changed: the first time is told soon, later ones together.
 */
export function createReport(send: Send, frame: string, signal: AbortSignal): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  signal.addEventListener('abort', () => timer !== null && clearTimeout(timer), { once: true });
  return () => {
    if (timer !== null || signal.aborted) return;
    timer = setTimeout(() => {
      timer = null;
      void send({ type: 'terms.changed', frame });
    }, INTERVAL_MS);
  };
}
