/** Reads the selection of a frame with the text around it. The function is sent to the frame as source. */
import type { Selected } from '../../glossary/find/standalone-text';

/**
 * Runs in the isolated world of a frame, without access to this module. @returns the selection with up to 200 UTF-16
 * units before and after it in the same block; null without a selection.
 */
export function readSelected(): Selected | null {
  const REACH = 200;
  const BLOCK = 'p,li,td,th,dd,dt,h1,h2,h3,h4,h5,h6,blockquote,figcaption,article,section,div,main,body';
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const chosen = selection.getRangeAt(0);
  const { commonAncestorContainer: common } = chosen;
  const element = common instanceof Element ? common : common.parentElement;
  const block = element?.closest(BLOCK);
  const within = chosen.toString();
  if (!block) return { text: within, start: 0, end: within.length };
  const around = document.createRange();
  around.setStart(block, 0);
  around.setEnd(chosen.startContainer, chosen.startOffset);
  const before = around.toString().slice(-REACH);
  around.setStart(chosen.endContainer, chosen.endOffset);
  around.setEnd(block, block.childNodes.length);
  const after = around.toString().slice(0, REACH);
  return { text: before + within + after, start: before.length, end: before.length + within.length };
}
