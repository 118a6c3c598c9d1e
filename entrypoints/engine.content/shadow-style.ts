/** Owns the style of marks in shadow trees, where the browser does not let the document's highlights in (Firefox). */
import { marksStyle } from '../shared/page/marks-style';
import type { MarksLook } from '../shared/settings/page-settings';
import type { Marks } from './marks';

/** Trees after which those that are gone are forgotten. */
const TIDY_EVERY = 256;

/**
 * Adopts the marks' rules in shadow trees until `signal` aborts.
 * Such a tree's list of sheets is the page's to see: only trees with marks are touched, and only where it is needed.
 */
export class ShadowStyle {
  readonly #sheet = new CSSStyleSheet();
  readonly #worn = new WeakSet<ShadowRoot>();
  /** Those to leave at the end; a tree the page let go of is not kept by us. */
  #roots: WeakRef<ShadowRoot>[] = [];

  constructor(signal: AbortSignal) {
    signal.addEventListener('abort', () => this.#leave(), { once: true });
  }

  /** How the marks look from now on. */
  wear({ mentionName, currentName }: Marks, look: MarksLook): void {
    this.#sheet.replaceSync(marksStyle({ mention: mentionName, current: currentName }, look));
  }

  adopt(root: ShadowRoot): void {
    const sheets = [...root.adoptedStyleSheets];
    // The page may have set its own anew.
    if (sheets.includes(this.#sheet)) return;
    root.adoptedStyleSheets = [...sheets, this.#sheet];
    if (this.#worn.has(root)) return;
    this.#worn.add(root);
    if (this.#roots.length % TIDY_EVERY === TIDY_EVERY - 1) this.#roots = this.#roots.filter((ref) => ref.deref());
    this.#roots.push(new WeakRef(root));
  }

  /** Puts the rules back where the page set its sheets anew. */
  keep(): void {
    for (const ref of this.#roots) {
      const root = ref.deref();
      if (root) this.adopt(root);
    }
  }

  #leave(): void {
    for (const ref of this.#roots) {
      const root = ref.deref();
      if (root) root.adoptedStyleSheets = [...root.adoptedStyleSheets].filter((sheet) => sheet !== this.#sheet);
    }
    this.#roots = [];
  }
}
