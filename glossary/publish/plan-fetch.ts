/** Decides which files of a publication a reader fetches. */
import type { PublishedFile, PublishedManifest } from './manifest';
import type { PartList } from './parts';

/** The next file to fetch. */
export type FetchPlan =
  /** The stored revision is the published one. */
  | { kind: 'nothing' }
  /** Apply it to the stored text. */
  | { kind: 'delta'; file: PublishedFile }
  /** The list of parts; `planParts` says which of them. */
  | { kind: 'parts'; file: PublishedFile }
  | { kind: 'full'; file: PublishedFile };

/** Share of the full file above which parts are not worth their requests. */
const WORTHWHILE_SHARE = 0.6;

/**
 * A delta if there is one and it is smaller than the whole, else the parts that changed, else the whole. After a failure,
 * fetch `manifest.full` once.
 * @param stored revision whose text is kept; null if there is none.
 */
export function planFetch(stored: { seq: number } | null, manifest: PublishedManifest): FetchPlan {
  const { seq, deltas, parts, full } = manifest;
  if (!stored) return { kind: 'full', file: full };
  if (stored.seq === seq) return { kind: 'nothing' };
  const delta = deltas.find(({ from }) => from === stored.seq);
  if (delta && delta.bytes < full.bytes) return { kind: 'delta', file: delta };
  return parts.bytes < full.bytes * WORTHWHILE_SHARE ? { kind: 'parts', file: parts } : { kind: 'full', file: full };
}

/**
 * The parts to fetch, in the order of the list.
 * @param stored hashes of the parts of the stored text (`splitParts`, `sha256`).
 * @returns null if the full file is the better choice.
 */
export function planParts(
  { parts }: PartList,
  stored: ReadonlySet<string>,
  { full }: PublishedManifest,
): PublishedFile[] | null {
  const missing = parts.filter(({ sha256 }) => !stored.has(sha256));
  const bytes = missing.reduce((sum, part) => sum + part.bytes, 0);
  return bytes < full.bytes * WORTHWHILE_SHARE ? missing : null;
}
