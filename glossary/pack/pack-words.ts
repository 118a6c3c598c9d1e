/**
 * Owns a pack's words in another script, kept apart from the pack so that only readers of that script load them.
 * What was received (quotations, passages, titles, signers) has no other words.
 */
import type { Bulletin, Entry, Pack, Script } from './pack';

/** The file of the built extension that holds the Traditional words, from its root. */
export const TRADITIONAL_FILE = 'pack.zh-Hant.json';

type EntryWords = Pick<Entry, 'headword' | 'forms' | 'short' | 'long' | 'when' | 'list' | 'fullText' | 'inferred'>;
type BulletinWords = Pick<Bulletin, 'title' | 'note'>;

export interface PackWords {
  /** Of the pack these are words of. */
  revision: string;
  script: Script;
  /** In the order of the pack. Of every text as many UTF-16 units as in the pack: its offsets stay true. */
  entries: EntryWords[];
  bulletins: BulletinWords[];
}

/** The pack in these words. Words of another revision are left aside: the pack stays as it is. */
export function inWords(pack: Pack, words: PackWords): Pack {
  const { script } = words;
  const isSame = words.revision === pack.revision && words.entries.length === pack.entries.length;
  if (!isSame) return pack;
  return {
    ...pack,
    entries: pack.entries.map((entry, i) => {
      const own = words.entries[i];
      if (!own) return entry;
      return { ...entry, ...own, script, asWritten: own.headword === entry.headword ? null : entry.headword };
    }),
    bulletins: pack.bulletins.map((bulletin, i) => {
      const titleScript = bulletin.titleStatus === 'given' ? script : bulletin.titleScript;
      return { ...bulletin, ...words.bulletins[i], script, titleScript };
    }),
  };
}
