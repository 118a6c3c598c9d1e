/** Decides which mentions are visible, or can be scrolled into view. */
import type { Mention } from '../../glossary/pack/finder-data';
import { isContinuous } from './continuity';
import { elementOf, isElement, isShadowRoot, parentOf } from './dom';
import { lineBoxes } from './line-boxes';
import type { TextRun } from './text-run';
import { visiblePart } from './visible-part';

const { checkVisibility } = Element.prototype;
const BY_STYLE = { visibilityProperty: true, opacityProperty: true };

/** Visibility at one moment; each parent's style is checked once. */
export class Visibility {
  readonly #isVisible = new Map<Node, boolean>();

  /** Whether a mention is one piece of text that can be seen, now or after scrolling; what needs a press to appear cannot. */
  isReachable(run: TextRun, mention: Mention): boolean {
    const nodes = run.nodesOf(mention.start, mention.end);
    if (!nodes.every((node) => this.#isIn(parentOf(node))) || !isContinuous(run, mention)) return false;
    const parent = nodes[0] && parentOf(nodes[0]);
    const element = isElement(parent ?? null) ? parent : elementOf(run.block);
    return lineBoxes(run, mention.start, mention.end).some((box) => visiblePart(box, element as Element, 'reachable')); // One of the two is.
  }

  #isIn(parent: Node | null): boolean {
    if (!parent || !(isElement(parent) || isShadowRoot(parent))) return false;
    const known = this.#isVisible.get(parent) ?? checkVisibility.call(elementOf(parent), BY_STYLE);
    this.#isVisible.set(parent, known);
    return known;
  }
}
