/** How success and failure cross a message: an Error does not survive it. */

/** Why something was not done. `failure-words.ts` says it to the reader. */
export type Failure =
  /** Nothing is stored from a private window. */
  | { kind: 'private' }
  /** An organisation decided the setting. */
  | { kind: 'locked' }
  /** The reader has as many own terms or site rules as there may be. */
  | { kind: 'too-many'; of: 'terms' | 'rules' }
  /** The browser's storage is full. */
  | { kind: 'full' }
  /** The sender knows another revision of the pack: its entry indexes mean other entries. */
  | { kind: 'stale' }
  /** Too many requests at once; the same request may be sent again later. */
  | { kind: 'busy' }
  /** A fault of the browser or of this program, in its own words. */
  | { kind: 'fault'; message: string };

export type Result<T, E = Failure> = { ok: true; value: T } | { ok: false; error: E };

/** The result of what was done. */
export function ok<T>(value: T): Result<T, never> {
  return { ok: true, value };
}

/** The result of what was not done. */
export function failure<const E>(error: E): Result<never, E> {
  return { ok: false, error };
}

/** The failure for whatever was thrown. */
export function faultOf(error: unknown): Extract<Failure, { kind: 'fault' }> {
  return { kind: 'fault', message: error instanceof Error ? error.message : String(error) };
}

/** The code by which popup, panel and card tell a refused action: `failed` may go well the next time. */
export function refusalOf({ kind }: Failure): 'private' | 'locked' | 'failed' {
  return kind === 'private' || kind === 'locked' ? kind : 'failed';
}
