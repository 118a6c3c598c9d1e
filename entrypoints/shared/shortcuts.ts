/** Reads the shortcut keys from the browser. */
import browser from 'webextension-polyfill';
import { MARK_PAGE } from './commands';
import { translate } from './language/translate';
import type { MessageKey } from './language/words';
import { optionalApis } from './optional-apis';

/** A shortcut and its keys. */
export interface Shortcut {
  name: string;
  description: string;
  /** As written by the browser; '' without keys. */
  keys: string;
}

/** Messages by command, because the browser has descriptions in its own language only. */
const DESCRIPTIONS: Readonly<Record<string, MessageKey>> = {
  // It has no description.
  _execute_action: 'options_shortcut_popup',
  'next-term': 'command_next_term',
  'previous-term': 'command_previous_term',
  'toggle-card': 'command_toggle_card',
  'toggle-marks': 'command_toggle_marks',
  [MARK_PAGE]: 'command_mark_page',
};

/** All shortcuts; none on Android. */
export async function readShortcuts(): Promise<Shortcut[]> {
  const commands = (await optionalApis.commands?.getAll()) ?? [];
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

/** Opens the browser's page for shortcuts. */
export async function openShortcutSettings(): Promise<void> {
  // Chromium has no API for it.
  if (import.meta.env.FIREFOX) await optionalApis.commands?.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
