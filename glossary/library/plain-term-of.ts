/** Terms of a pack as its author could have written them: what is exported of packs that are not stored so. */
import { givenFields } from '../pack/given-fields';
import type { Bulletin, Term } from '../pack/pack';
import type { PlainTerm, TermSource } from '../pack/plain-term';

/** Definition, translations, pinyin and so on; of evidence, the first quotation. @param bulletins that the pack quotes. */
export function plainTermOf(term: Term, bulletins: readonly Bulletin[]): PlainTerm {
  const { english, equivalents } = term;
  const source = term.reading[0] ?? quotationOf(term, bulletins);
  const others = english ? [{ language: 'en', text: english.text }, ...equivalents] : equivalents;
  return {
    id: term.id,
    headword: term.headword,
    forms: term.forms.filter((form) => form !== term.headword),
    definition: [term.short, term.long].filter((text) => text !== '').join('\n'),
    ...givenFields({ exactCase: false, insideWords: false, ...term, equivalents: others, source }),
  };
}

function quotationOf({ evidence: [first] }: Term, bulletins: readonly Bulletin[]): TermSource | null {
  const bulletin = bulletins.find(({ id }) => id === first?.bulletin);
  if (!bulletin || !first) return null;
  return { title: bulletin.title, url: bulletin.originalUrl ?? '', quote: first.quote, date: bulletin.date };
}
