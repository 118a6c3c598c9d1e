/**
 * The editors' texts of a pack in another script, in a separate file. Received texts (quotations, passages, titles, signers)
 * have no other script.
 */
import type { Bulletin, Pack, Script, Term } from './pack';

type TermWords = Pick<Term, 'headword' | 'forms' | 'short' | 'long' | 'when' | 'list' | 'fullText' | 'inferred'>;
type BulletinWords = Pick<Bulletin, 'title' | 'note'>;

/** Texts in another script. */
export interface PackWords {
  /** Revision of the pack. */
  revision: string;
  script: Script;
  /** In the order of the pack. Each text has the same length in UTF-16 units, so that offsets apply. */
  terms: TermWords[];
  bulletins: BulletinWords[];
}

/** The pack with these texts; unchanged if they are of another revision. */
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
