/**
 * Fetches a file of a published pack: without cookies and referrer, without redirects, within a time limit. The function
 * that reads the stream limits its bytes.
 */
import { hostFault } from '../../../glossary/follow/follow-address';
import type { FollowFailure } from '../../../glossary/follow/followed';
import { retryAfterMs } from '../../../glossary/follow/schedule';
import type { Checked } from '../../../glossary/publish/failure';

/** Longest time for a whole file, in ms. */
const LONGEST_MS = 120_000;
/** Servers name a file by its hash, or its size and date. A longer `ETag` is not stored. */
const LONGEST_ETAG = 200;

type ByteStream = ReadableStream<Uint8Array<ArrayBuffer>>;

/** The result of a request. */
type Fetched =
  | { kind: 'text'; text: string; etag: string }
  /** The copy of this `etag` is the current one. */
  | { kind: 'same' }
  | { kind: 'failed'; failure: FollowFailure; retryAfterMs: number };

/** How a file is fetched. */
export interface FetchOptions {
  /** Reads and checks the stream. @throws as the stream does. */
  read(body: ByteStream): Promise<Checked<string>>;
  /** `ETag` of the stored copy; '' for none. */
  etag?: string;
  fetching: typeof fetch;
  nowMs: number;
  /** Ends all requests for the same revision, besides the time of each. */
  deadline?: AbortSignal;
}

/** Never rejects. Nothing is fetched from an address that must not be followed. */
export async function fetchPublished(
  url: string,
  { read, etag = '', fetching, nowMs, deadline }: FetchOptions,
): Promise<Fetched> {
  const fault = hostFault(new URL(url));
  if (fault) return failed({ kind: fault });
  const own = AbortSignal.timeout(LONGEST_MS);
  const signal = deadline ? AbortSignal.any([own, deadline]) : own;
  try {
    const response = await fetching(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'manual',
      signal,
      ...(etag && { headers: { 'If-None-Match': etag } }),
    });
    const { status, type, body, headers } = response;
    if (status === 304) return { kind: 'same' };
    if (type === 'opaqueredirect' || (status >= 300 && status < 400)) return failed({ kind: 'redirect' });
    if (status !== 200 || !body) {
      void body?.cancel();
      return failed({ kind: 'status', status }, retryAfterMs(headers.get('Retry-After'), nowMs));
    }
    const text = await read(body);
    const tag = headers.get('ETag') ?? '';
    return text.ok
      ? { kind: 'text', text: text.value, etag: tag.length > LONGEST_ETAG ? '' : tag }
      : failed(text.failure);
  } catch {
    return failed({ kind: signal.aborted ? 'too-slow' : 'unreachable' });
  }
}

function failed(failure: FollowFailure, wait = 0): Extract<Fetched, { kind: 'failed' }> {
  return { kind: 'failed', failure, retryAfterMs: wait };
}
