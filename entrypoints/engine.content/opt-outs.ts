/** Decides whether an opt-out of translation applies to marks: that of a whole page and that of a translator do not. */
import { attributeNamesOf, attributeOf, childrenOf, isElement, localNameOf, parentOf, textContentOf } from './dom';

/** Attributes by which translators exclude their own output from translation. */
const TRANSLATOR = /translat|trancy/i;
const REFUSAL = /(?:no|not|non|dont|never|un|skip|ignore|exclude|disable|without|prevent|stop)[-_]*translat/i;

/**
 * Whether an element that opts out of translation is a translation, inserted by an extension beside the text. Pages do not
 * write `font` with such a class by hand; other translations are recognised by a name, a class or an attribute.
 */
export function isTranslation(element: Element): boolean {
  const name = localNameOf(element);
  if (name === 'font') return true;
  const classes = (attributeOf(element, 'class') ?? '').split(/\s+/);
  const attributes = attributeNamesOf(element).filter((attribute) => attribute !== 'translate');
  return [name, ...classes, ...attributes].some((word) => TRANSLATOR.test(word) && !REFUSAL.test(word));
}

/** Elements that applications are built into. */
const ROOT = /^(div|main|section|article|form|center)$|-/;
const TEXTLESS = /^(script|style|template|noscript|link|meta|svg)$/;
/** Elements between the body and the root of a page, at most. */
const MAX_DEPTH = 5;
/** Share of a root's text up to which there may be text beside it. */
const MAX_BESIDE = 0.1;

/** By element: whether it was a root when it first had text. */
const known = new WeakMap<Element, boolean>();

/** Whether an element holds nearly all text of the page. Cost: linear in the text beside it, once an element. */
export function isPageRoot(element: Element): boolean {
  const before = known.get(element);
  if (before !== undefined) return before;
  if (!ROOT.test(localNameOf(element)) || !isNearBody(element)) return false;
  const own = lengthOf(element);
  const isRoot = textBeside(element, own * MAX_BESIDE) <= own * MAX_BESIDE;
  // An application fills its root later.
  if (own > 0 || isRoot) known.set(element, isRoot);
  return isRoot;
}

function isNearBody(element: Element): boolean {
  let node: Node | null = element;
  for (let depth = 0; node && depth <= MAX_DEPTH; depth++, node = parentOf(node))
    if (node === document.body) return true;
  return false;
}

/** The length of text in the elements beside an element and beside those around it; stops above `limit`. */
function textBeside(element: Element, limit: number): number {
  let length = 0;
  for (let node: Node = element; node !== document.body; ) {
    const parent = parentOf(node);
    if (!isElement(parent)) return Number.POSITIVE_INFINITY;
    for (const sibling of childrenOf(parent)) {
      if (sibling !== node && !TEXTLESS.test(localNameOf(sibling))) length += lengthOf(sibling);
      if (length > limit) return length;
    }
    node = parent;
  }
  return length;
}

function lengthOf(element: Element): number {
  return (textContentOf(element) ?? '').trim().length;
}
