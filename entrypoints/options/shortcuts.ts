/** Owns the shortcut keys on the options page. */
import { signal } from '@preact/signals';
import { readShortcuts, type Shortcut } from '../shared/shortcuts';

export const shortcuts = signal<readonly Shortcut[]>([]);

export async function loadShortcuts(): Promise<void> {
  shortcuts.value = await readShortcuts();
}
