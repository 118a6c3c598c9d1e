/**
 * Owns that a card does not outlive its script. Firefox ends the scripts of an extension that is switched off without a
 * word to them, and a card that is open then would lie on the page for good: so the style sheet lets every card vanish
 * after a while, and the script puts that off as long as it lives.
 */

/** How often, in ms: the style sheet waits three times as long, since a page may keep timers waiting. */
const BEAT_MS = 1000;

/** Begins; to be ended by `signal` when the card closes. */
export function beat(root: ShadowRoot, signal: AbortSignal): void {
  let isSecond = false;
  const put = () => {
    isSecond = !isSecond;
    // Another name begins the animation anew.
    for (const body of root.querySelectorAll('.card-body')) body.classList.toggle('is-beat', isSecond);
  };
  put();
  const timer = setInterval(put, BEAT_MS);
  // Tabs in the background have their timers slowed down.
  document.addEventListener('visibilitychange', put, { signal });
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}
