/**
 * Hides cards that outlive their script. Firefox ends the scripts of a disabled extension without an event, and an open
 * card would stay on the page for good: the style sheet hides every card after a while, and the script postpones that
 * while it runs.
 */

/** The interval in ms. The style sheet waits three times as long, since a page may delay timers. */
const BEAT_MS = 1000;

/** Starts postponing; `signal` ends it when the card closes. */
export function startHeartbeat(root: ShadowRoot, signal: AbortSignal): void {
  let isSecond = false;
  const beat = () => {
    isSecond = !isSecond;
    // Another animation name restarts the animation.
    for (const body of root.querySelectorAll('.card-body')) body.classList.toggle('is-beat', isSecond);
  };
  beat();
  const timer = setInterval(beat, BEAT_MS);
  // Tabs in the background have their timers slowed down.
  document.addEventListener('visibilitychange', beat, { signal });
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}
