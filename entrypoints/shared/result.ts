/** Owns how success and failure cross a message: an Error does not survive it. */

export type Result<T, E extends string = string> = { ok: true; value: T } | { ok: false; error: E };

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });
export const failure = <E extends string>(error: E): Result<never, E> => ({ ok: false, error });

/** Why the background refuses a request that may be sent again a little later. */
export const TOO_MANY_REQUESTS = 'too many requests';
