/**
 * Divides an index into pages: one, if it is short; otherwise pages of each group. No page of a list of 100,000 terms is
 * longer than `PAGE_LINES`.
 */
import type { IndexGroup } from '../components/book/EntryIndex';
import type { Entry } from '../glossary/library/library';

/** Lines of a page. */
export const PAGE_LINES = 400;

/** A page of a long group. */
export interface IndexPart {
  folder: string;
  entries: readonly Entry[];
}

/** A group of an index, with its pages. */
export interface PlannedGroup extends IndexGroup {
  /** Empty if all groups are on the page of the index. */
  parts: readonly IndexPart[];
}

/** An index with its pages. */
export interface IndexPlan {
  folder: string;
  title: string;
  groups: readonly PlannedGroup[];
}

/** Leaves out empty groups. @param folder of the index, such as `letter/`. */
export function planIndex(folder: string, title: string, groups: readonly IndexGroup[]): IndexPlan {
  const shown = groups.filter(({ entries }) => entries.length > 0);
  const isShort = shown.reduce((sum, { entries }) => sum + entries.length, 0) <= PAGE_LINES;
  const partsOf = ({ key, entries }: IndexGroup): IndexPart[] => {
    const count = isShort ? 0 : Math.ceil(entries.length / PAGE_LINES);
    return Array.from({ length: count }, (_, i) => ({
      folder: `${folder}${key.toLowerCase()}/${i === 0 ? '' : `${i + 1}/`}`,
      entries: entries.slice(i * PAGE_LINES, (i + 1) * PAGE_LINES),
    }));
  };
  return { folder, title, groups: shown.map((group) => ({ ...group, parts: partsOf(group) })) };
}

/** The address of a group: its place in the index, or its first page. */
export function groupAddress({ folder }: IndexPlan, { key, parts }: PlannedGroup): string {
  return parts[0]?.folder ?? `${folder}#group-${key}`;
}
