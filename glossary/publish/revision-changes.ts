/** Lists the changes of a revision, for its editors and in `changes.json`. */
import * as v from 'valibot';
import { comparePacks } from '../exchange/compare-packs';
import type { PackContent } from '../pack/plain-term';
import { PUBLISH_LIMITS } from './manifest';

const names = v.array(v.string());
const revisionSchema = v.object({
  seq: v.number(),
  created: v.string(),
  /** Of the pack file. */
  sha256: v.string(),
  /** Headwords. */
  added: names,
  reworded: names,
  removed: names,
  /** Titles of bulletins that were added or changed. */
  bulletins: names,
});

/** The content of `changes.json`. */
export const changesSchema = v.object({
  /** Newest first: those from which deltas lead, and the current one. */
  revisions: v.array(revisionSchema),
  /** Files that no manifest names any more: the time since when (ISO), by hash. */
  retired: v.record(v.string(), v.string()),
});
export type PublishedChanges = v.InferOutput<typeof changesSchema>;
export type RevisionChanges = Pick<
  PublishedChanges['revisions'][number],
  'added' | 'reworded' | 'removed' | 'bulletins'
>;

/** Revisions that are kept: one more than there are deltas. */
export const KEPT_REVISIONS = PUBLISH_LIMITS.deltas + 1;

/** The used part of a pack file that this program wrote. */
interface Written extends PackContent {
  edition?: { bulletins: readonly { id: string; title: string }[] };
}

/** By ids. @param before the text of a pack file; null for the first revision, which adds everything. */
export function revisionChanges(before: string | null, after: string): RevisionChanges {
  const [old, made] = [before === null ? null : readOwn(before), readOwn(after)];
  const { added, changed, gone } = comparePacks({ ...made, terms: old?.terms ?? [] }, made);
  const known = new Map(old?.edition?.bulletins.map((bulletin) => [bulletin.id, JSON.stringify(bulletin)]));
  const bulletins = made.edition?.bulletins ?? [];
  return {
    added: added.map(({ headword }) => headword),
    reworded: changed.map(({ after: term }) => term.headword),
    removed: gone.map(({ headword }) => headword),
    bulletins: bulletins
      .filter((bulletin) => known.get(bulletin.id) !== JSON.stringify(bulletin))
      .map(({ title }) => title),
  };
}

/** A text that the publisher wrote, whose hash was checked. */
function readOwn(text: string): Written {
  return JSON.parse(text) as Written;
}
