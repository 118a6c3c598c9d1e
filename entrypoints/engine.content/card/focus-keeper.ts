/** Owns giving the page its focus and selection back after the card had them. */
import { isConnected } from '../dom';

interface Kept {
  element: Element | null;
  selection: [anchor: Node, anchorOffset: number, focus: Node, focusOffset: number] | null;
}

const focusElement = HTMLElement.prototype.focus;

export class FocusKeeper {
  #kept: Kept | null = null;

  /** Remembers where the focus is, unless it is with us already or something is remembered. */
  remember(isOurs: (element: Element | null) => boolean): void {
    if (this.#kept || isOurs(document.activeElement)) return;
    this.#kept = { element: document.activeElement, selection: readSelection() };
  }

  /** Puts back what was remembered; the focus only if the card had it, and the reader did not take it elsewhere. */
  restore(hadFocus: boolean): void {
    const kept = this.#kept;
    this.#kept = null;
    if (!kept || !hadFocus) return;
    const { element, selection } = kept;
    if (element instanceof HTMLElement && element !== document.body && isConnected(element)) {
      focusElement.call(element, { preventScroll: true });
    }
    if (!selection || !isConnected(selection[0]) || !isConnected(selection[2])) return;
    const now = readSelection();
    if (now?.every((part, i) => part === selection[i])) return;
    try {
      getSelection()?.setBaseAndExtent(...selection);
    } catch {
      // The text it stood in became shorter: there is no such place any more.
    }
  }
}

function readSelection(): Kept['selection'] {
  const selection = getSelection();
  if (!selection?.anchorNode || !selection.focusNode) return null;
  return [selection.anchorNode, selection.anchorOffset, selection.focusNode, selection.focusOffset];
}
