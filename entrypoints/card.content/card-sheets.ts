/** Builds the style sheets of the card's shadow tree, independent of the page they are used in. */
import entryCardCss from '../../components/card/entry-card.css?inline';
import tokensCss from '../../components/tokens.css?inline';
import hostCss from './shadow-host.css?inline';

/** The card's style sheets. @param fontSize the reader's font size in CSS pixels. */
export function createCardSheets(fontSize: number): CSSStyleSheet[] {
  // Pages without https have no `randomUUID`.
  const prefix = crypto.getRandomValues(new Uint32Array(4)).join('-');
  return [tokensCss, hostCss, entryCardCss].map((css) => createSheet(isolateCss(css, fontSize, prefix)));
}

/** A constructed style sheet with the rules of `css`. */
export function createSheet(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}

/**
 * Removes what lets a page reach into a closed shadow root:
 * - names of custom properties, which a page may have registered with a type of its own (`@property --accent`), become
 *   ones nobody can guess;
 * - `rem`, which follows the page's root font size, becomes pixels of the reader's own size.
 * @param fontSize the reader's font size in CSS pixels.
 */
export function isolateCss(css: string, fontSize: number, prefix: string): string {
  return css
    .replace(/--(?=[a-z])/g, `--${prefix}-`)
    .replace(/(\d*\.?\d+)rem\b/g, (_all, value: string) => `${Number(value) * fontSize}px`);
}
