/** Schema of the product's own pack file. `docs/pack-format.md` documents it; change both together. */
import * as v from 'valibot';
import { PACK_LIMITS, TERM_STATUSES } from '../pack/plain-term';
import { editionSchema, entrySchema } from './edited-schema';

/** The value of `format`: another number would be another format. */
export const PACK_FORMAT = 'pangzhu-pack/1';

const line = (max: number) => v.pipe(v.string(), v.maxLength(max));
const text = line(PACK_LIMITS.text);
const form = v.pipe(v.string(), v.minLength(1), v.maxLength(PACK_LIMITS.form));
const id = v.pipe(v.string(), v.maxLength(PACK_LIMITS.id), v.regex(/^[A-Za-z0-9-]+$/));
const https = v.pipe(v.string(), v.maxLength(PACK_LIMITS.url), v.regex(/^https:\/\//));
const language = v.pipe(v.string(), v.maxLength(PACK_LIMITS.id), v.regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/));

/** A term of the file. */
export const termSchema = v.object({
  id: v.optional(id),
  headword: form,
  forms: v.optional(v.pipe(v.array(form), v.maxLength(PACK_LIMITS.forms))),
  definition: v.optional(text),
  translation: v.optional(text),
  equivalents: v.optional(
    v.pipe(v.array(v.object({ language, text: line(PACK_LIMITS.line) })), v.maxLength(PACK_LIMITS.equivalents)),
  ),
  pinyin: v.optional(line(PACK_LIMITS.line)),
  subject: v.optional(line(PACK_LIMITS.line)),
  note: v.optional(text),
  source: v.optional(
    v.object({
      title: v.optional(line(PACK_LIMITS.line)),
      url: v.optional(https),
      quote: v.optional(text),
      date: v.optional(v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/))),
    }),
  ),
  status: v.optional(v.picklist(TERM_STATUSES)),
  use: v.optional(form),
  exactCase: v.optional(v.boolean()),
  insideWords: v.optional(v.boolean()),
});

/** The manifest of a pack file: everything but its terms. */
export const aboutSchema = v.object({
  format: v.literal(PACK_FORMAT),
  id: v.optional(id),
  title: v.optional(line(PACK_LIMITS.line)),
  languages: v.optional(v.pipe(v.array(language), v.maxLength(8))),
  revision: v.optional(line(PACK_LIMITS.line)),
  licence: v.optional(line(PACK_LIMITS.line)),
  attribution: v.optional(line(PACK_LIMITS.line)),
  homepage: v.optional(https),
  contact: v.optional(v.pipe(v.string(), v.maxLength(PACK_LIMITS.url), v.regex(/^(https:\/\/|mailto:)/))),
});

/** The whole file. Imports check it term by term, so that one bad term does not refuse the others. */
export const packFileSchema = v.object({
  ...aboutSchema.entries,
  edition: v.optional(editionSchema),
  terms: v.pipe(
    v.array(
      v.object({
        ...termSchema.entries,
        entry: v.optional(entrySchema),
      }),
    ),
    v.maxLength(PACK_LIMITS.terms),
  ),
});
