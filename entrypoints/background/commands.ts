/** Owns passing the reader's shortcuts on to the tab in front; the frame that has the focus takes them. */
import browser from 'webextension-polyfill';
import { COMMANDS, type CommandMessage } from '../shared/commands';

export function forwardCommands(): void {
  browser.commands?.onCommand.addListener(async (name: string) => {
    const command = COMMANDS.find((known) => known === name);
    if (!command) return;
    const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
    if (tab?.id === undefined) return;
    const message: CommandMessage = { type: 'command', command };
    // Where no script of ours runs (the browser's own pages, pages without a term) nobody answers.
    await browser.tabs.sendMessage(tab.id, message).catch(() => null);
  });
}
