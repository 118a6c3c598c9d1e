/** Results of actions, also across messages, which an Error does not survive. */
import { errorMessage } from '../../glossary/error-message';

/** The reason of a failure. `failure-words.ts` has its message. */
export type Failure =
  /** Nothing is stored from a private window. */
  | { kind: 'private' }
  /** An organisation decided the setting. */
  | { kind: 'locked' }
  /** The limit of own terms, site rules or corrections is reached. */
  | { kind: 'too-many'; of: 'terms' | 'rules' | 'corrections' }
  /** The browser's storage is full. */
  | { kind: 'full' }
  /** The sender has another revision of the pack, with other entry indexes. */
  | { kind: 'stale' }
  /** Too many requests at once; the same request may be sent again later. */
  | { kind: 'busy' }
  /** An error of the browser or of this program, with its message. */
  | { kind: 'fault'; message: string };

/** Why stored packs are not changed. `room`: terms that there is still room for. */
export type PackFailure = Failure | { kind: 'too-many-packs' } | { kind: 'too-many-pack-terms'; room: number };

export type Result<T, E = Failure> = { ok: true; value: T } | { ok: false; error: E };

/** A successful result. */
export function ok<T>(value: T): Result<T, never> {
  return { ok: true, value };
}

/** A failed result. */
export function failure<const E>(error: E): Result<never, E> {
  return { ok: false, error };
}

/** The failure for a thrown value. */
export function faultOf(error: unknown): Extract<Failure, { kind: 'fault' }> {
  return { kind: 'fault', message: errorMessage(error) };
}

/** The reason shown by popup, panel and card; `failed` may succeed the next time. */
export function refusalOf({ kind }: Failure): 'private' | 'locked' | 'failed' {
  return kind === 'private' || kind === 'locked' ? kind : 'failed';
}
