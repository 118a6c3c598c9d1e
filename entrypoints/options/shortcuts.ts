/** The shortcuts shown on the options page. */
import { signal } from '@preact/signals';
import { readShortcuts, type Shortcut } from '../shared/shortcuts';

/** All shortcuts, in the interface language. */
export const shortcuts = signal<readonly Shortcut[]>([]);

/** Reads the shortcuts. */
export async function loadShortcuts(): Promise<void> {
  shortcuts.value = await readShortcuts();
}
