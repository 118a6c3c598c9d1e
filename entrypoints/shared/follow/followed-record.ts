/** Makes the records of followed packs for the database. */
import type { FollowChanges, Followed } from '../../../glossary/follow/followed';
import { nextCheckMs } from '../../../glossary/follow/schedule';
import { BUNDLED_PACK } from '../../../glossary/library/entry-name';
import type { PackAbout, PlainTerm } from '../../../glossary/pack/plain-term';
import { newRecord } from '../packs/new-record';
import type { SavedPack } from '../packs/pack-store';
import { compileFollowed } from './edition';
import type { FollowEnvironment } from './follow-environment';
import { packText } from './pack-bytes';
import type { Publication } from './read-publication';

/** The state of a followed pack after its manifest was read. */
export function followedState(
  { url, opened, site, etag }: Publication,
  environment: FollowEnvironment,
): Omit<Followed, 'given'> {
  const { manifest, keys } = opened;
  const { id, seq, created, expires, full } = manifest;
  const nextMs = manifest.next === undefined ? null : Date.parse(manifest.next);
  const revision = { id, seq, sha256: full.sha256, created, expires };
  return { url, keys, revision, site, etag, ...stateAfterAnswer(environment, nextMs), pending: null };
}

/** The state after a good answer. @param nextMs announced time of the next revision, in ms since the epoch; null if none is. */
export function stateAfterAnswer({ nowMs, random }: FollowEnvironment, nextMs: number | null) {
  const dueMs = nextCheckMs({ ...checkEnd(0, nowMs()), nextMs }, random());
  return { checkedMs: nowMs(), dueMs, failures: 0, problem: null };
}

/** How a check ended, for `nextCheckMs`. @param failures in a row. */
export const checkEnd = (failures: number, nowMs: number) => ({ nowMs, failures, retryAfterMs: 0, nextMs: null });

/** Parts of a followed pack. `text` is the published text. */
interface PackParts {
  id: string;
  about: PackAbout;
  terms: PlainTerm[];
  text: string;
  followed: Followed;
  changes: FollowChanges | null;
}

/** The pack to save; null if the text has no edition that can replace the bundled pack. */
export async function packToSave(parts: PackParts, environment: FollowEnvironment): Promise<SavedPack | null> {
  const { id, about, terms, text, followed, changes } = parts;
  const record = newRecord({ id, about, terms, file: null, followed }, environment.nowMs());
  const folding = await environment.folding();
  const { edition, compiled } = await compileFollowed(record, { terms, text }, { ...environment, folding });
  if (id === BUNDLED_PACK && !edition) return null;
  return { record, terms, compiled, published: { text: await packText(text), changes, edition } };
}
