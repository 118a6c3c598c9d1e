/**
 * Stands in for WXT's content-script context, which dispatches an event naming the extension on every page
 * and ends the script on any page's forged one. Ours is silent; scripts keep their own lifetime (`content/lifetime.ts`).
 */
export class ContentScriptContext {
  /** Never aborted: WXT's shape, not a lifetime. */
  readonly signal: AbortSignal = new AbortController().signal;
}
