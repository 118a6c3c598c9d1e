/**
 * Compiles the packs that come in the browser: what finder and prefilter are given of them. Linear in their letters,
 * because a reader waits for the marks.
 */
import { compileFinder } from '../pack/compile-finder';
import { type FinderData, type PrefilterData, prefilterLetters, SEGMENT_SIZE } from '../pack/finder-data';
import type { Folding } from '../pack/folding';
import { manifestOf, type PlainPack, spellingsOf } from './plain-pack';

/** Letters of a prefilter run, in UTF-16 units: shorter runs would call the engine into half of all pages. */
const RUN_LENGTH = 8;

/** The tables of all added packs at once. */
export interface CompiledPacks {
  finder: FinderData;
  prefilter: PrefilterData;
}

/**
 * The packs by segment: the reader's own has segment 1, those of a policy follow in its order. Segment 0 is that of the
 * bundled pack, and null here.
 */
export function inSegments(packs: readonly PlainPack[]): (PlainPack | null)[] {
  const user = packs.find(({ kind }) => kind === 'user') ?? null;
  return [null, user, ...packs.filter(({ kind }) => kind === 'policy')];
}

/** By segment, the revisions of added packs (`FinderData.revisions`). */
export function revisionsOf(packs: readonly PlainPack[]): string[] {
  return inSegments(packs).map((pack) => (pack ? manifestOf(pack).revision : ''));
}

/** Compiles packs. A form without letters is left out. */
export function compilePacks(packs: readonly PlainPack[], folding: Folding): CompiledPacks {
  const named = inSegments(packs).flatMap((pack, segment) =>
    (pack?.terms ?? []).map((term, place) => ({
      id: `${segment}/${term.id}`,
      index: segment * SEGMENT_SIZE + place,
      forms: spellingsOf(term)
        .filter((form) => folding.fold(form) !== '')
        .map((text) => ({ text })),
    })),
  );
  const finder = compileFinder(named, [], { revisions: revisionsOf(packs), folding });
  return { finder, prefilter: compilePrefilter(finder, folding) };
}

/** Without spaces: the prefilter skips them between letters. */
function compilePrefilter({ patterns }: FinderData, folding: Folding): PrefilterData {
  const literals = [...new Set(patterns.split('\n').map((form) => form.replaceAll(' ', '').slice(0, RUN_LENGTH)))]
    .sort()
    .join(' ');
  return { literals, spellings: folding.spellingsInOrder(prefilterLetters({ literals })) };
}
