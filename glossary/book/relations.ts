/** Converts the relations of entries, which both entries state, to the lines of the map, each once. */
import { addToGroup } from '../add-to-group';
import type { Term } from '../pack/pack';
import type { RelationType } from '../pack/vocabulary';

/** Kinds of line: one of each inverse pair, and the symmetric ones. */
export const LINE_TYPES = [
  'kind-of',
  'part-of',
  'organised-by',
  'promoted-by',
  'see-also',
  'contrast',
] as const satisfies RelationType[];
/** A kind of line. */
export type LineType = (typeof LINE_TYPES)[number];

/** A line of the map. */
export interface Line {
  type: LineType;
  /** Ids. A directed line leads to the general term, to the whole, to the organiser or to the promoter. */
  source: string;
  target: string;
}

type Related = Pick<Term, 'id' | 'relations'>;

const isLineType = (type: RelationType): type is LineType => (LINE_TYPES as readonly RelationType[]).includes(type);
const isDirected = (type: LineType) => type !== 'see-also' && type !== 'contrast';

/** Each relation between two of `entries`, once, in the order of `entries`; omits relations to other entries. */
export function linesBetween(entries: readonly Related[]): Line[] {
  const ids = new Set(entries.map(({ id }) => id));
  return entries.flatMap(({ id, relations }) =>
    relations.flatMap(({ type, target }): Line[] => {
      if (!isLineType(type) || !ids.has(target)) return [];
      return isDirected(type) || id < target ? [{ type, source: id, target }] : [];
    }),
  );
}

/** The ids of all entries connected to entry `id` by a line. */
export function neighboursOf(id: string, lines: readonly Line[]): Set<string> {
  return new Set(
    lines.flatMap(({ source, target }) => {
      if (source === id) return [target];
      return target === id ? [source] : [];
    }),
  );
}

/** The relations of `entry` by type, types in the order of their first occurrence; omits targets missing in `byId`. */
export function relationsByType<E extends Related>(
  entry: Related,
  byId: ReadonlyMap<string, E>,
): { type: RelationType; targets: E[] }[] {
  const groups = new Map<RelationType, E[]>();
  for (const { type, target } of entry.relations) {
    const other = byId.get(target);
    if (other) addToGroup(groups, type, other);
  }
  return [...groups].map(([type, targets]) => ({ type, targets }));
}
