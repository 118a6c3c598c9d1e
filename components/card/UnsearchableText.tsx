/**
 * Renders text that the page cannot find with `window.find`, which searches closed shadow trees in every browser, but not
 * generated content. For words that are not public: those of the reader and of their organisation.
 */
import type { ComponentChild } from 'preact';
import type { Entry } from '../../glossary/library/library';
import { visibleText } from '../../glossary/visible-text';

/** Renders a text of an entry. */
export type ShowText = (text: string) => ComponentChild;

/** Whether the words of an entry are not public. */
export function isPrivate({ pack }: Pick<Entry, 'pack'>): boolean {
  return pack.kind !== 'bundled';
}

/** Renders the text by its style sheet only. Screen readers read it as any other. */
export const unsearchable: ShowText = (text) => <span class="unsearchable" data-text={visibleText(text)} />;
