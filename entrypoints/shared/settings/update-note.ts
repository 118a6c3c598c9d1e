/** Owns the one line that tells of an update: noted by the background, shown by the popup once. */
import browser from 'webextension-polyfill';

const NOTE_KEY = 'updatedTo';

/** Notes that a newer version is here; a reload of the same one is none. */
export async function noteUpdate(previousVersion: string | undefined): Promise<void> {
  const { version } = browser.runtime.getManifest();
  if (version !== previousVersion) await browser.storage.local.set({ [NOTE_KEY]: version });
}

/** The version that was updated to, once; null where there is nothing to tell. */
export async function takeUpdateNote(): Promise<string | null> {
  const { [NOTE_KEY]: version } = await browser.storage.local.get(NOTE_KEY);
  if (typeof version !== 'string') return null;
  await browser.storage.local.remove(NOTE_KEY);
  return version;
}
