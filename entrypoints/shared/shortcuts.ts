/** Owns the shortcut keys as the browser has them. */
import browser from 'webextension-polyfill';
import { translate } from './language/translate';

export interface Shortcut {
  name: string;
  description: string;
  /** As the browser writes it; empty where there is none. */
  keys: string;
}

/** The command that opens the popup has no description of its own. */
const POPUP = '_execute_action';

export async function readShortcuts(): Promise<Shortcut[]> {
  // Android has no commands.
  const commands = (await browser.commands?.getAll()) ?? [];
  return commands.map(({ name = '', description, shortcut }) => ({
    name,
    description: name === POPUP ? translate('options_shortcut_popup') : (description ?? name),
    keys: shortcut ?? '',
  }));
}

/** Opens the browser's own page for them. */
export async function openShortcutSettings(): Promise<void> {
  // Chromium has no call for it.
  if (import.meta.env.FIREFOX) await browser.commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
