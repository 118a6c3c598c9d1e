/** Owns the shortcut keys as the browser has them. */
import browser from 'webextension-polyfill';
import { MARK_PAGE } from './commands';
import { translate } from './language/translate';
import type { MessageKey } from './language/words';

export interface Shortcut {
  name: string;
  description: string;
  /** As the browser writes it; empty where there is none. */
  keys: string;
}

/** Messages by the names of commands: the browser has their descriptions in its own language only. */
const DESCRIPTIONS: Readonly<Record<string, MessageKey>> = {
  // It has none.
  _execute_action: 'options_shortcut_popup',
  'next-term': 'command_next_term',
  'previous-term': 'command_previous_term',
  'toggle-card': 'command_toggle_card',
  'toggle-marks': 'command_toggle_marks',
  [MARK_PAGE]: 'command_mark_page',
};

export async function readShortcuts(): Promise<Shortcut[]> {
  // Android has no commands.
  const commands = (await browser.commands?.getAll()) ?? [];
  return commands.map(({ name = '', description, shortcut }) => ({
    name,
    description: wordsOf(name) || description || name,
    keys: shortcut ?? '',
  }));
}

function wordsOf(name: string): string {
  const key = Object.hasOwn(DESCRIPTIONS, name) ? DESCRIPTIONS[name] : undefined;
  return key === undefined ? '' : translate(key);
}

/** Opens the browser's own page for them. */
export async function openShortcutSettings(): Promise<void> {
  // Chromium has no call for it.
  if (import.meta.env.FIREFOX) await browser.commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
