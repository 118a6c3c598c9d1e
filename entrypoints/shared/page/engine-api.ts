/** Owns what the always-injected script (`content/`) and the engine (`engine.content/`, injected on first need) agree on. */
import type { PageTerms, Request, RequestType, Responses } from '../messages';
import type { Result } from '../result';
import type { PageSettings } from '../settings/page-settings';

/** Asks the background; once more if the worker was not there. Never rejects. */
export type Send = <T extends RequestType>(request: Extract<Request, { type: T }>) => Promise<Result<Responses[T]>>;

export interface EngineContext {
  send: Send;
  /** Whether the extension is still there; ends everything if not. */
  isAlive(): boolean;
  /** The finder's data of the added packs as it is stored (`pack-tables.ts`); null if there are none. */
  addedFinder: unknown;
  /** The settings as they are now; `Engine.takeSettings` is called when they change. */
  settings(): PageSettings;
  /** The frame's terms may have changed. */
  onTermsChange(): void;
}

export interface Engine {
  /** The frame's terms as they are now. @param isBrief whether order and counts may be left out (`BRIEF_PAGE_PORT`). */
  terms(isBrief: boolean): Promise<Pick<PageTerms, 'revisions' | 'isHidden' | 'terms'>>;
  /** Brings mention `nth` (from 0) of an entry into view and paints it as the current one; nothing if it is gone. */
  goTo(entry: number, nth: number): void;
  /** Takes over what changed in the settings. */
  takeSettings(settings: PageSettings): void;
}

/** Marks and explains the document until `signal` aborts, which leaves it as it was. */
export type StartEngine = (context: EngineContext, signal: AbortSignal) => Engine;
