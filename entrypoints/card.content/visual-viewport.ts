/**
 * Fits cards to the visual viewport, the part of the page on the screen: phones reduce pages without a viewport element,
 * and readers enlarge any page with two fingers.
 */

/** The width in CSS pixels below which a card in an enlarged page is reduced, so that its lines stay long enough. */
const MIN_WIDTH = 280;
/** A sheet takes this share of the height. */
const SHEET_SHARE = 0.6;
/** The height a sheet has at least, as far as there is room, in CSS pixels. */
const MIN_SHEET_HEIGHT = 220;
/** The height of the page that a sheet leaves visible, in CSS pixels. */
const SHEET_MARGIN = 16;

/** In viewport coordinates, CSS pixels. */
export interface VisibleBox {
  left: number;
  top: number;
  width: number;
  height: number;
  /** Physical size of a CSS pixel, relative to one in a page that is neither reduced nor enlarged. */
  scale: number;
}

/** The part of the frame that is on the screen, as far as the frame can tell. */
export function visibleBox(): VisibleBox {
  const { visualViewport } = window;
  if (!visualViewport) return { left: 0, top: 0, width: innerWidth, height: innerHeight, scale: 1 };
  const { offsetLeft: left, offsetTop: top, width, height } = visualViewport;
  return { left, top, width, height, scale: outerScale() };
}

/** A frame has the scale of the page around it; one of another origin cannot read it. */
function outerScale(): number {
  try {
    return window.top?.visualViewport?.scale ?? 1;
  } catch {
    return 1;
  }
}

/** The factor that makes a card legible: as large as in a page that is not reduced, and whole in one that is enlarged. */
export function cardScale({ scale, width }: VisibleBox = visibleBox()): number {
  if (scale <= 1) return 1 / scale;
  return Math.max(1 / scale, Math.min(1, width / MIN_WIDTH));
}

/**
 * Lays an element out as a sheet at the foot of the visible part.
 * @param setStyle sets a property of the element, which has the position `fixed`.
 * @returns the height the sheet may have, in CSS pixels of the page.
 */
export function fitSheet(element: Element, setStyle: (property: string, value: string) => void): number {
  const { left, top, width, height } = visibleBox();
  setStyle('left', `${left}px`);
  setStyle('right', 'auto');
  setStyle('top', 'auto');
  setStyle('width', `${width}px`);
  setStyle('bottom', '0px');
  // Measured, because browsers differ in the origin of `bottom` while their bars appear or disappear.
  const foot = element.getBoundingClientRect().bottom;
  setStyle('bottom', `${foot - top - height}px`);
  const least = Math.min(MIN_SHEET_HEIGHT * cardScale(), height - SHEET_MARGIN);
  return Math.max(SHEET_SHARE * height, least);
}

/** Calls `onChange` when the visible part moves or changes its size, until `signal` aborts. */
export function followViewport(onChange: () => void, signal: AbortSignal): void {
  window.visualViewport?.addEventListener('resize', onChange, { signal });
  window.visualViewport?.addEventListener('scroll', onChange, { signal });
}
