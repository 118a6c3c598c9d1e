/** The contract of the website of a published glossary: its content, the function that writes it, and addresses of pages. */
import type { FinderData } from '../pack/finder-data';
import type { Pack } from '../pack/pack';
import type { Readings } from '../search/homophones';

/** Lists the files of a website, so that they can be told from files of others. */
export const SITE_LIST = 'site-files.txt';

/** The content of a website. */
export interface SiteContent {
  /** Its manifest has the title to show; its first language is that of the pages at the root. */
  pack: Pack;
  /** The same pack in Traditional; null if there is none, or if the pack is not in Chinese. */
  traditional: Pack | null;
  /** Finds the terms in the bulletins; null for a pack without bulletins. */
  finder: FinderData | null;
  /** Readings of characters, for search by pinyin. */
  readings: Readings;
  /** https address of the root, with a slash at its end; null if it is not known: then there is no sitemap. */
  address: string | null;
  /** The address that readers follow, with its key; null if the pack cannot be followed. */
  follow: string | null;
}

/** The outcome of writing. */
export interface WrittenSite {
  /** Files of the website. */
  files: number;
  /** Those among them that were new or had other bytes. */
  changed: number;
  /** Files of an earlier run that no longer belong to it. */
  removed: number;
}

/**
 * Writes the website into a folder, beside other files, with `SITE_LIST`; the same content gives the same bytes. Provided by
 * `site/write-site.ts`, which commands load when they run.
 * @param folder absolute.
 */
export type WriteSite = (content: SiteContent, folder: string) => Promise<WrittenSite>;

/** The address of a term, from the root of the site. @param term its id in the pack: letters, digits and hyphens. */
export function entryAddress(term: string): string {
  return `entry/${encodeURIComponent(term)}/`;
}

/** The address of a bulletin or one of its passages, from the root of the site. @param passage its id, or null. */
export function bulletinAddress(bulletin: string, passage: string | null = null): string {
  const fragment = passage === null ? '' : `#${encodeURIComponent(passage)}`;
  return `bulletin/${encodeURIComponent(bulletin)}/${fragment}`;
}
