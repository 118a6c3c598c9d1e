/** Owns the shortcut keys as the browser has them. */
import { signal } from '@preact/signals';
import browser from 'webextension-polyfill';
import type { ShownShortcut } from '../../components/options/AboutSections';
import { translate } from '../shared/translate';

export const shortcuts = signal<readonly ShownShortcut[]>([]);

/** The command that opens the popup has no description of its own. */
const POPUP = '_execute_action';

export async function readShortcuts(): Promise<void> {
  // Android has no commands.
  const commands = (await browser.commands?.getAll()) ?? [];
  shortcuts.value = commands.map(({ name = '', description, shortcut }) => ({
    name,
    description: name === POPUP ? translate('options_shortcut_popup') : (description ?? name),
    keys: shortcut ?? '',
  }));
}

/** Opens the browser's own page for them. */
export async function openShortcuts(): Promise<void> {
  if (import.meta.env.FIREFOX) await browser.commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
