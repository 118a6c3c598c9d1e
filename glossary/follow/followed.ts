/** Types of the stored state of a followed pack, besides its terms. */
import type { AcceptedKeys, PublicationFailure } from '../publish/failure';

/** Why a published pack was not accepted. `components/glossaries/follow-words.ts` has a sentence for each. */
export type FollowFailure =
  | PublicationFailure
  /** No connection, no such host, or no access to it. */
  | { kind: 'unreachable' }
  | { kind: 'too-slow' }
  /** The server redirects. Redirects are not followed, because the browser would ask the other address first. */
  | { kind: 'redirect' }
  | { kind: 'status'; status: number }
  | { kind: 'not-https' }
  | { kind: 'private-address' }
  /** The storage of the browser is full, there is no room for more packs or terms, or an error of the browser. */
  | { kind: 'not-stored'; why: 'full' | 'too-many' | 'fault' };

/** A change of trust, which the reader must confirm. Until then the stored revision stays. */
export type TrustQuestion =
  /** Signed by other keys. */
  | { kind: 'keys'; keys: AcceptedKeys }
  /** Its site is on another host; '' for none. */
  | { kind: 'host'; before: string; after: string }
  /** '' for none. */
  | { kind: 'licence'; before: string; after: string }
  /** More than a third of the terms is gone or reworded. */
  | { kind: 'terms'; changed: number; gone: number; of: number };

/** Questions that the reader has not answered. */
export interface Pending {
  /** Hash of the revision for which the answer holds; '' for keys. */
  sha256: string;
  questions: readonly TrustQuestion[];
}

/** The origin of a pack, and the state of its updates. */
export interface Followed {
  /** Address of `latest.json`. */
  url: string;
  keys: AcceptedKeys;
  /** The stored revision, as its manifest says. */
  revision: { id: string; seq: number; sha256: string; created: string; expires: string };
  /** https address of its site, with a slash at the end; '' for none. */
  site: string;
  /** The keys by which the organisation follows it for the reader, who cannot stop it; null if the reader does. */
  given: readonly string[] | null;
  /** `ETag` of the manifest that was read last; '' for none. */
  etag: string;
  /** Time of the last good answer, in ms since the epoch. */
  checkedMs: number;
  /** Time of the next check, in ms since the epoch. */
  dueMs: number;
  /** Failed checks in a row. */
  failures: number;
  /** Null after a good answer. */
  problem: { failure: FollowFailure; sinceMs: number } | null;
  pending: Pending | null;
}

/** A term before and after an update; null on one side for a term that was added or removed. */
export interface TermChange {
  before: string | null;
  after: string | null;
  headword: string;
}

/** The changes of the last update. */
export interface FollowChanges {
  seq: number;
  atMs: number;
  added: number;
  changed: number;
  gone: number;
  /** The first of them, at most 200. */
  terms: readonly TermChange[];
}
