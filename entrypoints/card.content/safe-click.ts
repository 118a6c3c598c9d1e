/**
 * Rejects clicks that a page may have provoked: by making the card invisible, moving it under the pointer, or covering
 * it.
 */
import { overlaps } from '../shared/page/box';

/** Time for which the card must have been in its place, in ms: below it, nobody can react to what they see. */
const MIN_VISIBLE_MS = 350;
/** A card with less opacity than this, ancestors included, counts as hidden. */
const MIN_OPACITY = 0.7;
/** A card that moves no further than this counts as still in its place, in CSS pixels. */
const STANDSTILL_PX = 8;

/** Measures how long a card has been in its place with the same content. */
export class Standstill {
  #at = { x: Number.NaN, y: Number.NaN };
  #since = Number.POSITIVE_INFINITY;

  /** To be called when the card shows other content. */
  restart(): void {
    this.#since = performance.now();
  }

  /** To be called with the card's position, in viewport coordinates. */
  moveTo(x: number, y: number): void {
    if (Math.hypot(x - this.#at.x, y - this.#at.y) <= STANDSTILL_PX) return;
    this.#at = { x, y };
    this.restart();
  }

  get isLongEnough(): boolean {
    return performance.now() - this.#since >= MIN_VISIBLE_MS;
  }
}

/** Whether the reader could see what they clicked. @param root the shadow root of `host`. */
export function isSafeClick(event: Event, host: HTMLElement, root: ShadowRoot, standstill: Standstill): boolean {
  const target = event.composedPath()[0];
  if (!event.isTrusted || !(target instanceof Element) || !standstill.isLongEnough) return false;
  return isVisible(host) && isUncovered(target, host, root);
}

function isVisible(host: HTMLElement): boolean {
  if (!host.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true }))
    return false;
  let opacity = 1;
  // In the top layer, of all ancestors only the root has an effect on how the host is painted.
  for (const element of [host, document.documentElement]) {
    const style = getComputedStyle(element);
    opacity *= Number(style.opacity);
    if (style.clipPath !== 'none' || style.maskImage !== 'none' || style.mixBlendMode !== 'normal') return false;
    if (style.filter !== 'none' && element === host) return false;
  }
  return opacity >= MIN_OPACITY;
}

/** Whether neither an element that takes clicks covers the target, nor one in the top layer that lets them through. */
function isUncovered(target: Element, host: HTMLElement, root: ShadowRoot): boolean {
  const box = target.getBoundingClientRect();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const hit = root.elementFromPoint(x, y);
  if (document.elementFromPoint(x, y) !== host && root.host.getRootNode() === document) return false;
  if (!hit || !(target.contains(hit) || hit.contains(target))) return false;
  const others = [...document.querySelectorAll(':popover-open, dialog:modal')].filter(
    (other) => other !== host && !isIn(host, other),
  );
  return !others.some((other) => overlaps(other.getBoundingClientRect(), box));
}

/** Whether the host is inside an element, or inside what one of its shadow trees shows. */
function isIn(host: Element, other: Element): boolean {
  for (let node: Element | null = host; node; node = rootHostOf(node)) if (other.contains(node)) return true;
  return false;
}

/** The element whose shadow tree the node is in; null in the document. */
function rootHostOf(node: Element): Element | null {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
