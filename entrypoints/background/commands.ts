/**
 * Owns the reader's shortcuts: those for the tab in front are passed on to it, where the frame that has the focus takes
 * them; the one that marks its page needs nobody there yet.
 */
import browser from 'webextension-polyfill';
import { COMMANDS, type CommandMessage, MARK_PAGE } from '../shared/commands';
import { markPage } from '../shared/mark-page';

export function forwardCommands(): void {
  browser.commands?.onCommand.addListener(async (name: string) => {
    const command = COMMANDS.find((known) => known === name);
    if (!command && name !== MARK_PAGE) return;
    const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
    if (tab?.id === undefined) return;
    if (!command) {
      // Where it fails there is nobody to tell: the popup says why.
      await markPage({ id: tab.id, url: tab.url });
      return;
    }
    const message: CommandMessage = { type: 'command', command };
    // Where no script of ours runs (the browser's own pages, pages without a term) nobody answers.
    await browser.tabs.sendMessage(tab.id, message).catch(() => null);
  });
}
