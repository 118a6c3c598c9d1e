/** Owns what the reader can do by the browser's own shortcuts: names, as the manifest has them, and their message to tabs. */

export const COMMANDS = ['next-term', 'previous-term', 'toggle-card', 'toggle-marks'] as const;
export type Command = (typeof COMMANDS)[number];

/** The one command that is not for tabs: it marks the page in front. */
export const MARK_PAGE = 'mark-page';

/** Background to every frame of a tab; the frame the reader is in takes it and answers. */
export interface CommandMessage {
  type: 'command';
  command: Command;
  /** It went to one frame alone, which takes it although the reader is in another. */
  isForYou?: true;
  /** The walk comes here from another frame, or round from the other end: begin at the first term, or backwards at the last. */
  isEntered?: true;
}

/**
 * What the frame did: nothing where the reader types, nothing at the end of its terms. No answer: where the reader is,
 * there is no term, or the walk has gone on to another frame.
 */
export type CommandAnswer = 'taken' | 'typing' | 'end';

/** Checked by hand: content scripts carry no schema library. */
export function isCommandMessage(message: unknown): message is CommandMessage {
  if (typeof message !== 'object' || message === null || !('type' in message) || !('command' in message)) return false;
  return message.type === 'command' && COMMANDS.some((command) => command === message.command);
}
