/** Reads language tags. */

/** Tags of a file are few, and asking for each takes microseconds. */
const knownTags = new Map<string, string | null>();
const MAX_KNOWN_TAGS = 1000;

/** A language tag (BCP 47) with the usual upper and lower case, or null for other texts. */
export function languageTag(text: string): string | null {
  const known = knownTags.get(text);
  if (known !== undefined) return known;
  const tag = canonicalTag(text.trim().replace(/_/g, '-'));
  if (knownTags.size < MAX_KNOWN_TAGS) knownTags.set(text, tag);
  return tag;
}

function canonicalTag(tag: string): string | null {
  if (!/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(tag)) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}
