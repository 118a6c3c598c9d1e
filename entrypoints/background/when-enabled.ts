/** Detects that the extension was installed, updated or enabled in a running browser; for enabling there is no event. */
import browser from 'webextension-polyfill';

/** In storage.session, which lasts while the extension is enabled and the browser runs. */
const SEEN = 'isSwitchedOn';

/** Calls `onEnabled` once for each time, except at the start of the browser, when pages load later. */
export async function whenEnabled(onEnabled: () => void): Promise<void> {
  let isBrowserStart = false;
  browser.runtime.onStartup.addListener(() => {
    isBrowserStart = true;
  });
  const { [SEEN]: isSeen } = await browser.storage.session.get(SEEN);
  if (isSeen) return;
  await browser.storage.session.set({ [SEEN]: true });
  if (!isBrowserStart) onEnabled();
}
