/**
 * Schema of what the reader sets of a pack. For imported packs it is stored in their records; for all others it is the
 * setting `pack/ID`, which is synced and which a policy presets and locks.
 */
import * as v from 'valibot';
import { segmentOfPack } from '../../../glossary/library/compile-packs';
import type { PlainPack } from '../../../glossary/library/plain-pack';
import { MARK_COLOURS } from '../../../glossary/pack/mark-colours';
import { DENSITIES, type PackPreferences, type SetPack } from '../page/pack-marks';

export const preferencesSchema = v.object({
  isOn: v.boolean(),
  colour: v.nullable(v.picklist(MARK_COLOURS)),
  density: v.nullable(v.picklist(DENSITIES)),
  insideWords: v.union([
    v.literal('all'),
    v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(0))), v.readonly()),
  ]),
  sites: v.object({
    base: v.picklist(['on', 'off']),
    rules: v.pipe(v.array(v.object({ pattern: v.string(), isOn: v.boolean() })), v.readonly()),
  }),
});

/** An item of `storage.sync` holds 8,000 bytes: room for a hundred sites. */
const MAX_BYTES = 7800;

/** The setting: terms of packs that can be edited have no constant places, so that `insideWords` lists none. */
export const packSettingSchema = v.pipe(
  preferencesSchema,
  v.check(({ insideWords }) => insideWords === 'all' || insideWords.length === 0, 'places of terms'),
  v.check((set) => new TextEncoder().encode(JSON.stringify(set)).length <= MAX_BYTES, 'too large to be synced'),
);

/** Settings of packs by segment, as pages know them. Those of absent packs are left out. */
export function setPacksOf(set: Readonly<Record<string, PackPreferences>>, packs: readonly PlainPack[]): SetPack[] {
  return Object.entries(set).flatMap(([id, preferences]) => {
    const segment = segmentOfPack(packs, id);
    return segment === null ? [] : [{ segment, ...preferences }];
  });
}
