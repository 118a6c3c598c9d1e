/**
 * Compiles the text of an edited pack that is followed: bulletins, Traditional texts and the finder with its rules, as the
 * build compiles those of the bundled glossary. A later revision of that one is compiled here as well.
 */
import { createFinder } from '../../../glossary/find/finder';
import { compileHashedPrefilter, isFindable } from '../../../glossary/find/hashed-prefilter';
import { BUNDLED_PACK, entryName } from '../../../glossary/library/entry-name';
import {
  type CompiledPack,
  compilingPack,
  type ImportedAbout,
  importedManifest,
} from '../../../glossary/library/imported-packs';
import { compileFinder } from '../../../glossary/pack/compile-finder';
import type { FinderData } from '../../../glossary/pack/finder-data';
import type { Folding } from '../../../glossary/pack/folding';
import type { Manifest, Pack } from '../../../glossary/pack/pack';
import type { PlainTerm } from '../../../glossary/pack/plain-term';
import { type EditedPack, readEdited } from '../../../glossary/publish/edited-pack';
import type { Edition } from '../packs/pack-record';
import { inSlices, LIBRARY_SLICE_MS } from '../page/slices';
import type { BundledSource } from './follow-environment';

/** Terms of an edition at most: pages build its tables, and the background reads it whole. A larger pack is one of plain terms. */
const MAX_TERMS = 5_000;

/** An edition with what is compiled from it: `tables` are the bytes of the finder's data as JSON. */
export interface CompiledEdition {
  edition: Edition;
  compiled: CompiledPack;
}

/** Compiles an edited pack by its own rules, and any other by its terms, in slices. @param text as published; null if it is not known. */
export async function compileFollowed(
  about: ImportedAbout,
  { terms, text }: { terms: readonly PlainTerm[]; text: string | null },
  { folding, bundled }: { folding: Folding; bundled: BundledSource | null },
): Promise<{ edition: Edition | null; compiled: CompiledPack }> {
  const { revision, site, ...manifest } = importedManifest(about);
  const shown = about.id === BUNDLED_PACK && bundled ? bundled.manifest : manifest;
  const made = text === null ? null : compileEdition(text, { ...shown, revision, site }, folding);
  return made ?? { edition: null, compiled: await inSlices(compilingPack(terms, folding), LIBRARY_SLICE_MS) };
}

/**
 * Reads and compiles the text of an edited pack. Bulletins of all but the bundled pack are named `packId/bulletinId`, as
 * entries are. @param manifest of the pack, with the revision.
 * @returns null for a text without an edition, for a large one, and for one whose forms cannot be told apart.
 */
export function compileEdition(text: string, manifest: Manifest, folding: Folding): CompiledEdition | null {
  const { revision, id } = manifest;
  try {
    const edited = readEdited(text, manifest);
    if (!edited || edited.pack.terms.length > MAX_TERMS) return null;
    const finder = finderOf(edited, revision, folding);
    const patterns = finder.patterns.split('\n');
    // Cues and exclusions alone are no reason to load the engine.
    const forms = new Set(finder.senses.filter((_, i) => i % 3 === 0));
    const prefilter = compileHashedPrefilter(
      patterns.filter((_, pattern) => forms.has(pattern)),
      finder.variants,
    );
    const pack = { ...edited.pack, manifest: { ...manifest, count: edited.pack.terms.length } };
    const traditional = edited.traditional && { ...edited.traditional, revision };
    return {
      edition: { pack: id === BUNDLED_PACK ? pack : withNames(pack), traditional },
      compiled: { tables: new TextEncoder().encode(JSON.stringify(finder)).buffer, prefilter },
    };
  } catch {
    return null;
  }
}

/** @throws {RangeError} for patterns that the tables cannot tell apart: pages would fail on them. */
function finderOf({ named }: EditedPack, revision: string, folding: Folding): FinderData {
  const entries = named.entries.map(({ id, forms }) => ({
    id,
    forms: forms.filter((form) => isFindable(folding.fold(form.text))),
  }));
  const finder = compileFinder(entries, named.exclusions, {
    revisions: [revision],
    folding,
    settings: named.settings,
  });
  createFinder(finder);
  return finder;
}

function withNames(pack: Pack): Pack {
  const named = <T extends { bulletin: string }>(place: T): T => ({
    ...place,
    bulletin: entryName(pack.manifest.id, place.bulletin),
  });
  return {
    ...pack,
    terms: pack.terms.map((term) => ({
      ...term,
      evidence: term.evidence.map(named),
      when: term.when.map((moment) => ({ ...moment, passage: moment.passage && named(moment.passage) })),
    })),
    bulletins: pack.bulletins.map((bulletin) => ({ ...bulletin, id: entryName(pack.manifest.id, bulletin.id) })),
  };
}
