/** Owns giving a shortcut as the background passes it on: no browser lets its own shortcuts be pressed from outside. */
import type { Page } from 'puppeteer-core';
import type { Command, CommandMessage } from '../../entrypoints/shared/commands';

interface ExtensionApi {
  tabs: {
    query(filter: object): Promise<{ id?: number; url?: string }[]>;
    sendMessage(tab: number, message: unknown): Promise<unknown>;
  };
}

/** Sends the command to all frames of the tab `page` is. @param backstage a page of the extension. */
export async function sendCommand(backstage: Page, page: Page, command: Command): Promise<void> {
  const message: CommandMessage = { type: 'command', command };
  await backstage.evaluate(
    async (address, sent) => {
      const { browser, chrome } = globalThis as { browser?: ExtensionApi; chrome?: ExtensionApi }; // One is there.
      const api = browser ?? chrome;
      const tab = (await api?.tabs.query({}))?.find(({ url }) => url === address)?.id;
      if (tab === undefined) throw new Error(`there is no tab at ${address}`);
      // A listener that does not answer is no failure.
      await api?.tabs.sendMessage(tab, sent).catch(() => null);
    },
    page.url(),
    message,
  );
}
