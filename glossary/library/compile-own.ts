/**
 * Owns compiling the terms that come to the bundled pack in the browser, the reader's own and an organisation's: what the
 * finder and the hint are given of them. Linear in their letters, since it happens while the reader waits for the marks.
 */

import { compileFinder } from '../pack/compile-finder';
import { contentHash } from '../pack/content-hash';
import type { FinderData, PrefilterData } from '../pack/finder-data';
import type { Folding } from '../pack/folding';
import { type AddedTerm, spellingsOf } from './own-entry';

/** Most terms an organisation presets, of all its packs. */
export const MAX_PRESET_TERMS = 1000;

/** A run of so many letters is telling enough, in UTF-16 units. Short ones would call the engine into half of all pages. */
const RUN_LENGTH = 8;

/** Names these terms, whatever of them changes. Empty for none. 16 hexadecimal digits. */
export function ownRevision(terms: readonly AddedTerm[]): string {
  const named = terms.map((term) => [
    term.id,
    spellingsOf(term),
    term.definition.trim(),
    ...('pack' in term ? [term.pack, term.source] : []),
  ]);
  return named.length === 0 ? '' : contentHash(JSON.stringify(named));
}

/** The revision of a pack with these terms after its entries. */
export function joinedRevision(pack: string, own: string): string {
  return own === '' ? pack : `${pack}+${own}`;
}

/** The revision of the pack alone. */
export function bundledRevision(joined: string): string {
  return joined.split('+', 1)[0] ?? '';
}

export interface CompiledOwn {
  finder: FinderData;
  hint: PrefilterData;
}

/** @param terms not more than there may be; their order gives the entry indexes. A form without letters is left out. */
export function compileOwn(terms: readonly AddedTerm[], folding: Folding): CompiledOwn {
  const revision = ownRevision(terms);
  const named = terms.map((term) => ({
    id: term.id,
    forms: spellingsOf(term)
      .filter((form) => folding.fold(form) !== '')
      .map((text) => ({ text })),
  }));
  const finder = compileFinder(named, [], { revision, folding });
  return { finder, hint: compileOwnHint(finder, folding) };
}

/** Spaces are left out: between letters the hint skips them anyway. */
function compileOwnHint({ revision, patterns }: FinderData, folding: Folding): PrefilterData {
  const runs = [...new Set(patterns.split('\n').map((form) => form.replaceAll(' ', '').slice(0, RUN_LENGTH)))].sort();
  return { revision, runs: runs.join('\n'), variants: folding.spellingsOf(runs) };
}
