/** Imported packs for tests: compiled and ready to be saved. */
import spellings from 'virtual:pangzhu/fold';
import type { SavedPack } from '../../../../entrypoints/shared/packs/pack-store';
import { NEW_PREFERENCES } from '../../../../entrypoints/shared/page/pack-marks';
import { compilePack, importedPackId, revisionOf } from '../../../../glossary/library/imported-packs';
import { Folding } from '../../../../glossary/pack/folding';
import type { PlainTerm } from '../../../../glossary/pack/plain-term';

const folding = new Folding(spellings);
let generations = 0;

/** Terms with a definition each, by headword. */
export function termsOf(...headwords: string[]): PlainTerm[] {
  return headwords.map((headword, at) => ({ id: `t${at}`, headword, forms: [], definition: `${headword}的释义` }));
}

/** A pack of terms. */
export function savedPack(id: string, terms: readonly PlainTerm[], title = id): SavedPack {
  const about = { id, title };
  return {
    record: {
      ...NEW_PREFERENCES,
      id: importedPackId(id),
      about,
      revision: revisionOf(about, terms),
      count: terms.length,
      generation: `generation-${++generations}`,
      file: { name: `${id}.csv`, format: 'csv' },
      followed: null,
      importedMs: 1,
      updatedMs: 1,
    },
    terms,
    compiled: compilePack(terms, folding),
  };
}
