/** Decides which mentions are visible, or can be scrolled into view. */
import type { Mention } from '../../glossary/pack/finder-data';
import { isContinuous } from './continuity';
import { type Block, elementOf, flatParentOf, isElement, isShadowRoot, parentOf } from './dom';
import { lineBoxes } from './line-boxes';
import { PaintReader } from './mark-paint';
import type { TextRun } from './text-run';
import { visiblePart } from './visible-part';

const { checkVisibility } = Element.prototype;
const BY_STYLE = { visibilityProperty: true, opacityProperty: true };

/** Visibility at one moment; each parent's style is checked once. */
export class Visibility {
  readonly #isVisible = new Map<Node, boolean>();
  readonly #isRendered = new Map<Node, boolean>();
  readonly #paint = new PaintReader();

  /**
   * Whether a mention is rendered as one piece of text, and not for screen readers only. Content
   * that fades in, or is clipped or far away, is rendered; a part of a line that is transparent is not.
   */
  isRendered(run: TextRun, mention: Mention): boolean {
    const nodes = run.nodesOf(mention.start, mention.end);
    if (!nodes.every((node) => this.#isRenderedIn(parentOf(node), run.block)) || !isContinuous(run, mention))
      return false;
    return lineBoxes(run, mention.start, mention.end).some(({ width, height }) => width > 0 && height > 0);
  }

  /** Whether a mention is one piece of text that can be seen, now or after scrolling. False for text that appears after a press. */
  isReachable(run: TextRun, mention: Mention): boolean {
    const nodes = run.nodesOf(mention.start, mention.end);
    if (!nodes.every((node) => this.#isIn(parentOf(node))) || !isContinuous(run, mention)) return false;
    const parent = nodes[0] && parentOf(nodes[0]);
    const element = isElement(parent ?? null) ? parent : elementOf(run.block);
    return lineBoxes(run, mention.start, mention.end).some((box) => visiblePart(box, element as Element, 'reachable')); // One of the two is.
  }

  #isRenderedIn(parent: Node | null, block: Block): boolean {
    if (!parent || !(isElement(parent) || isShadowRoot(parent))) return false;
    const known = this.#isRendered.get(parent);
    if (known !== undefined) return known;
    const element = elementOf(parent);
    let isRendered = checkVisibility.call(element, { visibilityProperty: true }) && !this.#paint.isUnseen(element);
    for (let part: Element | null = element; isRendered && part && part !== elementOf(block); part = flatParentOf(part))
      isRendered = getComputedStyle(part).opacity !== '0';
    this.#isRendered.set(parent, isRendered);
    return isRendered;
  }

  #isIn(parent: Node | null): boolean {
    if (!parent || !(isElement(parent) || isShadowRoot(parent))) return false;
    const known = this.#isVisible.get(parent) ?? checkVisibility.call(elementOf(parent), BY_STYLE);
    this.#isVisible.set(parent, known);
    return known;
  }
}
