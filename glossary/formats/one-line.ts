/** Owns text of a pack as one line of something a reader pastes elsewhere. */
import { visibleText } from '../visible-text';

/** On one line, and nothing invisible. */
export function oneLine(text: string): string {
  return visibleText(text).replace(/\s+/g, ' ').trim();
}
