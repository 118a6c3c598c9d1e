/** Owns the style of marks in shadow trees, where the browser does not let the document's highlights in (Firefox). */
import { marksStyle } from '../shared/page/marks-style';
import type { MarksLook } from '../shared/settings/page-settings';
import type { Marks } from './marks';

/**
 * Adopts the marks' rules in shadow trees, each once, until `signal` aborts.
 * Such a tree's list of sheets is the page's to see: only trees with marks are touched, and only where it is needed.
 */
export class ShadowStyle {
  readonly #sheet = new CSSStyleSheet();
  readonly #roots = new Set<ShadowRoot>();

  constructor(signal: AbortSignal) {
    signal.addEventListener('abort', () => this.#leave(), { once: true });
  }

  /** How the marks look from now on. */
  wear({ mentionName, currentName }: Marks, look: MarksLook): void {
    this.#sheet.replaceSync(marksStyle({ mention: mentionName, current: currentName }, look));
  }

  adopt(root: ShadowRoot): void {
    if (this.#roots.has(root)) return;
    this.#roots.add(root);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.#sheet];
  }

  #leave(): void {
    for (const root of this.#roots) {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets].filter((sheet) => sheet !== this.#sheet);
    }
    this.#roots.clear();
  }
}
