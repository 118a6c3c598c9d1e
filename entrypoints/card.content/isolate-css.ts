/** Owns making our style sheets independent of the page they are used in. */

/**
 * A style sheet for a closed shadow root in a foreign page. What could reach into it goes:
 * - names of custom properties, which a page may have registered with a type of its own (`@property --accent`), become
 *   ones nobody can guess;
 * - `rem`, which is whatever the page made of its root's font size, becomes pixels of the reader's own size.
 * @param fontSize the reader's font size in CSS pixels.
 */
export function isolateCss(css: string, fontSize: number, prefix: string): string {
  return css
    .replace(/--(?=[a-z])/g, `--${prefix}-`)
    .replace(/(\d*\.?\d+)rem\b/g, (_all, value: string) => `${Number(value) * fontSize}px`);
}
