/** The colour and density that the reader set for each imported pack. The likeliest entry of a mention decides its pack. */
import { segmentOf } from '../../glossary/pack/finder-data';
import type { MarkColour } from '../../glossary/pack/mark-colours';
import type { PackTablesText } from '../shared/messages';
import type { Density } from '../shared/page/pack-marks';
import type { MarksSource } from './marks';

/** The colours of marks. */
export type PackColours = Pick<MarksSource, 'colours' | 'colourOf'>;

/** Of packs that are on, by segment. */
export type PackLooks = readonly Pick<PackTablesText, 'segment' | 'look'>[];

/** Packs without a colour of their own have that of all other marks. */
export function packColours(packs: PackLooks): PackColours {
  const bySegment = new Map<number, MarkColour>();
  for (const { segment, look } of packs) if (look.colour) bySegment.set(segment, look.colour);
  return {
    colours: [...new Set(bySegment.values())],
    colourOf: ({ senses: [{ entry }] }) => (bySegment.size === 0 ? null : (bySegment.get(segmentOf(entry)) ?? null)),
  };
}

/** As `PageOptions.densities`. */
export function densitiesOf(packs: PackLooks): ReadonlyMap<number, Density> {
  return new Map(packs.flatMap(({ segment, look }) => (look.density ? [[segment, look.density] as const] : [])));
}
