/**
 * Compiles added packs in the browser: data of finder and prefilter. Linear in their letters, because readers wait for the
 * marks.
 */
import { compileFinder } from '../pack/compile-finder';
import { type FinderData, type PrefilterData, prefilterLetters, SEGMENT_SIZE } from '../pack/finder-data';
import type { Folding } from '../pack/folding';
import { BUNDLED_PACK } from './entry-name';
import { manifestOf, type PlainPack, spellingsOf } from './plain-pack';

/** Length of prefilter literals, in UTF-16 units: shorter ones would load the engine in half of all pages. */
const RUN_LENGTH = 8;

/** The data of all added packs. */
export interface CompiledPacks {
  finder: FinderData;
  prefilter: PrefilterData;
}

/** Packs of a policy at most. */
export const MAX_POLICY_PACKS = 62;
/** The segment of the first imported pack (`imported-packs.ts`), so that a policy does not move its entries. */
export const FIRST_IMPORTED_SEGMENT = 2 + MAX_POLICY_PACKS;

/**
 * The packs by segment: the reader's own has segment 1, those of a policy follow in its order. Segment 0 is that of the
 * bundled pack, and null here.
 */
export function inSegments(packs: readonly PlainPack[]): (PlainPack | null)[] {
  const user = packs.find(({ kind }) => kind === 'user') ?? null;
  return [null, user, ...packs.filter(({ kind }) => kind === 'policy').slice(0, MAX_POLICY_PACKS)];
}

/** The segment of a pack; null if it is not there. @param packs besides the bundled one and imported ones. */
export function segmentOfPack(packs: readonly PlainPack[], id: string): number | null {
  const segment = id === BUNDLED_PACK ? 0 : inSegments(packs).findIndex((pack) => pack?.id === id);
  return segment < 0 ? null : segment;
}

/** By segment, the revisions of added packs (`FinderData.revisions`). */
export function revisionsOf(packs: readonly PlainPack[]): string[] {
  return inSegments(packs).map((pack) => (pack ? manifestOf(pack).revision : ''));
}

/** Compiles packs, without forms that have no letter. */
export function compilePacks(packs: readonly PlainPack[], folding: Folding): CompiledPacks {
  const named = inSegments(packs).flatMap((pack, segment) =>
    (pack?.terms ?? []).map((term, place) => ({
      id: `${segment}/${term.id}`,
      index: segment * SEGMENT_SIZE + place,
      forms: spellingsOf(term)
        .filter((form) => folding.fold(form) !== '')
        .map((text) => ({ text, exactCase: term.exactCase, insideWords: term.insideWords })),
    })),
  );
  const finder = compileFinder(named, [], { revisions: revisionsOf(packs), folding });
  return { finder, prefilter: compilePrefilter(finder, folding) };
}

/** Literals without spaces, which the prefilter skips. */
function compilePrefilter({ patterns }: FinderData, folding: Folding): PrefilterData {
  const literals = [...new Set(patterns.split('\n').map((form) => form.replaceAll(' ', '').slice(0, RUN_LENGTH)))]
    .sort()
    .join(' ');
  return { literals, spellings: folding.spellingsInOrder(prefilterLetters({ literals })) };
}
