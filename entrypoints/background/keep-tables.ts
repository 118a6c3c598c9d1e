/** Owns the tables of the terms that were added in `storage.local`: compiled only when they are of other terms than there are. */
import spellings from 'virtual:pangzhu/fold';
import type { Storage } from 'webextension-polyfill';
import { compileOwn, ownRevision } from '../../glossary/library/compile-own';
import type { AddedTerm } from '../../glossary/library/own-entry';
import { Folding } from '../../glossary/pack/folding';
import { OWN_FINDER_KEY, OWN_HINT_KEY, parseOwnFinder, parseOwnHint, sealOwnFinder } from '../shared/page/own-tables';

type LocalArea = Pick<Storage.StorageArea, 'get' | 'set' | 'remove'>;

let folding: Folding | null = null;

/** @param isAnew compiles also what is there already. */
export async function keepTables(local: LocalArea, terms: readonly AddedTerm[], isAnew: boolean): Promise<void> {
  const stored = await local.get([OWN_HINT_KEY, OWN_FINDER_KEY]);
  if (terms.length === 0) {
    const keys = Object.keys(stored);
    if (keys.length > 0) await local.remove(keys);
    return;
  }
  const tables = [parseOwnHint(stored[OWN_HINT_KEY]), parseOwnFinder(stored[OWN_FINDER_KEY])];
  if (!isAnew && tables.every((table) => table?.revision === ownRevision(terms))) return;
  folding ??= new Folding(spellings);
  const { hint, finder } = compileOwn(terms, folding);
  await local.set({ [OWN_HINT_KEY]: hint, [OWN_FINDER_KEY]: sealOwnFinder(finder) });
}
