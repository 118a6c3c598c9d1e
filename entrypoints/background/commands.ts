/**
 * Owns the reader's shortcuts. Those for the tab in front are passed on to it: to the frame the reader is in, or where that
 * has no term to another that has; where none has, the page is told so. The one that marks its page needs nobody there yet.
 */
import browser from 'webextension-polyfill';
import { COMMANDS, type Command, type CommandAnswer, type CommandMessage, MARK_PAGE } from '../shared/commands';
import { loadWords, translate } from '../shared/language/translate';
import { markPage } from '../shared/page/mark-page';
import { sayInPage } from './say-in-page';

/** Frames asked at most, one after the other: the reader waits. */
const MAX_FRAMES = 50;

export function forwardCommands(): void {
  browser.commands?.onCommand.addListener(async (name: string) => {
    const command = COMMANDS.find((known) => known === name);
    if (!command && name !== MARK_PAGE) return;
    const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
    if (tab?.id === undefined) return;
    if (command) await forward(tab.id, command);
    // Where it fails there is nobody to tell: the popup says why.
    else await markPage({ id: tab.id, url: tab.url });
  });
}

async function forward(tabId: number, command: Command): Promise<void> {
  const message: CommandMessage = { type: 'command', command };
  if ((await ask(tabId, message)) || command === 'toggle-marks') return;
  try {
    for (const frameId of await framesOf(tabId)) {
      if (await ask(tabId, { ...message, isForYou: true }, { frameId })) return;
    }
    await loadWords();
    await sayInPage(tabId, translate('keys_no_term'));
  } catch {
    // A page of the browser's own, or one the reader keeps us out of: there is nobody to tell.
  }
}

/** Undefined where no frame took it. */
async function ask(
  tabId: number,
  message: CommandMessage,
  to: { frameId?: number } = {},
): Promise<CommandAnswer | undefined> {
  const answer: unknown = await browser.tabs.sendMessage(tabId, message, to).catch(() => undefined);
  return answer === 'taken' || answer === 'typing' ? answer : undefined;
}

/** The top frame first. @throws where no script of ours may run. */
async function framesOf(tabId: number): Promise<number[]> {
  const target = { tabId, allFrames: true };
  const found = await browser.scripting.executeScript({ target, func: () => null });
  return found
    .map(({ frameId }) => frameId)
    .sort((a, b) => a - b)
    .slice(0, MAX_FRAMES);
}
