/** Terms of a pack as its author could have written them: what is exported of packs that are not stored so. */
import type { Bulletin, Term } from '../pack/pack';
import type { PlainTerm, TermSource } from '../pack/plain-term';

/** Definition, translations, pinyin and so on; of evidence, the first quotation. @param bulletins that the pack quotes. */
export function plainTermOf(term: Term, bulletins: readonly Bulletin[]): PlainTerm {
  const { english, equivalents, translation, pinyin, subject, note, status, use } = term;
  const source = term.reading[0] ?? quotationOf(term, bulletins);
  const others = english ? [{ language: 'en', text: english.text }, ...equivalents] : equivalents;
  return {
    id: term.id,
    headword: term.headword,
    forms: term.forms.filter((form) => form !== term.headword),
    definition: [term.short, term.long].filter((text) => text !== '').join('\n'),
    ...(translation && { translation }),
    ...(others.length > 0 && { equivalents: others }),
    ...(pinyin && { pinyin }),
    ...(subject && { subject }),
    ...(note && { note }),
    ...(source && { source }),
    ...(status && { status }),
    ...(use && { use }),
    ...(term.exactCase && { exactCase: true }),
    ...(term.insideWords && { insideWords: true }),
  };
}

function quotationOf({ evidence: [first] }: Term, bulletins: readonly Bulletin[]): TermSource | null {
  const bulletin = bulletins.find(({ id }) => id === first?.bulletin);
  if (!bulletin || !first) return null;
  return { title: bulletin.title, url: bulletin.originalUrl ?? '', quote: first.quote, date: bulletin.date };
}
