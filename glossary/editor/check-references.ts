/** Checks references between entries: targets exist, and both entries state a relation. */
import type { RelationType } from '../pack/vocabulary';
import { placedFormsOf } from './forms';
import type { Problem } from './problem';
import type { EntryFiles, Placed } from './read-entries';

type Entries = EntryFiles['entries'];

const INVERSE: Record<RelationType, RelationType> = {
  'kind-of': 'has-kind',
  'has-kind': 'kind-of',
  'part-of': 'has-part',
  'has-part': 'part-of',
  'organised-by': 'organises',
  organises: 'organised-by',
  'promoted-by': 'promotes',
  promotes: 'promoted-by',
  'see-also': 'see-also',
  contrast: 'contrast',
};

/** Problems of references. @param isComplete false if an entry was unreadable: unknown entries are then not reported. */
export function checkReferences(entries: Entries, isComplete: boolean): Problem[] {
  // Reversed, so that the first of two entries with the same id wins; the duplicate is reported elsewhere.
  const byId = new Map(entries.toReversed().map((entry) => [entry.value.id, entry]));
  const isMissing = (target: string, id: string) => target === id || (isComplete && !byId.has(target));
  const circles = entries.flatMap((entry) => checkCircle(entry, byId));
  const references = entries.flatMap((entry) => {
    const { id, relations = [] } = entry.value;
    const fromRelations = relations.flatMap(({ type, target }, i) => {
      const path = ['relations', i];
      const advice = 'Correct the id or leave the relation out.';
      if (isMissing(target, id)) return [noOther(entry, path, target, advice)];
      const other = byId.get(target);
      if (!other || other.value.relations?.some((back) => back.target === id && back.type === INVERSE[type])) return [];
      return [
        {
          file: entry.file,
          line: entry.lineOf(path),
          message: `entry "${id}" is ${type} "${target}", but not the other way round`,
          advice: `Add “type: ${INVERSE[type]}, target: ${id}” to "${target}".`,
        },
      ];
    });
    const fromRules = placedFormsOf(entry.value).flatMap(({ form, path }) =>
      (form.needs?.entries ?? []).flatMap((target, i) => {
        const advice = 'Name another entry that must be mentioned on the page.';
        return isMissing(target, id) ? [noOther(entry, [...path, 'needs', 'entries', i], target, advice)] : [];
      }),
    );
    return [...fromRelations, ...fromRules];
  });
  return [...references, ...circles];
}

/** Relations that lead upwards and must have no cycle. */
const UPWARDS: readonly RelationType[] = ['part-of', 'kind-of'];

/** Reports a cycle of parts or kinds once, at its entry with the first id. */
function checkCircle(entry: Entries[number], byId: ReadonlyMap<string, Entries[number]>): Problem[] {
  return UPWARDS.flatMap((type) => {
    const circle = circleFrom(entry.value.id, type, byId);
    if (!circle || [...circle].sort()[0] !== entry.value.id) return [];
    const i = (entry.value.relations ?? []).findIndex(
      (relation) => relation.type === type && circle.includes(relation.target),
    );
    return [
      {
        file: entry.file,
        line: entry.lineOf(['relations', i]),
        message: `${[...circle, entry.value.id].map((id) => `"${id}"`).join(` is ${type} `)}: a circle`,
        advice: 'Leave one of these relations out.',
      },
    ];
  });
}

/** The ids of a cycle of relations of one type from `start`; null if there is none. */
function circleFrom(start: string, type: RelationType, byId: ReadonlyMap<string, Entries[number]>): string[] | null {
  const seen = new Set<string>();
  const search = (id: string, way: string[]): string[] | null => {
    for (const { type: other, target } of byId.get(id)?.value.relations ?? []) {
      if (other !== type) continue;
      if (target === start) return way;
      if (seen.has(target)) continue;
      seen.add(target);
      const found = search(target, [...way, target]);
      if (found) return found;
    }
    return null;
  };
  return search(start, [start]);
}

function noOther(entry: Placed<{ id: string }>, path: (string | number)[], target: string, advice: string): Problem {
  return {
    file: entry.file,
    line: entry.lineOf(path),
    message: `entry "${entry.value.id}": there is no other entry "${target}"`,
    advice,
  };
}
