/** Reads the text of a page as the engine would: without elements that are not read, and without readings inside words. */
import { LINE_BREAK } from '../../glossary/pack/characters';
import { GUARD_UNITS } from '../../glossary/pack/finder-data';
import { CODE, HIDDEN, READINGS, UNREAD as UNREAD_NAMES } from '../shared/page/unread';

const UNREAD = `${UNREAD_NAMES} ${READINGS}`.replaceAll(' ', ',');
/** Elements whose text is no part of the text around them. It is read separately, if at all. */
const APART = `pre,${CODE.replaceAll(' ', ',')},[role=code],[contenteditable]:not([contenteditable=false i]),.noglossary,${HIDDEN}`;
/** Left out by the engine unless a translator, or the page as a whole, opts out. */
const DOUBTFUL = '[translate=no i],.notranslate';
/** Around more elements than this, text is read node by node: the browser takes ever longer to place a range between many. */
const MAX_BETWEEN = 64;

const { closest, matches, querySelectorAll } = Element.prototype;
const { contains } = Node.prototype;
const { createTreeWalker } = Document.prototype;
const TEXT = NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION;
const PARTED = '\ufffc'.repeat(GUARD_UNITS);

/**
 * The text of nodes, each without that of shadow trees in it, in the form that `Prefilter` asks for.
 * @param isInNodes with a `LINE_BREAK` between any two nodes. Slower.
 */
export function readText(tops: readonly Node[], isInNodes = false): string {
  const read = tops.filter((top) => {
    const element = top instanceof Element ? top : top.parentElement;
    return !element || !closest.call(element, UNREAD);
  });
  const { text, isDoubtful } = readWith(read, `${APART},${DOUBTFUL}`, isInNodes);
  return isDoubtful ? text + PARTED + readWith(read, APART, isInNodes).text : text;
}

function readWith(tops: readonly Node[], apart: string, isInNodes: boolean): { text: string; isDoubtful: boolean } {
  const queue = [...tops];
  const parts: string[] = [];
  let isDoubtful = false;
  // Grows while it is read.
  for (const top of queue) {
    const left: Element[] = [];
    for (const element of allIn(top, `${UNREAD},${apart}`)) {
      const outer = left.at(-1);
      if (outer && contains.call(outer, element)) continue;
      left.push(element);
      if (matches.call(element, UNREAD)) continue;
      queue.push(element);
      isDoubtful ||= matches.call(element, DOUBTFUL);
    }
    const isFew = left.length <= MAX_BETWEEN;
    const text = !isInNodes && isFew ? textBetween(left, top) : textOfNodes(left, top);
    if (text) parts.push(text);
  }
  return { text: parts.join(PARTED), isDoubtful };
}

function allIn(top: Node, selector: string): Iterable<Element> {
  if (top instanceof Element) return querySelectorAll.call(top, selector);
  return top instanceof ShadowRoot ? top.querySelectorAll(selector) : [];
}

/** The text of a node without that of elements in it. */
function textBetween(left: readonly Element[], top: Node): string {
  if (left.length === 0) return top.textContent ?? '';
  const range = new Range();
  let text = '';
  range.selectNodeContents(top);
  for (const element of left) {
    range.setEnd(element, 0);
    text += range.toString() + LINE_BREAK;
    range.selectNodeContents(top);
    range.setStart(element, element.childNodes.length);
  }
  return text + range.toString();
}

function textOfNodes(left: readonly Element[], top: Node): string {
  const skipped = new Set(left.flatMap(textsIn));
  const texts = textsIn(top).filter((node) => !skipped.has(node));
  return texts.map((node) => node.nodeValue).join(LINE_BREAK);
}

function textsIn(top: Node): Node[] {
  const walker = createTreeWalker.call(document, top, TEXT);
  const texts: Node[] = top instanceof CharacterData ? [top] : [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  return texts;
}
