/** Schema of the product's own pack file. `docs/pack-format.md` documents it; change both together. */
import * as v from 'valibot';
import { PACK_LIMITS, TERM_STATUSES } from '../pack/plain-term';

/** The value of `format`: another number would be another format. */
export const PACK_FORMAT = 'pangzhu-pack/1';

const line = (max: number) => v.pipe(v.string(), v.maxLength(max));
const text = line(PACK_LIMITS.text);
const form = v.pipe(v.string(), v.minLength(1), v.maxLength(PACK_LIMITS.form));
const id = v.pipe(v.string(), v.maxLength(PACK_LIMITS.id), v.regex(/^[A-Za-z0-9-]+$/));
const https = v.pipe(v.string(), v.maxLength(PACK_LIMITS.url), v.regex(/^https:\/\//));
const language = v.pipe(v.string(), v.maxLength(PACK_LIMITS.id), v.regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/));
const described = <const S extends v.GenericSchema>(schema: S, description: string) =>
  v.pipe(schema, v.description(description));

/** A term of the file. */
export const termSchema = v.object({
  id: v.optional(described(id, 'Unique in the pack; made of the headword if absent.')),
  headword: described(form, 'The term itself.'),
  forms: v.optional(
    described(v.pipe(v.array(form), v.maxLength(PACK_LIMITS.forms)), 'Other spellings by which the term is found.'),
  ),
  definition: v.optional(described(text, 'What the term means. The first line is the short definition.')),
  translation: v.optional(described(text, "The headword in the pack's second language. No definition.")),
  equivalents: v.optional(
    described(
      v.pipe(v.array(v.object({ language, text: line(PACK_LIMITS.line) })), v.maxLength(PACK_LIMITS.equivalents)),
      'The headword in other languages.',
    ),
  ),
  pinyin: v.optional(described(line(PACK_LIMITS.line), 'With tone marks, words spaced.')),
  subject: v.optional(described(line(PACK_LIMITS.line), 'Field of knowledge.')),
  note: v.optional(described(text, 'How the term is used.')),
  source: v.optional(
    described(
      v.object({
        title: v.optional(line(PACK_LIMITS.line)),
        url: v.optional(https),
        quote: v.optional(text),
        date: v.optional(v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/))),
      }),
      'What the term rests on.',
    ),
  ),
  status: v.optional(described(v.picklist(TERM_STATUSES), 'What the author says about the use of the term.')),
  use: v.optional(described(form, 'The term to use in place of a deprecated one.')),
  exactCase: v.optional(described(v.boolean(), 'True: upper and lower case count.')),
  insideWords: v.optional(described(v.boolean(), 'True: found inside longer words as well.')),
});

/** What the file says of the pack: everything but its terms. */
export const aboutSchema = v.object({
  format: v.literal(PACK_FORMAT),
  id: v.optional(described(id, 'Names the pack: an import with the same id is an update.')),
  title: v.optional(line(PACK_LIMITS.line)),
  languages: v.optional(
    described(v.pipe(v.array(language), v.maxLength(8)), 'BCP 47: of the headwords, then of the translations.'),
  ),
  revision: v.optional(line(PACK_LIMITS.line)),
  licence: v.optional(described(line(PACK_LIMITS.line), 'SPDX identifier, or words.')),
  attribution: v.optional(described(line(PACK_LIMITS.line), 'Whom to name when the pack is passed on.')),
  homepage: v.optional(https),
  contact: v.optional(
    described(
      v.pipe(v.string(), v.maxLength(PACK_LIMITS.url), v.regex(/^(https:\/\/|mailto:)/)),
      'Where the editors receive reports of readers.',
    ),
  ),
});

/** The whole file. Readers check it term by term, so that one bad term does not refuse the others. */
export const packFileSchema = v.object({
  ...aboutSchema.entries,
  terms: v.pipe(v.array(termSchema), v.maxLength(PACK_LIMITS.terms)),
});
