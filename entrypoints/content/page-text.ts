/** Reads the text of a page as the engine would: without what nobody reads, and node by node. */
import { LINE_BREAK } from '../../glossary/pack/characters';
import { GUARD_UNITS } from '../../glossary/pack/finder-data';
import { HIDDEN } from '../shared/page/hidden-in-line';
import { shadowRootOf } from '../shared/page/shadow-roots';

/** Never read. Readings of ruby interrupt the words they stand above. */
const UNREAD = 'script,style,noscript,textarea,select,rt,rp,rtc,audio,canvas,meter,object,progress,video,xmp';
/** Read apart, if at all: their text is no part of the text around them. */
const APART = `pre,code,kbd,samp,tt,var,svg,math,[role=code],[contenteditable]:not([contenteditable=false i]),.noglossary,${HIDDEN}`;
/** Left out by the engine unless a translator, or the page as a whole, opts out. */
const DOUBTFUL = '[translate=no i],.notranslate';

/** Interrupts the words around it in the plain text of a page. */
export const INTERRUPTING = `rt,${HIDDEN}`;
/** Elements that always part the text around them: some of those that the engine knows. */
const BLOCKS = 'p,div,li,td,h1,h2,h3,h4,body';
/** With more interrupted blocks than this, all text is read. */
const MAX_INTERRUPTED = 32;

const { matches, closest, querySelectorAll } = Element.prototype;
const { createTreeWalker } = Document.prototype;
const SHOWN = NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION;
const PARTED = '\ufffc'.repeat(GUARD_UNITS);

/** The text of a node, without that of shadow trees, scripts and styles. Cut from the plain text: a walk takes twenty times as long. */
export function shownText(top: Node): string {
  const whole = top.textContent ?? '';
  if (!(top instanceof Element)) return whole;
  if (closest.call(top, UNREAD)) return '';
  let shown = '';
  let from = 0;
  for (const { textContent } of querySelectorAll.call(top, 'script,style,noscript,textarea')) {
    const text = textContent ?? '';
    const at = whole.indexOf(text, from);
    // An element inside another of them is cut with it.
    if (text === '' || at < 0) continue;
    shown += whole.slice(from, at) + LINE_BREAK;
    from = at + text.length;
  }
  return shown + whole.slice(from);
}

/** The text of a node, with that of shadow trees in it, in the form that `Prefilter.holds` asks for. */
export function readText(top: Node): string {
  const element = top instanceof Element ? top : top.parentElement;
  if (element && closest.call(element, UNREAD)) return '';
  const { text, hasDoubtful } = readWith(top, `${APART},${DOUBTFUL}`);
  return hasDoubtful ? text + PARTED + readWith(top, APART).text : text;
}

function readWith(top: Node, apart: string): { text: string; hasDoubtful: boolean } {
  const parts: string[] = [];
  const tops = [top];
  let hasDoubtful = false;
  const filter = (node: Node) => {
    if (!(node instanceof Element)) return NodeFilter.FILTER_ACCEPT;
    if (matches.call(node, UNREAD)) return NodeFilter.FILTER_REJECT;
    const shadow = shadowRootOf(node);
    if (shadow) tops.push(shadow);
    if (!matches.call(node, apart)) return NodeFilter.FILTER_SKIP;
    hasDoubtful ||= matches.call(node, DOUBTFUL);
    tops.push(node);
    return NodeFilter.FILTER_REJECT;
  };
  // Grows while it is read.
  for (const each of tops) {
    const walker = createTreeWalker.call(document, each, SHOWN, filter);
    const texts = [each.nodeValue];
    while (walker.nextNode()) texts.push(walker.currentNode.nodeValue);
    parts.push(texts.join(LINE_BREAK));
  }
  return { text: parts.join(PARTED), hasDoubtful };
}

/** The parts of a document or shadow tree whose words something interrupts: blocks, or all of it. */
export function interruptedIn(root: Document | ShadowRoot, interrupting: Iterable<Element>): Iterable<Node> {
  const blocks = new Set<Node>();
  for (const element of interrupting) {
    blocks.add(closest.call(element, BLOCKS) ?? root);
    if (blocks.size > MAX_INTERRUPTED) return [root];
  }
  return blocks;
}
