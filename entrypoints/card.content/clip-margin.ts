/** Computes `overflow-clip-margin`, by which content is shown beyond the edge that clips it. Floating UI ignores it. */
import { platformGetter } from '../shared/page/platform-getter';

const parentElement = platformGetter(Node.prototype, 'parentElement');

/** Whether an element around `element`, or itself, has a margin for its clipped content. */
export function hasClipMargin(element: Element): boolean {
  for (let node: Element | null = element; node; node = parentElement.call(node)) {
    const { overflowX, overflowY, overflowClipMargin } = getComputedStyle(node);
    const isClip = overflowX === 'clip' || overflowY === 'clip';
    if (isClip && /[1-9]/.test(overflowClipMargin ?? '')) return true;
  }
  return false;
}
