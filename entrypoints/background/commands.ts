/**
 * Owns the reader's shortcuts. Those for the tab in front are passed on to it: to the frame the reader is in, and at the end
 * of its terms on to the next frame that has some; where none has, the page is told so. The one that marks its page needs nobody there yet.
 */
import browser from 'webextension-polyfill';
import { COMMANDS, type Command, type CommandAnswer, type CommandMessage, MARK_PAGE } from '../shared/commands';
import { loadWords, translate } from '../shared/language/translate';
import { markPage } from '../shared/page/tab-access';
import { roundFrom } from './frame-order';
import { handOn, standingsOf } from './frames';
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
  const answer = await ask(tabId, message);
  if (answer === 'taken' || answer === 'typing' || command === 'toggle-marks') return;
  try {
    if (await forwardToFrames(tabId, message, answer === 'end')) return;
    await loadWords();
    await sayInPage(tabId, translate('keys_no_term'));
  } catch {
    // A page of the browser's own, or one the reader keeps us out of: there is nobody to tell. Where only its frames are
    // kept from us the walk goes round in the one it is in.
    if (answer === 'end') await ask(tabId, { ...message, isEntered: true });
  }
}

/** To the frame the walk is in, or on from there to the next that has a term, at last round to where it was. */
async function forwardToFrames(tabId: number, message: CommandMessage, isAtEnd: boolean): Promise<boolean> {
  const frames = await standingsOf(tabId);
  const at = frames.findIndex((frame) => (isAtEnd ? frame.isAtEnd : frame.isHere));
  const here = frames[at];
  if (here && !isAtEnd && (await ask(tabId, { ...message, isForYou: true }, here)) === 'taken') return true;
  const direction = message.command === 'previous-term' ? -1 : 1;
  for (const { frameId } of roundFrom(frames, at, direction).slice(0, MAX_FRAMES)) {
    const answer = await ask(tabId, { ...message, isForYou: true, isEntered: true }, { frameId });
    if (answer !== 'taken') continue;
    const left = frames.filter((frame) => frame.frameId !== frameId && (frame.isHere || frame.isAtEnd));
    await handOn(
      tabId,
      left.map((frame) => frame.frameId),
    );
    return true;
  }
  return false;
}

/** Undefined where no frame took it. */
async function ask(
  tabId: number,
  message: CommandMessage,
  to?: { frameId: number },
): Promise<CommandAnswer | undefined> {
  const options = to ? { frameId: to.frameId } : {};
  const answer: unknown = await browser.tabs.sendMessage(tabId, message, options).catch(() => undefined);
  return answer === 'taken' || answer === 'typing' || answer === 'end' ? answer : undefined;
}
