/** Owns where the extension is switched off: hosts the reader named, kept in `storage.local` under `SITES_OFF_KEY`. */

export const SITES_OFF_KEY = 'sitesOff';

/**
 * Reads the stored value. Anything that is not a list of hosts counts as none: the reader can switch sites off again.
 * Checked by hand: the always-injected script reads it too, and a schema library would be half its size.
 */
export function parseSitesOff(stored: unknown): readonly string[] {
  return Array.isArray(stored) && stored.every((host) => typeof host === 'string') ? stored : [];
}

/** The host a page's switch is about; null where there is no switch (local files, browser pages). */
export function hostOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? hostname : null;
}

/** `sitesOff` with `host` switched as asked; keeps order and holds no duplicates. */
export function withSite(sitesOff: readonly string[], host: string, isOn: boolean): string[] {
  const others = sitesOff.filter((site) => site !== host);
  return isOn ? others : [...others, host];
}
