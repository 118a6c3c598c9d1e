/** Waits of unit tests. The defaults of the libraries, a second, are less than a busy machine may take. */
import { vi } from 'vitest';

/** In ms; a wait in vain ends before its test does. */
export const WAIT_LIMIT_MS = 60_000;

/** Calls a check until it throws no more. @returns its value. @throws its last error, after `WAIT_LIMIT_MS`. */
export function waitFor<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, { timeout: WAIT_LIMIT_MS });
}

/** Calls a condition until it is true. @throws after `WAIT_LIMIT_MS`. */
export async function waitUntil(isTrue: () => boolean): Promise<void> {
  await vi.waitUntil(isTrue, { timeout: WAIT_LIMIT_MS });
}
