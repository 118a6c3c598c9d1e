/**
 * A selection that the reader looks up, from the background to the book. It is in `storage.session`, which the browser keeps
 * in memory, because addresses are kept in the history. The book finds the terms in it: the background has no finder.
 */
import browser from 'webextension-polyfill';
import type { Selected } from '../../glossary/find/standalone-text';

/** A selection, and whether it is in a private window: its text must then not be in an address. */
export interface LookedUp extends Selected {
  isPrivate: boolean;
}

const keyOf = (id: string) => `selection/${id}`;

/** Stores a selection. @returns its id. */
export async function storeLookedUp(selected: LookedUp): Promise<string> {
  const id = crypto.randomUUID();
  await browser.storage.session.set({ [keyOf(id)]: selected });
  return id;
}

/** Removes a stored selection, and returns it; null if there is none of that id. */
export async function takeLookedUp(id: string): Promise<LookedUp | null> {
  const { [keyOf(id)]: stored } = await browser.storage.session.get(keyOf(id));
  await browser.storage.session.remove(keyOf(id));
  return (stored as LookedUp | undefined) ?? null; // As `storeLookedUp` wrote it.
}
