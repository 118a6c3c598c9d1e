/** Receives the reader's shortcuts in this frame, and decides whether it is the one to handle them. */
import { browser } from 'wxt/browser';
import { type Command, type CommandAnswer, isCommandMessage } from '../../shared/commands';
import { listenUntil } from '../../shared/page/page-events';
import { attributeOf, focusedElement, isElement, localNameOf } from '../dom';

/** Types of fields without text: a reader with the focus in one is not typing. */
const BUTTON_TYPES = /^(button|checkbox|color|file|image|radio|range|reset|submit)$/;

/** Runs shortcuts in this frame. */
export interface CommandRunner {
  /** `isEntered`: the walk comes from another frame. @returns false if there is no term further on. */
  run(command: Command, isEntered: boolean): boolean;
  /** Whether the walk continues in another frame, although the reader may still have the focus here. */
  hasEndedHere(): boolean;
}

/** Has `runner` run each shortcut meant for this frame, until `signal` aborts. `toggle-marks` is for all frames. */
export function listenCommands(runner: CommandRunner, signal: AbortSignal): void {
  const onMessage = (message: unknown, _sender: unknown, answer: (said: CommandAnswer) => void) => {
    if (!isCommandMessage(message)) return;
    const { command, isForYou, isEntered = false } = message;
    if (command === 'toggle-marks') runner.run(command, false);
    else if (isForYou || (isInFront() && !runner.hasEndedHere())) {
      if (!isForYou && isTyping()) answer('typing');
      else answer(runner.run(command, isEntered) ? 'taken' : 'end');
    }
  };
  listenUntil(browser.runtime.onMessage, onMessage, signal);
}

/** Whether this frame has the focus, and no frame inside it; the top frame does while the browser's own interface has it. */
function isInFront(): boolean {
  if (!document.hasFocus()) return window === window.top;
  const active = focusedElement();
  return !active || !/^(iframe|frame|object|embed)$/.test(localNameOf(active));
}

/** Whether keys would go into a text, also one being composed. */
function isTyping(): boolean {
  const active = focusedElement();
  if (!isElement(active)) return false;
  const name = localNameOf(active);
  if (name === 'input') return !BUTTON_TYPES.test(attributeOf(active, 'type') ?? '');
  return name === 'textarea' || (active instanceof HTMLElement && active.isContentEditable);
}
