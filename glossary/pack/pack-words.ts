/**
 * A pack's words in another script, in a file of their own that only readers of that script load. What was received
 * (quotations, passages, titles, signers) stays as it is.
 */
import type { Bulletin, Pack, Script, Term } from './pack';

type TermWords = Pick<Term, 'headword' | 'forms' | 'short' | 'long' | 'when' | 'list' | 'fullText' | 'inferred'>;
type BulletinWords = Pick<Bulletin, 'title' | 'note'>;

export interface PackWords {
  /** Of the pack these are words of. */
  revision: string;
  script: Script;
  /** In the order of the pack. Of every text as many UTF-16 units as in the pack: its offsets stay true. */
  terms: TermWords[];
  bulletins: BulletinWords[];
}

/** The pack in these words. Words of another revision are left aside: the pack stays as it is. */
export function inWords(pack: Pack, words: PackWords): Pack {
  const { script } = words;
  const isSame = words.revision === pack.manifest.revision && words.terms.length === pack.terms.length;
  if (!isSame) return pack;
  return {
    ...pack,
    terms: pack.terms.map((term, i) => {
      const other = words.terms[i];
      if (!other) return term;
      return { ...term, ...other, script, asWritten: other.headword === term.headword ? null : term.headword };
    }),
    bulletins: pack.bulletins.map((bulletin, i) => {
      const titleScript = bulletin.titleStatus === 'given' ? script : bulletin.titleScript;
      return { ...bulletin, ...words.bulletins[i], script, titleScript };
    }),
  };
}
