/**
 * Cuts a pack file into parts, and joins them. A part ends after a line whose hash has some zero bits, so that a few added or
 * removed terms leave most parts unchanged.
 */
import * as v from 'valibot';
import { contentHash } from '../pack/content-hash';
import { fileSchema, PUBLISH_LIMITS } from './manifest';

/** The usual maximum of parts, and the least average number of lines in one: smaller parts compress worse. */
const USUAL_PARTS = 64;
const LEAST_LINES = 128;

/** The list of parts, in the order in which they are joined. */
export const partListSchema = v.object({
  parts: v.pipe(v.array(fileSchema), v.minLength(1), v.maxLength(PUBLISH_LIMITS.parts)),
});
export type PartList = v.InferOutput<typeof partListSchema>;

/** The parts of a text, whose concatenation it is; at most `PUBLISH_LIMITS.parts`. Linear. */
export function splitParts(text: string): string[] {
  const lines = text.split('\n');
  let length = LEAST_LINES;
  while (lines.length / length > USUAL_PARTS) length *= 2;
  const parts: string[] = [];
  let part = '';
  for (const [i, line] of lines.entries()) {
    const isLast = i === lines.length - 1;
    part += isLast ? line : `${line}\n`;
    const isEnd = Number.parseInt(contentHash(line).slice(-8), 16) % length === 0;
    if (isLast || (isEnd && parts.length < PUBLISH_LIMITS.parts - 1)) {
      parts.push(part);
      part = '';
    }
  }
  return parts.filter((made, i) => made !== '' || i === 0);
}
