/** Divides a page into sections: the text under one heading in one sectioning element. */
import { compareInTree, elementOf, hostOf, isShadowRoot, rootOf } from './dom';
import type { TextRun } from './text-run';

const HEADINGS = 'h1, h2, h3, h4, h5, h6, [role="heading"]';
const SECTIONING = 'article, section, aside, nav, main, header, footer, dialog';

const { closest } = Element.prototype;

/** The sections at one moment. Ask for text runs in document order. */
export class Sections {
  readonly #headings = document.querySelectorAll(HEADINGS);
  readonly #keys = new Map<Element | null, Map<number, object>>();
  #passed = 0;

  /** A key: the same object for text runs of the same section. */
  of(run: TextRun): object {
    const place = inDocument(run.anchor);
    for (let next = this.#headings[this.#passed]; next; next = this.#headings[this.#passed]) {
      // A heading belongs to its own section.
      if (next !== place && compareInTree(next, place) > 0) break;
      this.#passed++;
    }
    const around = closest.call(elementOf(run.block), SECTIONING);
    const byHeading = this.#keys.get(around) ?? new Map<number, object>();
    this.#keys.set(around, byHeading);
    const key = byHeading.get(this.#passed) ?? {};
    byHeading.set(this.#passed, key);
    return key;
  }
}

/** The node itself, or the outermost host of a node in shadow trees. */
function inDocument(node: Node): Node {
  let place = node;
  for (let root = rootOf(place); isShadowRoot(root); root = rootOf(place)) place = hostOf(root);
  return place;
}
