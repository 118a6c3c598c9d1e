/** Ends the background, as Chromium does when it is idle. */
import type { Driver } from '../../../tools/browser/driver';

/** Nothing where it has ended already, and in Firefox, where it cannot be ended from outside. */
export async function endBackground({ browser }: Driver): Promise<void> {
  const worker = browser.targets().find((target) => target.type() === 'service_worker');
  await (await worker?.worker())?.close().catch(() => null);
}
