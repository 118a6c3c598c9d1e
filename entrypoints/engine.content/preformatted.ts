/** Distinguishes code from other preformatted text: verse, notices, letters, and plain-text documents. */
import { looksLikeCode } from './code-lines';
import { attributeOf, isElement, localNameOf, parentOf, queryIn, textContentOf } from './dom';

const CODE_CLASS =
  /(^|[\s_-])(code|codeblock|source|sourcecode|highlight|highlighter|hljs|prettyprint|shiki|prism|syntax\w*|brush|console|terminal|lang(uage)?-[\w+#-]+)([\s_:-]|$)/i;
/** Elements around a preformatted text whose classes are read, itself included. */
const CLASS_DEPTH = 3;

/** Length of text that is looked at, in UTF-16 units. */
const SAMPLE = 4000;
/** By element: whether it was code when it first had text. */
const known = new WeakMap<Element, boolean>();

/** Whether a preformatted text is code, by its elements, by classes, or by its lines. Reads each element's text once. */
export function isCode(element: Element): boolean {
  // All text of such a document is in one `pre` element.
  if (document.contentType === 'text/plain') return false;
  const before = known.get(element);
  if (before !== undefined) return before;
  const text = (textContentOf(element) ?? '').slice(0, SAMPLE);
  const answer = queryIn(element, 'code, kbd, samp, tt, var') !== null || hasCodeClass(element) || looksLikeCode(text);
  if (text.trim()) known.set(element, answer);
  return answer;
}

function hasCodeClass(element: Element): boolean {
  let node: Node | null = element;
  for (let depth = 0; isElement(node) && depth < CLASS_DEPTH; depth++, node = parentOf(node)) {
    if (CODE_CLASS.test(attributeOf(node, 'class') ?? '') || /^(code|samp|kbd)$/.test(localNameOf(node))) return true;
    if (attributeOf(node, 'data-lang') !== null || attributeOf(node, 'data-language') !== null) return true;
  }
  return false;
}
