/**
 * Computes the luminance of a colour after the page's filters, which computed colours do not include: dark mode by a
 * filter turns white into black. No filter of the page applies to the card in the top layer.
 */
import { composedParentOf, isElement } from '../dom';
import { filtered, inverted, type Luminance } from './css-filters';

/** The most children of root and body that are checked for sheets over the page. */
const MAX_SHEETS = 40;
/** The share of the viewport, in both directions, from which a sheet covers the page. */
const SHEET_SHARE = 0.9;
/** The most ancestors that are checked: a page can nest elements without limit. */
const MAX_DEPTH = 200;

/** How light something of that luminance at `element` looks: through its filters, those above it, and sheets over the page. */
export function paintedLuminance(luminance: Luminance, element: Element): Luminance {
  let light = luminance;
  let node: Node | null = element;
  for (let depth = 0; node && depth < MAX_DEPTH; depth++, node = composedParentOf(node)) {
    if (isElement(node)) light = filtered(light, getComputedStyle(node).filter);
  }
  for (const style of sheetsOverPage()) {
    light = filtered(light, style.backdropFilter);
    if (/^(difference|exclusion)$/.test(style.mixBlendMode) && isWhite(style.backgroundColor))
      light = inverted(light, 1);
  }
  return light;
}

/** Styles of elements, and of pseudo-elements of root and body, that lie over the whole page and let the pointer through. */
function* sheetsOverPage(): Generator<CSSStyleDeclaration> {
  for (const parent of [document.documentElement, document.body]) {
    if (!parent) continue;
    for (const pseudo of ['::before', '::after']) {
      const style = getComputedStyle(parent, pseudo);
      if (style.content !== 'none' && style.position === 'fixed') yield style;
    }
    for (const child of [...parent.children].slice(-MAX_SHEETS)) {
      const style = getComputedStyle(child);
      if (style.position === 'fixed' && style.pointerEvents === 'none' && coversPage(child)) yield style;
    }
  }
}

function coversPage(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width >= SHEET_SHARE * innerWidth && height >= SHEET_SHARE * innerHeight;
}

function isWhite(colour: string): boolean {
  return /^rgba?\(2[45]\d, 2[45]\d, 2[45]\d(, (1|0?\.9\d*))?\)$/.test(colour);
}
