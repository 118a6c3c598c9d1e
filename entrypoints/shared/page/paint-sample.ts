/** Owns painting the sample's terms with the very rules that pages get. */

import type { MarksLook } from '../settings/page-settings';
import { marksStyle } from './marks-style';

const NAMES = { mention: 'sample', current: 'sample-current' };
const sheet = new CSSStyleSheet();

export function paintSample(terms: readonly Element[], current: Element | null, look: MarksLook): void {
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
  sheet.replaceSync(marksStyle(NAMES, look));
  CSS.highlights.set(NAMES.mention, new Highlight(...terms.map(rangeOf)));
  const inHand = new Highlight(...(current ? [rangeOf(current)] : []));
  inHand.priority = 1;
  CSS.highlights.set(NAMES.current, inHand);
}

function rangeOf(element: Element): StaticRange {
  return new StaticRange({
    startContainer: element,
    startOffset: 0,
    endContainer: element,
    endOffset: element.childNodes.length,
  });
}
