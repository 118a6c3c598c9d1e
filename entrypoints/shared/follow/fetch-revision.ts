/** Fetches the text of a published revision: by a delta, by the parts that changed, or as a whole. */
import * as v from 'valibot';
import type { FollowFailure } from '../../../glossary/follow/followed';
import { jsonOf } from '../../../glossary/json-of';
import { sha256 } from '../../../glossary/publish/bytes';
import { applyDelta } from '../../../glossary/publish/delta';
import type { Checked } from '../../../glossary/publish/failure';
import {
  dataAddress,
  PUBLISH_LIMITS,
  type PublishedFile,
  type PublishedManifest,
} from '../../../glossary/publish/manifest';
import { partListSchema, splitParts } from '../../../glossary/publish/parts';
import { planFetch, planParts } from '../../../glossary/publish/plan-fetch';
import { readPublishedFile } from '../../../glossary/publish/read-file';
import { type FetchOptions, fetchPublished } from './fetch-published';

/**
 * Time limit for all files of a revision, in ms. Otherwise a host that sends each of a thousand parts slowly would keep the
 * background busy, and delay all other packs, for more than a day.
 */
const LONGEST_MS = 600_000;

/** The text of a pack file, or why there is none. */
type RevisionText =
  | { ok: true; value: string; by: 'delta' | 'parts' | 'full' }
  | { ok: false; failure: FollowFailure; retryAfterMs: number };

/** The address of a revision, and how its files are fetched. */
interface RevisionSource {
  /** Of `latest.json`. */
  url: string;
  manifest: PublishedManifest;
  request: Pick<FetchOptions, 'fetching' | 'nowMs' | 'deadline'>;
}

type Fetched = Awaited<ReturnType<typeof fetchPublished>>;

/** A revision being fetched. */
interface Fetching extends RevisionSource {
  /** The answer of a host that asks to wait: it is asked for no other file. */
  stop?: Fetched;
}

/**
 * The text that the manifest names by its hash. If a delta or a part is missing or wrong, the whole is fetched once, unless
 * the host asked to wait.
 * @param stored the text that is kept, and its revision; null if there is none.
 */
export async function fetchRevision(
  { request, ...published }: RevisionSource,
  stored: { seq: number; text: string } | null,
): Promise<RevisionText> {
  const publication: Fetching = { ...published, request: { ...request, deadline: AbortSignal.timeout(LONGEST_MS) } };
  const { manifest } = publication;
  const plan = planFetch(stored, manifest);
  if (stored && (plan.kind === 'delta' || plan.kind === 'parts')) {
    const text =
      plan.kind === 'delta'
        ? await byDelta(publication, plan.file, stored.text)
        : await byParts(publication, plan.file, stored.text);
    if (text !== null && (await sha256(text)) === manifest.full.sha256) return { ok: true, value: text, by: plan.kind };
  }
  const full = await fetchFile(publication, manifest.full);
  if (full.kind === 'text') return { ok: true, value: full.text, by: 'full' };
  // Without an `ETag`, no host should answer that nothing changed (304).
  return { ok: false, failure: { kind: 'status', status: 304 }, retryAfterMs: 0, ...full };
}

async function byDelta(publication: Fetching, file: PublishedFile, before: string): Promise<string | null> {
  const delta = await fetchFile(publication, file);
  return delta.kind === 'text' ? applyDelta(before, delta.text, publication.manifest.full.rawBytes) : null;
}

async function byParts(publication: Fetching, file: PublishedFile, before: string): Promise<string | null> {
  const fetched = await fetchFile(publication, file);
  const list = fetched.kind === 'text' ? v.safeParse(partListSchema, jsonOf(fetched.text)) : null;
  if (!list?.success) return null;
  const known = new Map<string, string>();
  for (const part of splitParts(before)) known.set(await sha256(part), part);
  const missing = planParts(list.output, new Set(known.keys()), publication.manifest);
  if (!missing) return null;
  for (const part of missing) {
    const text = await fetchFile(publication, part);
    if (text.kind !== 'text') return null;
    known.set(part.sha256, text.text);
  }
  let length = 0;
  const texts: string[] = [];
  for (const part of list.output.parts) {
    const text = known.get(part.sha256) ?? '';
    length += text.length;
    // The same part could be listed a thousand times.
    if (length > PUBLISH_LIMITS.rawBytes) return null;
    texts.push(text);
  }
  return texts.join('');
}

async function fetchFile(publication: Fetching, file: PublishedFile): Promise<Fetched> {
  if (publication.stop) return publication.stop;
  const read = (body: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Checked<string>> =>
    readPublishedFile(body, file);
  const fetched = await fetchPublished(dataAddress(publication.url, file), { ...publication.request, read });
  if (fetched.kind === 'failed' && fetched.retryAfterMs) publication.stop = fetched;
  return fetched;
}
