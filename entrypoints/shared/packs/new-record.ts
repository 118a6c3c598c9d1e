/** Makes the ids and records of packs that arrive, imported or followed. */
import { revisionOf } from '../../../glossary/library/imported-packs';
import { contentHash } from '../../../glossary/pack/content-hash';
import type { PackAbout, PlainTerm } from '../../../glossary/pack/plain-term';
import { NEW_PREFERENCES } from '../page/pack-marks';
import type { PackRecord } from './pack-record';
import type { SavedPack } from './pack-store';

/** Parts of a pack. */
export interface NewPack extends Pick<PackRecord, 'file' | 'followed'> {
  id: string;
  about: PackAbout;
  terms: readonly PlainTerm[];
}

/** The record of a pack, with a generation of its own and the usual preferences. @param nowMs in ms since the epoch. */
export function newRecord({ id, about, terms, file, followed }: NewPack, nowMs: number): SavedPack['record'] {
  return {
    ...NEW_PREFERENCES,
    id,
    about,
    // The terms of an edited pack are not all of its content.
    revision: followed
      ? contentHash(JSON.stringify([about, followed.site, followed.revision.sha256]))
      : revisionOf(about, terms),
    count: terms.length,
    generation: crypto.randomUUID(),
    file,
    followed,
    importedMs: nowMs,
    updatedMs: nowMs,
  };
}

/** The id of a new pack: that of its name, with a number if a pack has it already. @param idOf `importedPackId` or `followedPackId`. */
export function freeId(idOf: (name: string) => string, name: string, packs: readonly { id: string }[]): string {
  for (let n = 1; ; n++) {
    const id = idOf(n === 1 ? name : `${name.slice(0, 50)}-${n}`);
    if (!packs.some((pack) => pack.id === id)) return id;
  }
}
