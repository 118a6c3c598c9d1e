/**
 * Owns noticing that the extension is there anew in a browser that runs: installed, updated, or switched on again, of
 * which no event tells.
 */
import browser from 'webextension-polyfill';

/** Kept for as long as the extension stays switched on and the browser runs. */
const SEEN = 'isSwitchedOn';

/** Calls `onSwitchedOn` once for each time. Not when the browser starts: then pages load after us. */
export async function whenSwitchedOn(onSwitchedOn: () => void): Promise<void> {
  let isBrowserStart = false;
  browser.runtime.onStartup.addListener(() => {
    isBrowserStart = true;
  });
  const { [SEEN]: isSeen } = await browser.storage.session.get(SEEN);
  if (isSeen) return;
  await browser.storage.session.set({ [SEEN]: true });
  if (!isBrowserStart) onSwitchedOn();
}
