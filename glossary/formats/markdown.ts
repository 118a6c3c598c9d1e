/** Owns text that Markdown takes as it is. */

/** One line: nothing in it counts as markup, not even at its beginning. */
export function escapeMarkdown(line: string): string {
  return line.replace(/[\\`*_{}[\]<>#|~!&]/g, '\\$&').replace(/^(\d*)([-+.)])/, '$1\\$2');
}
