/** Restores the page's focus and selection after the card had the focus. */
import { focusedElement, isConnected } from '../dom';

interface Kept {
  element: Element | null;
  selection: [anchor: Node, anchorOffset: number, focus: Node, focusOffset: number] | null;
}

const focusElement = HTMLElement.prototype.focus;

/** Keeps one focus and selection from `remember` to `restore`. */
export class FocusKeeper {
  #kept: Kept | null = null;

  /** Does nothing if the card has the focus already, or if something is remembered. */
  remember(isInCard: boolean): void {
    if (this.#kept || isInCard) return;
    this.#kept = { element: focusedElement(), selection: readSelection() };
  }

  /** Does nothing unless the card had the focus: the reader has moved it elsewhere. */
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
      // The text became shorter: the offset no longer exists.
    }
  }
}

function readSelection(): Kept['selection'] {
  const selection = getSelection();
  if (!selection?.anchorNode || !selection.focusNode) return null;
  return [selection.anchorNode, selection.anchorOffset, selection.focusNode, selection.focusOffset];
}
