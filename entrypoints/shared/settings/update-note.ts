/** The note of an update: stored by the background, shown once by the popup. */
import browser from 'webextension-polyfill';

const NOTE_KEY = 'updatedTo';

/** Stores the note, unless the same version was reloaded. */
export async function noteUpdate(previousVersion: string | undefined): Promise<void> {
  const { version } = browser.runtime.getManifest();
  if (version !== previousVersion) await browser.storage.local.set({ [NOTE_KEY]: version });
}

/** Returns the new version and removes the note; null without one. */
export async function takeUpdateNote(): Promise<string | null> {
  const { [NOTE_KEY]: version } = await browser.storage.local.get(NOTE_KEY);
  if (typeof version !== 'string') return null;
  await browser.storage.local.remove(NOTE_KEY);
  return version;
}
