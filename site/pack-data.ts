/** Writes the file with which scripts of the pages search, and draw map and timeline. */
import type { Pack, Term } from '../glossary/pack/pack';
import type { PlainTerm } from '../glossary/pack/plain-term';
import type { Readings } from '../glossary/search/homophones';
import type { PackData } from './client/page-data';

/** Longer lists are searched without their definitions, because phones load the file as well. */
const MAX_DEFINED = 20_000;

/** The script that sets the data. */
export function packDataScript(pack: Pack, readings: Readings): string {
  const isPlain = pack.bulletins.length === 0 && pack.terms.every(({ category }) => category === null);
  const manifest = { ...pack.manifest, kind: 'bundled', title: '' } as const;
  const data: PackData = {
    pack: { ...pack, manifest, terms: isPlain ? [] : pack.terms },
    plain: isPlain ? pack.terms.map((term) => plainTerm(term, pack.terms.length <= MAX_DEFINED)) : null,
    readings,
  };
  // A string is parsed faster than an object literal.
  return `globalThis.pangzhuSite=JSON.parse(${JSON.stringify(JSON.stringify(data))});\n`;
}

function plainTerm({ id, forms, short, translation, equivalents, pinyin }: Term, isDefined: boolean): PlainTerm {
  const [headword = '', ...others] = forms;
  return {
    id,
    headword,
    forms: others,
    definition: isDefined ? short : '',
    ...(isDefined && translation && { translation }),
    ...(isDefined && equivalents.length > 0 && { equivalents }),
    ...(pinyin && { pinyin }),
  };
}
