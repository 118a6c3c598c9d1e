/** Schema of a term that readers and organisations write. */
import * as v from 'valibot';
import { lettersOf } from '../../../glossary/pack/characters';
import { TERM_STATUSES } from '../../../glossary/pack/plain-term';
import { readerAddress } from '../../../glossary/reader-address';
import { visibleText } from '../../../glossary/visible-text';

/**
 * A form of a reader's term, of at least two letters, because single letters would be found everywhere. Characters that the
 * finder skips (quotation marks, invisible characters, spaces) do not count.
 */
const ownForm = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(64),
  v.check((form) => lettersOf(form).length >= 2, 'fewer than two letters'),
);

const line = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));
const text = (most: number) => v.pipe(v.string(), v.trim(), v.maxLength(most));
const filled = (most: number) => v.pipe(text(most), v.minLength(1));

/** Fields of a term that readers and organisations write. Empty ones are left out. */
export const plainTermEntries = {
  headword: ownForm,
  forms: v.optional(v.pipe(v.array(ownForm), v.maxLength(8)), []),
  definition: v.optional(text(2000), ''),
  translation: v.exactOptional(line),
  equivalents: v.exactOptional(
    v.pipe(
      v.array(
        v.strictObject({
          language: v.pipe(v.string(), v.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/), v.maxLength(35)),
          text: line,
        }),
      ),
      v.minLength(1),
      v.maxLength(8),
    ),
  ),
  pinyin: v.exactOptional(line),
  subject: v.exactOptional(line),
  note: v.exactOptional(filled(1000)),
  source: v.exactOptional(
    v.strictObject({
      title: text(120),
      url: v.pipe(
        text(2048),
        v.check((url) => url === '' || readerAddress(url) !== null, 'no https address'),
      ),
      quote: v.exactOptional(filled(1000)),
      date: v.exactOptional(v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/))),
    }),
  ),
  status: v.exactOptional(v.picklist(TERM_STATUSES)),
  use: v.exactOptional(filled(64)),
  exactCase: v.exactOptional(v.literal(true)),
  insideWords: v.exactOptional(v.literal(true)),
} as const;

/** Whether something explains the term: a definition or a translation that can be seen. */
export function isExplained({ definition, translation = '' }: { definition: string; translation?: string }): boolean {
  return visibleText(definition + translation).trim() !== '';
}

/** An item of `storage.sync` holds 8,000 bytes with what is stored beside the term. */
const MAX_TERM_BYTES = 7800;

/** A term of the reader's own. In Chinese, the longest definition with the longest forms fits one item of `storage.sync`. */
export const plainTermSchema = v.pipe(
  v.strictObject(plainTermEntries),
  v.forward(v.partialCheck([['definition'], ['translation']], isExplained, 'nothing to be seen'), ['definition']),
  v.check((term) => new TextEncoder().encode(JSON.stringify(term)).length <= MAX_TERM_BYTES, 'too large to be synced'),
);
