/**
 * Decides whether text at a point is visible under another element that receives the pointer: a stretched link, a shade, a
 * transparent field. Only opaque elements cover text.
 */
import { type Box, isIn } from '../../shared/page/box';
import { compareInTree, extentOf, flatParentOf, hostOf, isInside, isShadowRoot, localNameOf, rootOf } from '../dom';
import { visiblePart } from '../visible-part';

/** Text shows through layers that let at least this share of its light through. */
const MIN_SHOWN = 0.25;

/** The opacity that is assumed for masked and blended layers, and for watermarks. */
const PARTIAL = 0.5;
/** The share of an element, in both directions, from which an overlay covers all of it. */
const WHOLE_SHARE = 0.8;

const { checkVisibility } = Element.prototype;

/** Elements that paint content of their own, which only the browser knows. */
const PAINTED = /^(img|video|canvas|iframe|frame|object|embed|meter|progress)$/;
const FIELDS = /^(input|textarea|select)$/;

/** Whether the style of an element shows its text at all. */
export function showsText(element: Element): boolean {
  return checkVisibility.call(element, { visibilityProperty: true, opacityProperty: true });
}

/**
 * Whether glyphs of `parent` in `box` are seen at a point inside the box: not clipped, not covered. Forces layout.
 * @param x,y viewport coordinates in CSS pixels.
 */
export function isSeenAt(parent: Element, box: Box, x: number, y: number): boolean {
  if (!showsText(parent)) return false;
  const part = visiblePart(box, parent, 'now');
  return part !== null && isIn(part, x, y) && shareShown(parent, x, y) >= MIN_SHOWN;
}

/** The share of light that what lies above an element at a point lets through. */
function shareShown(element: Element, x: number, y: number): number {
  let share = 1;
  for (let node: Element | null = element; node && share >= MIN_SHOWN; ) {
    const root = rootOf(node);
    const scope = isShadowRoot(root) ? root : document;
    const stack = scope.elementsFromPoint(x, y);
    // The stack lacks elements that let the pointer through: `pointer-events: none`, inert, in the margin of a clipped box.
    const isListed = stack.includes(node);
    for (const above of stack) {
      if (above === node) break;
      if (isInside(node, above) || (!isListed && isBelow(above, node))) continue;
      share *= 1 - opacityOf(above, node);
    }
    node = isShadowRoot(root) ? hostOf(root) : null;
  }
  return share;
}

/** Whether nothing of `node` is seen where `element` lies above it. */
export function isCovering(element: Element, node: Element): boolean {
  return 1 - opacityOf(element, node) < MIN_SHOWN;
}

/** How opaque an element is that lies above `node`, from 0 to 1; by what it paints itself. */
function opacityOf(element: Element, node: Element): number {
  let opacity = 1;
  for (let around: Element | null = element; around && !isInside(node, around); around = flatParentOf(around)) {
    const style = getComputedStyle(around);
    opacity *= Number.parseFloat(style.opacity) * (isPartial(style) ? PARTIAL : 1);
    if (style.visibility !== 'visible') return 0;
  }
  if (opacity === 0) return 0;
  const layers = [getComputedStyle(element), ...['::before', '::after'].map((name) => overlayOf(element, name))];
  let shown = 1;
  for (const style of layers) if (style) shown *= 1 - backgroundOpacity(style);
  return opacity * (isPainted(element) ? 1 : 1 - shown);
}

/** Whether an element is masked, or blended with what is below it: how much that shows cannot be read. */
function isPartial({ mixBlendMode, maskImage }: CSSStyleDeclaration): boolean {
  return mixBlendMode !== 'normal' || (maskImage ?? 'none') !== 'none';
}

/** The style of a pseudo-element that is laid over all of its element; null if there is none. */
function overlayOf(element: Element, name: string): CSSStyleDeclaration | null {
  const style = getComputedStyle(element, name);
  if (/^(none|normal)$/.test(style.content) || !/^(absolute|fixed)$/.test(style.position)) return null;
  const { left, right, top, bottom } = extentOf(element);
  // An icon in a corner, or a line, covers little.
  const isWhole = Number.parseFloat(style.width) >= WHOLE_SHARE * (right - left);
  return isWhole && Number.parseFloat(style.height) >= WHOLE_SHARE * (bottom - top) ? style : null;
}

function isPainted(element: Element): boolean {
  const name = localNameOf(element);
  // Transparent pictures of one pixel are an old way to cover a place.
  if (element instanceof HTMLImageElement) return element.naturalWidth !== 1;
  if (FIELDS.test(name)) return getComputedStyle(element).appearance !== 'none';
  // A drawing is hit by its shapes, or as a whole where it is empty.
  if (PAINTED.test(name)) return true;
  if (!(element instanceof SVGGeometryElement)) return false;
  const { fill, fillOpacity } = getComputedStyle(element);
  return fill !== 'none' && alphaOf(fill) * Number.parseFloat(fillOpacity) >= 1 - MIN_SHOWN;
}

function backgroundOpacity(style: CSSStyleDeclaration): number {
  const { backgroundColor, backgroundImage, backgroundRepeat, backgroundSize, backdropFilter } = style;
  if (/blur\((?!0px)/.test(backdropFilter ?? '')) return 1;
  const colour = alphaOf(backgroundColor);
  if (backgroundImage === 'none') return colour;
  // An icon on a link covers little of it.
  const isWhole = backgroundRepeat !== 'no-repeat' || /cover|100%/.test(backgroundSize);
  // Watermarks are made by script and repeated.
  const isWatermark =
    backgroundImage.includes('url("data:') && !/no-repeat|cover/.test(backgroundRepeat + backgroundSize);
  return Math.max(colour, isWhole ? imageOpacity(backgroundImage) * (isWatermark ? PARTIAL : 1) : 0);
}

/** Longest address of a picture in it that is taken for an empty one, in UTF-16 units. */
const MAX_EMPTY_PICTURE = 160;

/** A gradient by its colours on average; a picture is opaque unless it can hardly be one. */
function imageOpacity(image: string): number {
  if (image.includes('url(')) return image.length <= MAX_EMPTY_PICTURE && image.includes('url("data:') ? 0 : 1;
  const alphas = (image.match(/[a-z]+\([^()]*\)|transparent/g) ?? []).map(alphaOf);
  return alphas.length > 0 ? alphas.reduce((sum, alpha) => sum + alpha, 0) / alphas.length : 1;
}

/** The alpha of a computed colour. */
function alphaOf(colour: string): number {
  if (colour === 'transparent') return 0;
  const alpha = /^rgba\([^)]*, ([\d.]+)\)$|\/ ([\d.]+)\)$/.exec(colour);
  return alpha ? Number(alpha[1] ?? alpha[2]) : 1;
}

/** Whether `other` is painted below `node`: by stacking level below their common ancestor, then by document order. */
function isBelow(other: Element, node: Element): boolean {
  const [a, b] = [levelOf(other, node), levelOf(node, other)];
  if (a !== b) return a < b;
  return compareInTree(other, node) < 0;
}

/** The stacking level of an element below its common ancestor with another: its `z-index`, 0 if only placed, or less. */
function levelOf(element: Element, other: Element): number {
  let level = -0.5;
  for (let node: Element | null = element; node && !isInside(other, node); node = flatParentOf(node)) {
    const { position, zIndex, opacity, transform } = getComputedStyle(node);
    if (zIndex !== 'auto') level = Number(zIndex);
    else if (opacity !== '1' || transform !== 'none') level = 0;
    else if (position !== 'static') level = Math.max(level, 0);
  }
  return level;
}
