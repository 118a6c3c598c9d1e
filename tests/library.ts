/** The library of the bundled pack alone, its entries by the id of their term, and entries of other packs. */
import pack from 'virtual:pangzhu/pack';
import { partsOf } from '../glossary/library/entry-name';
import { type Entry, hasCategory, Library } from '../glossary/library/library';
import { createPack, type PlainPack } from '../glossary/library/plain-pack';
import type { PlainTerm } from '../glossary/pack/plain-term';

export const library = new Library([pack]);

/** All entries of the bundled pack: each has a category. */
export const categorised = library.entries.filter(hasCategory);

/** @throws if there is no such term. */
export function bundledEntry(term: string): Entry {
  const entry = library.named(term);
  if (!entry) throw new Error(`no entry ${term}`);
  return entry;
}

/** The id of an entry's term in its pack. */
export function termId({ id }: Pick<Entry, 'id'>): string {
  return partsOf(id).term;
}

/** The entry of a term in a pack of its own, the reader's if nothing else is said. */
export function plainEntry(term: PlainTerm, pack: Partial<PlainPack> = {}): Entry {
  const plain: PlainPack = { id: 'user', title: '', kind: 'user', ...pack, terms: [term] };
  const [entry] = new Library([null, createPack(plain, { variants: '', readings: '' })]).entries;
  if (!entry) throw new Error('a pack of one term has an entry');
  return entry;
}
