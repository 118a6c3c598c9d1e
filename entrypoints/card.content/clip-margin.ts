/** Tells where content is shown beyond the edge that clips it, which Floating UI does not know. */

/** Whether an element around `element`, or itself, has a margin for its clipped content. */
export function hasClipMargin(element: Element): boolean {
  for (let node: Element | null = element; node; node = node.parentElement) {
    const { overflowX, overflowY, overflowClipMargin } = getComputedStyle(node);
    const isClip = overflowX === 'clip' || overflowY === 'clip';
    if (isClip && /[1-9]/.test(overflowClipMargin ?? '')) return true;
  }
  return false;
}
