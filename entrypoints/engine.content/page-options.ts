/** Turns the reader's settings into page options, in which entries are indexes of the page's packs. */
import { isSameRevision } from '../../glossary/pack/finder-data';
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
  return { density, densities, muted: new Set(known), cap: USUAL_CAP };
}
