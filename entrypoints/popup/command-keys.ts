/** Owns the shortcuts as the browser has them, and the way to where it lets the reader change them. */
import browser, { type Commands } from 'webextension-polyfill';
import type { CommandKey } from '../../components/CommandKeys';

/** Newer Firefox opens its own page; the polyfill's types do not know. */
type WithSettings = Commands.Static & { openShortcutSettings?(): Promise<void> };

/** None where the browser has no shortcuts (Firefox for Android). */
export async function readCommandKeys(): Promise<CommandKey[]> {
  const commands = (await browser.commands?.getAll()) ?? [];
  return commands.map(({ name = '', description = '', shortcut = '' }) => ({ name, description, shortcut }));
}

export async function openKeySettings(): Promise<void> {
  const commands: WithSettings = browser.commands;
  if (commands.openShortcutSettings) await commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
