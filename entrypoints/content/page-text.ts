/** Reads the text of a page as the engine would: without what nobody reads, and node by node. */
import { LINE_BREAK } from '../../glossary/pack/characters';
import { GUARD_UNITS } from '../../glossary/pack/finder-data';
import { shadowRootOf } from '../shared/page/shadow-roots';

/** Never read. Readings of ruby interrupt the words they stand above. */
const UNREAD = 'script,style,noscript,textarea,select,rt,rp,rtc';
/** Read apart, if at all: their text is no part of the text around them. */
const APART = 'pre,code,kbd,samp,tt,var,svg,math,[translate],[contenteditable],.notranslate,.noglossary';

const { matches, closest } = Element.prototype;
const { createTreeWalker } = Document.prototype;
const SHOWN = NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION;

/** The text of a node, with that of shadow trees in it, in the form that `Prefilter.holds` asks for. */
export function readText(top: Node): string {
  const element = top instanceof Element ? top : top.parentElement;
  if (element && closest.call(element, UNREAD)) return '';
  const parts: string[] = [];
  const tops = [top];
  const filter = (node: Node) => {
    if (!(node instanceof Element)) return NodeFilter.FILTER_ACCEPT;
    if (matches.call(node, UNREAD)) return NodeFilter.FILTER_REJECT;
    const shadow = shadowRootOf(node);
    if (shadow) tops.push(shadow);
    if (!matches.call(node, APART)) return NodeFilter.FILTER_SKIP;
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
  return parts.join('\ufffc'.repeat(GUARD_UNITS));
}
