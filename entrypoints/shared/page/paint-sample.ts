/** Paints the terms of a sample text with the same rules as pages get. */
import type { MarksLook } from '../settings/page-settings';
import { type HighlightNames, MARK_NAMES, marksStyle } from './marks-style';

const NAMES = Object.fromEntries(MARK_NAMES.map((name) => [name, `sample-${name}`])) as HighlightNames; // Of all names.
const sheet = new CSSStyleSheet();

/** Replaces the previous paint. @param current the element of the current mention, or null. */
export function paintSample(terms: readonly Element[], current: Element | null, look: MarksLook): void {
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
  sheet.replaceSync(marksStyle(NAMES, look));
  CSS.highlights.set(NAMES.mention, new Highlight(...terms.map(rangeOf)));
  const currentHighlight = new Highlight(...(current ? [rangeOf(current)] : []));
  currentHighlight.priority = 1;
  CSS.highlights.set(NAMES.current, currentHighlight);
}

function rangeOf(element: Element): StaticRange {
  return new StaticRange({
    startContainer: element,
    startOffset: 0,
    endContainer: element,
    endOffset: element.childNodes.length,
  });
}
