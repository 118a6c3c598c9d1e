/**
 * Replaces WXT's content-script context, which dispatches an event with the extension's id on every page, and lets a page
 * end the script by a forged one. This one dispatches nothing; scripts have a lifetime of their own (`content/lifetime.ts`).
 */
/** Has WXT's shape only. */
export class ContentScriptContext {
  /** Never aborts. */
  get signal(): AbortSignal {
    return new AbortController().signal;
  }
}
