/** Owns the shortcut keys on the options page, and the way to where they are changed. */
import { signal } from '@preact/signals';
import browser from 'webextension-polyfill';
import { readShortcuts, type Shortcut } from '../shared/shortcuts';

export const shortcuts = signal<readonly Shortcut[]>([]);

export async function loadShortcuts(): Promise<void> {
  shortcuts.value = await readShortcuts();
}

/** Opens the browser's own page for them. */
export async function openShortcuts(): Promise<void> {
  if (import.meta.env.FIREFOX) await browser.commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
