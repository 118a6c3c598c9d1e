/** Reads and verifies the manifest of a published pack. Nothing is stored. */
import { cleanAbout } from '../../../glossary/exchange/clean-about';
import type { FollowAddress } from '../../../glossary/follow/follow-address';
import type { Followed, FollowFailure, Pending } from '../../../glossary/follow/followed';
import type { PackAbout } from '../../../glossary/pack/plain-term';
import type { AcceptedKeys } from '../../../glossary/publish/failure';
import { PUBLISH_LIMITS, type PublishedManifest } from '../../../glossary/publish/manifest';
import { type Known, type Opened, openManifest } from '../../../glossary/publish/open-manifest';
import { readLimited } from '../../../glossary/publish/read-file';
import { readerAddress } from '../../../glossary/reader-address';
import type { PackRecord } from '../packs/pack-record';
import { failure, ok, type Result } from '../result';
import { fetchPublished } from './fetch-published';
import type { FollowEnvironment } from './follow-environment';

/** A published pack by its manifest. */
export interface Publication {
  url: string;
  opened: Opened;
  about: PackAbout;
  site: string;
  etag: string;
  /** Whether the address named the key. Otherwise the key that signed is shown, and accepted from then on. */
  isKeyNamed: boolean;
}

/** A failed step of a check. */
export interface StoppedCheck {
  failure: FollowFailure;
  retryAfterMs: number;
  pending?: Pending;
}

/** Reads the manifest at an address, so that the reader can decide whether to follow it. */
export async function readPublication(
  { url, keys }: FollowAddress,
  environment: FollowEnvironment,
): Promise<Result<Publication, FollowFailure>> {
  const known: Known = { keys: keys.length > 0 ? { current: keys } : null, revision: null };
  const read = await readManifest({ url, etag: '' }, known, environment);
  if (!read.ok) return failure(read.stop.failure);
  // Without an `ETag` no server answers that nothing changed.
  if (!read.opened) return failure({ kind: 'status', status: 304 });
  const { opened, etag } = read;
  return ok({ url, opened, etag, ...descriptionOf(opened.manifest), isKeyNamed: keys.length > 0 });
}

type ManifestResult = { ok: true; opened: Opened | null; etag: string } | { ok: false; stop: StoppedCheck };

/** `opened` is null if the server answers that the copy with this `etag` is current. */
export async function readManifest(
  { url, etag }: Pick<Followed, 'url' | 'etag'>,
  known: Known,
  { fetching, nowMs, version }: FollowEnvironment,
): Promise<ManifestResult> {
  const read = (body: ReadableStream<Uint8Array<ArrayBuffer>>) => readLimited(body, PUBLISH_LIMITS.latestBytes);
  const fetched = await fetchPublished(url, { read, etag, fetching, nowMs: nowMs() });
  if (fetched.kind === 'failed') return { ok: false, stop: fetched };
  if (fetched.kind === 'same') return { ok: true, opened: null, etag };
  const opened = await openManifest(fetched.text, known, { now: new Date(nowMs()), version });
  if (opened.ok) return { ok: true, opened: opened.value, etag: fetched.etag };
  const pending = pendingKeys(opened.failure);
  return { ok: false, stop: { failure: opened.failure, retryAfterMs: 0, ...(pending && { pending }) } };
}

/** The question about other keys; null for other failures. Only the reader can accept keys without a handover. */
function pendingKeys(refused: FollowFailure): Pending | null {
  if (refused.kind === 'keys-changed') return { sha256: '', questions: [{ kind: 'keys', keys: refused.keys }] };
  if (refused.kind !== 'wrong-key') return null;
  const keys: AcceptedKeys = { current: refused.keys.slice(0, 2) };
  return { sha256: '', questions: [{ kind: 'keys', keys }] };
}

/** The description of the pack in a manifest, checked. */
export function descriptionOf(manifest: PublishedManifest): Pick<Publication, 'about' | 'site'> {
  const { id, title, languages, licence, attribution, homepage, contact, site = '' } = manifest;
  const about = cleanAbout('', { id, title, languages, licence, attribution, homepage, contact });
  return { about, site: readerAddress(site)?.href ?? '' };
}

/** Whether a pack is of this publication, at whatever address: its key signed. The keys that a manifest names are no proof. */
export function isSamePublication({ followed }: Pick<PackRecord, 'followed'>, { manifest, signers }: Opened): boolean {
  return followed?.revision.id === manifest.id && signers.includes(followed.keys.current[0] ?? '');
}
