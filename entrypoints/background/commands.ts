/**
 * Forwards shortcuts to the front tab: to the frame with the focus, and at the end of its terms to the next frame with terms.
 * Announces in the page if it has no term. The shortcut that marks the page works without a script in it.
 */
import browser from 'webextension-polyfill';
import { COMMANDS, type Command, type CommandAnswer, type CommandMessage, MARK_PAGE } from '../shared/commands';
import { loadWords, translate } from '../shared/language/translate';
import { optionalApis } from '../shared/optional-apis';
import { markPage } from '../shared/page/tab-access';
import { announceInPage } from './announce-in-page';
import { roundFrom } from './frame-order';
import { endWalk, frameStatesOf } from './frames';

/** Largest number of frames asked, one after the other, while the reader waits. */
const MAX_FRAMES = 50;

/** Call it at each start of the worker, synchronously: shortcuts wake the worker. */
export function forwardCommands(): void {
  optionalApis.commands?.onCommand.addListener(async (name: string) => {
    const command = COMMANDS.find((known) => known === name);
    if (!command && name !== MARK_PAGE) return;
    const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
    if (tab?.id === undefined) return;
    if (command) await forward(tab.id, command);
    // A failure is not reported here; the popup names the reason.
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
    await announceInPage(tabId, translate('keys_no_term'));
  } catch {
    // A page without access has no place for an announcement. If only other frames are inaccessible, the walk continues
    // at the other end of its frame.
    if (answer === 'end') await ask(tabId, { ...message, isEntered: true });
  }
}

/** Forwards to the frame of the walk, or to the next frame with a term, finally to the first one again. @returns whether a frame took it. */
async function forwardToFrames(tabId: number, message: CommandMessage, isAtEnd: boolean): Promise<boolean> {
  const frames = await frameStatesOf(tabId);
  const at = frames.findIndex((frame) => (isAtEnd ? frame.isAtEnd : frame.isHere));
  const here = frames[at];
  if (here && !isAtEnd && (await ask(tabId, { ...message, isForYou: true }, here)) === 'taken') return true;
  const direction = message.command === 'previous-term' ? -1 : 1;
  for (const { frameId } of roundFrom(frames, at, direction).slice(0, MAX_FRAMES)) {
    const answer = await ask(tabId, { ...message, isForYou: true, isEntered: true }, { frameId });
    if (answer !== 'taken') continue;
    const left = frames.filter((frame) => frame.frameId !== frameId && (frame.isHere || frame.isAtEnd));
    await endWalk(
      tabId,
      left.map((frame) => frame.frameId),
    );
    return true;
  }
  return false;
}

/** Undefined if no frame took it. */
async function ask(
  tabId: number,
  message: CommandMessage,
  to?: { frameId: number },
): Promise<CommandAnswer | undefined> {
  const options = to ? { frameId: to.frameId } : {};
  const answer: unknown = await browser.tabs.sendMessage(tabId, message, options).catch(() => undefined);
  return answer === 'taken' || answer === 'typing' || answer === 'end' ? answer : undefined;
}
