/**
 * Starts to follow published packs, and updates them. An update is verified as a whole and then saved in one transaction;
 * after any failure the stored revision stays.
 */
import { comparePacks } from '../../../glossary/exchange/compare-packs';
import { readPackText } from '../../../glossary/exchange/pack-text';
import type { Followed, FollowFailure, Pending, TrustQuestion } from '../../../glossary/follow/followed';
import { nextCheckMs } from '../../../glossary/follow/schedule';
import { changesOf, questionsOf } from '../../../glossary/follow/trust';
import { BUNDLED_PACK } from '../../../glossary/library/entry-name';
import { followedPackId } from '../../../glossary/library/imported-packs';
import type { PlainTerm } from '../../../glossary/pack/plain-term';
import type { AcceptedKeys } from '../../../glossary/publish/failure';
import type { Known, Opened } from '../../../glossary/publish/open-manifest';
import { freeId } from '../packs/new-record';
import type { PackRecord } from '../packs/pack-record';
import type { SavedPack } from '../packs/pack-store';
import { failure, ok, type PackFailure, type Result } from '../result';
import { fetchRevision } from './fetch-revision';
import type { FollowEnvironment } from './follow-environment';
import { checkEnd, followedState, packToSave, stateAfterAnswer } from './followed-record';
import { unpackText } from './pack-bytes';
import {
  descriptionOf,
  isSamePublication,
  type Publication,
  readManifest,
  type StoppedCheck,
} from './read-publication';

/** The result of a check. `asking`: an update waits for the reader's answer. */
export type CheckResult = 'updated' | 'unchanged' | 'asking' | 'failed';

/** Fetches and saves a publication. @param given as `Followed.given`. @returns the id of the pack. */
export async function followPublication(
  publication: Publication,
  environment: FollowEnvironment,
  given: Followed['given'] = null,
): Promise<Result<string, FollowFailure>> {
  const { store } = environment;
  const fetched = await fetchTerms(publication, null, environment);
  if (!fetched.ok) return failure(fetched.stop.failure);
  const records = await store.list();
  const { opened } = publication;
  const moved = records.find((record) => isSamePublication(record, opened));
  const { id: name, seq } = opened.manifest;
  const known = moved?.followed?.revision.seq ?? 0;
  if (seq < known) return failure({ kind: 'rollback', seq, stored: known });
  const id =
    publication.url === environment.bundled?.url ? BUNDLED_PACK : (moved?.id ?? freeId(followedPackId, name, records));
  const followed = { ...followedState(publication, environment), given };
  const saved = await packToSave({ id, ...fetched, about: publication.about, followed, changes: null }, environment);
  if (!saved) return failure({ kind: 'malformed', where: 'edition' });
  const result = await store.save([saved]);
  return result.ok ? ok(id) : failure(notStored(result.error));
}

/**
 * Asks for a new revision of a followed pack, and saves it. Never rejects because of published content.
 * @param consent the questions that the reader answered, if any.
 */
export async function checkForUpdate(
  record: PackRecord,
  environment: FollowEnvironment,
  consent: Pending | null = null,
): Promise<CheckResult> {
  const { followed } = record;
  if (!followed) return 'unchanged';
  const { store, nowMs, random } = environment;
  // Before anything else: a browser that ends meanwhile tries again, but not at once.
  const noted = await store.follow(record, { dueMs: nextCheckMs(checkEnd(followed.failures + 1, nowMs()), random()) });
  // Without a stored time the check would be repeated every minute, for as long as the disk is full.
  if (!noted.ok) return noted.error.kind === 'stale' ? 'unchanged' : 'failed';
  const update = await updateOf(record, followed, environment, consent);
  if (update.kind === 'stopped') {
    const { failure: reason, retryAfterMs, pending = null } = update.stop;
    const failures = followed.failures + 1;
    const dueMs = nextCheckMs({ ...checkEnd(failures, nowMs()), retryAfterMs }, random());
    const sinceMs = followed.problem?.sinceMs ?? nowMs();
    await store.follow(record, { failures, dueMs, problem: { failure: reason, sinceMs }, pending });
    return pending ? 'asking' : 'failed';
  }
  if (update.kind === 'asking') {
    await store.follow(record, { ...stateAfterAnswer(environment, null), pending: update.pending });
    return 'asking';
  }
  if (update.kind === 'unchanged') {
    await store.follow(record, { ...update.followed, pending: null });
    return 'unchanged';
  }
  const result = await store.save([update.saved], record.generation);
  if (result.ok) return 'updated';
  if (result.error.kind === 'stale') return 'unchanged';
  const problem = { failure: notStored(result.error), sinceMs: nowMs() };
  await store.follow(record, { failures: followed.failures + 1, problem });
  return 'failed';
}

function notStored({ kind }: PackFailure): FollowFailure {
  if (kind === 'full') return { kind: 'not-stored', why: 'full' };
  const isTooMany = kind === 'too-many-packs' || kind === 'too-many-pack-terms';
  return { kind: 'not-stored', why: isTooMany ? 'too-many' : 'fault' };
}

type Update =
  | { kind: 'stopped'; stop: StoppedCheck }
  | { kind: 'asking'; pending: Pending }
  | { kind: 'unchanged'; followed: Partial<Followed> }
  | { kind: 'new'; saved: SavedPack };

async function updateOf(
  record: PackRecord,
  followed: Followed,
  environment: FollowEnvironment,
  consent: Pending | null,
): Promise<Update> {
  const asked = consent?.questions.find((question) => question.kind === 'keys');
  const known: Known = { keys: asked ? null : followed.keys, revision: followed.revision };
  const read = await readManifest({ url: followed.url, etag: asked ? '' : followed.etag }, known, environment);
  if (!read.ok) return { kind: 'stopped', stop: read.stop };
  if (!read.opened) return unchangedUpdate(followed, environment);
  const { opened, etag } = read;
  if (asked && !areKeysOf(asked.keys, opened)) {
    return { kind: 'asking', pending: { sha256: '', questions: [{ kind: 'keys', keys: opened.keys }] } };
  }
  const publication: Publication = {
    url: followed.url,
    opened,
    etag,
    ...descriptionOf(opened.manifest),
    isKeyNamed: true,
  };
  const next = { ...followedState(publication, environment), given: followed.given };
  const { site: _, ...same } = next;
  if (opened.isSame && hasSameDescription(record, publication)) return { kind: 'unchanged', followed: same };
  const [text, terms] = await Promise.all([environment.store.text(record), environment.store.terms(record)]);
  const before = text && (await unpackText(text));
  const stored = before === null ? null : { seq: followed.revision.seq, text: before };
  const fetched = await fetchTerms(publication, stored, environment);
  if (!fetched.ok) return { kind: 'stopped', stop: fetched.stop };
  const { manifest } = opened;
  const changes = comparePacks({ ...record.about, terms }, { ...publication.about, terms: fetched.terms });
  const after = { about: publication.about, site: publication.site, count: fetched.terms.length };
  const others = questionsOf({ ...record, site: followed.site }, after, changes);
  // Keys that were accepted are stored with the revision only: until then, they are asked about with it.
  const questions: TrustQuestion[] = asked ? [{ kind: 'keys', keys: opened.keys }, ...others] : others;
  const pending: Pending = { sha256: manifest.full.sha256, questions };
  if (others.length > 0 && JSON.stringify(consent) !== JSON.stringify(pending)) return { kind: 'asking', pending };
  const kept = changesOf(changes, manifest.seq, environment.nowMs());
  const parts = { id: record.id, ...fetched, about: publication.about, followed: next, changes: kept };
  const saved = await packToSave(parts, environment);
  if (!saved) return { kind: 'stopped', stop: { failure: { kind: 'malformed', where: 'edition' }, retryAfterMs: 0 } };
  return { kind: 'new', saved };
}

/** Whether a manifest has the keys that the reader accepted, and the first of them signed it. */
function areKeysOf({ current }: AcceptedKeys, { keys, signers }: Opened): boolean {
  return current.every((key, i) => key === keys.current[i]) && signers.includes(current[0] ?? '');
}

/** Whether a manifest that was signed again describes its pack as before. */
function hasSameDescription({ about, followed }: PackRecord, publication: Publication): boolean {
  return JSON.stringify([about, followed?.site]) === JSON.stringify([publication.about, publication.site]);
}

/** For an answer that the stored manifest is current. It may have expired since. */
function unchangedUpdate(followed: Followed, environment: FollowEnvironment): Update {
  const { expires } = followed.revision;
  if (Date.parse(expires) > environment.nowMs())
    return { kind: 'unchanged', followed: stateAfterAnswer(environment, null) };
  return { kind: 'stopped', stop: { failure: { kind: 'expired', expires }, retryAfterMs: 0 } };
}

type FetchedTerms = { ok: true; terms: PlainTerm[]; text: string } | { ok: false; stop: StoppedCheck };

async function fetchTerms(
  { url, opened: { manifest } }: Publication,
  stored: { seq: number; text: string } | null,
  { fetching, nowMs }: FollowEnvironment,
): Promise<FetchedTerms> {
  const fetched = await fetchRevision({ url, manifest, request: { fetching, nowMs: nowMs() } }, stored);
  if (!fetched.ok) return { ok: false, stop: fetched };
  const terms = readPackText(fetched.value);
  if (terms?.length !== manifest.full.count) {
    return { ok: false, stop: { failure: { kind: 'malformed', where: 'terms' }, retryAfterMs: 0 } };
  }
  return { ok: true, terms, text: fetched.value };
}
