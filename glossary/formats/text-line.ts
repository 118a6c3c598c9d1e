/** Escapes text from a pack as one line of plain text or Markdown. */
import { visibleText } from '../visible-text';

/** `text` on one line, without invisible characters. */
export function oneLine(text: string): string {
  return visibleText(text).replace(/\s+/g, ' ').trim();
}

/** `text` on one line, escaped so that Markdown shows every character literally, also at the beginning of a line. */
export function markdownLine(text: string): string {
  return escapeMarkdown(oneLine(text));
}

/** `text`, which is one line, escaped likewise. No character is left out. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~!&]/g, '\\$&').replace(/^(\d*)([-+.)])/, '$1\\$2');
}
