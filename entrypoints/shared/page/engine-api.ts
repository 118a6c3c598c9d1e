/** The contract between the always-injected script (`content/`) and the engine (`engine.content/`, injected on first need). */
import type { PackTablesText, PageTerms, Request, RequestType, Responses } from '../messages';
import type { Result } from '../result';
import type { PageSettings } from '../settings/page-settings';
import type { PackLook } from './pack-marks';

/** Settings of a pack of the joint tables, for one site. */
export interface PackChoice {
  segment: number;
  isOn: boolean;
  look: PackLook;
}

/** Sends a request to the background, and once more if its worker was ended meanwhile. Never rejects. */
export type Send = <T extends RequestType>(request: Extract<Request, { type: T }>) => Promise<Result<Responses[T]>>;

/** The content script's interface for the engine. */
export interface EngineContext {
  send: Send;
  /** Whether the extension is still there; ends the scripts of the frame if not. */
  isAlive(): boolean;
  /** The finder's data of the added packs as it is stored (`pack-tables.ts`); null if there are none. */
  addedFinder: unknown;
  /** Settings of the packs in the joint tables, for this site. */
  choices: readonly PackChoice[];
  /** The tables of the imported packs that are on here. */
  imported: readonly PackTablesText[];
  /** The settings as they are now; `Engine.applySettings` is called when they change. */
  settings(): PageSettings;
  /** The frame's terms may have changed. */
  onTermsChange(): void;
}

/** The engine's interface for the content script. */
export interface Engine {
  /** The frame's terms as they are now. @param isBrief whether order and counts may be left out (`BRIEF_PAGE_PORT`). */
  terms(isBrief: boolean): Promise<Pick<PageTerms, 'revisions' | 'isHidden' | 'terms'>>;
  /** Scrolls to mention `nth` (from 0) of an entry and paints it as the current one; does nothing if it is gone. */
  goTo(entry: number, nth: number): void;
  /** To be called with the new settings when they changed. */
  applySettings(settings: PageSettings): void;
}

/** Marks and explains the document until `signal` aborts, which leaves it as it was. */
export type StartEngine = (context: EngineContext, signal: AbortSignal) => Engine;
