/** Owns how success and failure cross a message: an Error does not survive it. */

export type Result<T> = { ok: true; value: T } | { ok: false; error: string };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const failure = (error: string): Result<never> => ({ ok: false, error });

/** Why the background refuses a request that may be sent again a little later. */
export const TOO_MANY_REQUESTS = 'too many requests';
