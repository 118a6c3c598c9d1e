/** Owns the reader's shortcuts as they reach this frame: which frame takes one, and when it is not meant for us. */
import { browser } from 'wxt/browser';
import { type Command, type CommandAnswer, isCommandMessage } from '../../shared/commands';
import { listenUntil } from '../../shared/page/page-events';
import { attributeOf, isElement, localNameOf } from '../dom';

/** Fields that take no text: a reader who stands in one is not typing. */
const BUTTON_TYPES = /^(button|checkbox|color|file|image|radio|range|reset|submit)$/;

/** What a shortcut does here. */
export interface CommandTaker {
  /** `isEntered`: the walk comes from elsewhere. @returns false where there is no term further on. */
  take(command: Command, isEntered: boolean): boolean;
  /** The walk has gone on to another frame, though the reader may still have the focus here. */
  hasHandedOn(): boolean;
}

/** Gives `taker` each shortcut meant for this frame, until `signal` aborts. `toggle-marks` is for all frames. */
export function listenCommands(taker: CommandTaker, signal: AbortSignal): void {
  const onMessage = (message: unknown, _sender: unknown, answer: (said: CommandAnswer) => void) => {
    if (!isCommandMessage(message)) return;
    const { command, isForYou, isEntered = false } = message;
    if (command === 'toggle-marks') taker.take(command, false);
    else if (isForYou || (isInFront() && !taker.hasHandedOn())) {
      if (!isForYou && isTyping()) answer('typing');
      else answer(taker.take(command, isEntered) ? 'taken' : 'end');
    }
  };
  listenUntil(browser.runtime.onMessage, onMessage, signal);
}

/** Whether the reader is in this frame, not in one inside it; without any focus (it is in the browser's own bars), in the top one. */
function isInFront(): boolean {
  if (!document.hasFocus()) return window === window.top;
  const active = document.activeElement;
  return !active || !/^(iframe|frame|object|embed)$/.test(localNameOf(active));
}

/** Whether keys would go into a text, also one being composed. */
function isTyping(): boolean {
  const active = document.activeElement;
  if (!isElement(active)) return false;
  const name = localNameOf(active);
  if (name === 'input') return !BUTTON_TYPES.test(attributeOf(active, 'type') ?? '');
  return name === 'textarea' || (active instanceof HTMLElement && active.isContentEditable);
}
