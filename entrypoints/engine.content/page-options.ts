/** Turns the reader's settings into page options, in which entries are indexes of the page's packs. */
import { type EntryIndex, isSameRevision, segmentOf } from '../../glossary/pack/finder-data';
import type { Density } from '../shared/page/pack-marks';
import type { PageSettings } from '../shared/settings/page-settings';
import { type PageOptions, USUAL_CAP } from './choose-shown';

type Wanted = Pick<PageSettings, 'density' | 'muted'>;

/**
 * The options.
 * @param revisions of the page's packs: entries muted in other revisions of them are left out.
 * @param densities as `PageOptions.densities`.
 */
export function optionsOf(
  revisions: readonly string[],
  { density, muted }: Wanted,
  densities: ReadonlyMap<number, Density> = new Map(),
): PageOptions {
  const known = muted.entries.filter((entry) => isSameRevision(muted.revisions, revisions, entry));
  const here = [...mutedHere].flatMap(([entry, revision]) => (revisions[segmentOf(entry)] === revision ? [entry] : []));
  return { density, densities, muted: new Set([...known, ...here]), cap: USUAL_CAP };
}

/** Entries that the reader muted in this document, each with the revision of its pack. They are stored nowhere else. */
const mutedHere = new Map<EntryIndex, string>();

/** Mutes or unmutes an entry until the document is closed. @param revisions of the page's packs. */
export function muteHere(revisions: readonly string[], entry: EntryIndex, isMuted: boolean): void {
  if (isMuted) mutedHere.set(entry, revisions[segmentOf(entry)] ?? '');
  else mutedHere.delete(entry);
}
