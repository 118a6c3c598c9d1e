/** Shortcuts: their names, as in the manifest, and their message to tabs. */

/** Shortcuts that tabs handle. */
export const COMMANDS = ['next-term', 'previous-term', 'toggle-card', 'toggle-marks'] as const;
export type Command = (typeof COMMANDS)[number];

/** The shortcut that the background handles: it marks the front page. */
export const MARK_PAGE = 'mark-page';

/** From the background to all frames of a tab. The frame with the focus handles it and answers. */
export interface CommandMessage {
  type: 'command';
  command: Command;
  /** Sent to one frame only, which handles it without having the focus. */
  isForYou?: true;
  /** The walk enters this frame: it begins at the first term, or backwards at the last one. */
  isEntered?: true;
}

/**
 * `typing`: ignored, because keys go into a field. `end`: ignored at the end of the frame's terms. No answer if the frame
 * with the focus has no term, or the walk has gone on to another frame.
 */
export type CommandAnswer = 'taken' | 'typing' | 'end';

/** Whether a message is a shortcut. Without a schema library, because content scripts import it. */
export function isCommandMessage(message: unknown): message is CommandMessage {
  if (typeof message !== 'object' || message === null || !('type' in message) || !('command' in message)) return false;
  return message.type === 'command' && COMMANDS.some((command) => command === message.command);
}
