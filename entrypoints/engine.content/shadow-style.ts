/** Styles marks in shadow trees for Firefox, where the document's highlight rules do not apply inside them. */
import { marksStyle } from '../shared/page/marks-style';
import type { MarksLook } from '../shared/settings/page-settings';
import type { Marks } from './marks';

/** Number of trees after which collected ones are removed from the list. */
const TIDY_EVERY = 256;

/**
 * Adopts the marks' rules in shadow trees until `signal` aborts. The page can see the list of sheets of a tree: only trees
 * with marks are changed.
 */
export class ShadowStyle {
  readonly #sheet = new CSSStyleSheet();
  readonly #adopted = new WeakSet<ShadowRoot>();
  /** Trees to clean up at the end. Weak, so that removed trees can be collected. */
  #roots: WeakRef<ShadowRoot>[] = [];

  constructor(signal: AbortSignal) {
    signal.addEventListener('abort', () => this.#removeAll(), { once: true });
  }

  /** Sets how marks look from now on, in all adopted trees. */
  setStyle({ names, colours }: Marks, look: MarksLook): void {
    this.#sheet.replaceSync(marksStyle(names, look, colours));
  }

  /** Adds the rules to a tree unless they are there. */
  adopt(root: ShadowRoot): void {
    const sheets = [...root.adoptedStyleSheets];
    // The page may have replaced its list since the last call.
    if (sheets.includes(this.#sheet)) return;
    root.adoptedStyleSheets = [...sheets, this.#sheet];
    if (this.#adopted.has(root)) return;
    this.#adopted.add(root);
    if (this.#roots.length % TIDY_EVERY === TIDY_EVERY - 1) this.#roots = this.#roots.filter((ref) => ref.deref());
    this.#roots.push(new WeakRef(root));
  }

  /** Adds the rules again in trees whose list of sheets the page replaced. */
  restore(): void {
    for (const ref of this.#roots) {
      const root = ref.deref();
      if (root) this.adopt(root);
    }
  }

  #removeAll(): void {
    for (const ref of this.#roots) {
      const root = ref.deref();
      if (root) root.adoptedStyleSheets = [...root.adoptedStyleSheets].filter((sheet) => sheet !== this.#sheet);
    }
    this.#roots = [];
  }
}
