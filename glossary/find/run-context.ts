/** The finder's questions about the place of a text run, answered by code that has a DOM. */
import type { Span } from './boundaries';

/** Asked only where a rule needs the answer. */
export interface RunContext {
  /** The language the page declares for the text, as a BCP 47 tag; empty if it declares none. */
  language(): string;
  /** Whether the span is all the text of a link, heading, cell or item. */
  isAlone(span: Span): boolean;
}

/** A text about whose place nothing is known. */
export const NO_CONTEXT: RunContext = { language: () => '', isAlone: () => false };
