/** Sends shortcuts to a tab as messages, like the background: a driver cannot press the browser's own shortcuts. */
import type { Page } from 'puppeteer-core';
import type { Command, CommandMessage } from '../../entrypoints/shared/commands';

interface ExtensionApi {
  tabs: {
    query(filter: object): Promise<{ id?: number; url?: string }[]>;
    sendMessage(tab: number, message: unknown): Promise<unknown>;
  };
}

/** Sends the command to all frames of the tab of `page`. @param extensionPage an extension page. @throws if there is no such tab. */
export async function sendCommand(extensionPage: Page, page: Page, command: Command): Promise<void> {
  const message: CommandMessage = { type: 'command', command };
  await extensionPage.evaluate(
    async (address, sent) => {
      const { browser, chrome } = globalThis as { browser?: ExtensionApi; chrome?: ExtensionApi }; // An extension page has one of them.
      const api = browser ?? chrome;
      const tab = (await api?.tabs.query({}))?.find(({ url }) => url === address)?.id;
      if (tab === undefined) throw new Error(`there is no tab at ${address}`);
      // The promise rejects if no listener answers.
      await api?.tabs.sendMessage(tab, sent).catch(() => null);
    },
    page.url(),
    message,
  );
}
