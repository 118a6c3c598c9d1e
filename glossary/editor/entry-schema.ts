/**
 * Schema of an entry as editors write it (YAML in `glossary/entries/`). `glossary/README.md` documents every field for
 * editors; change both together.
 */
import * as v from 'valibot';
import { isDate } from '../pack/iso-date';
import { CATEGORIES, ENGLISH_STATUSES, RELATION_TYPES } from '../pack/vocabulary';
import { readerAddress } from '../reader-address';

const MAX_SHORT = 60;
const MAX_LONG = 240;
const MAX_WHAT = 24;
/** In UTF-16 units; limits the work of the finder at one position. */
const MAX_FORM = 64;

const text = (max: number) =>
  v.pipe(
    v.string(),
    v.nonEmpty('must not be empty'),
    v.maxLength(max, (issue) => `is ${issue.input.length} characters long, the limit is ${max}`),
    v.check((value) => value === value.trim(), 'must not begin or end with a space'),
  );
const words = v.pipe(v.array(text(MAX_FORM)), v.minLength(1, 'must not be an empty list'));
/** A date of a given shape. Code editors use the shape for completion; the calendar is checked here. */
const dateOf = (shape: RegExp, examples: string, remark = '') =>
  v.pipe(
    v.string(`must be a date such as ${examples}${remark}`),
    v.regex(shape, `must be a date such as ${examples}`),
    v.check((value) => !shape.test(value) || isDate(value), 'is in no calendar'),
  );
/** A year, a month or a day. A bare year is a number in YAML, unless it is in quotes. */
const date = dateOf(
  /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/,
  "'2021', 2021-06 or 2021-06-11",
  ' (a year in quotes)',
);
const monthOrDay = dateOf(/^\d{4}-\d{2}(-\d{2})?$/, '2021-06 or 2021-06-11');
const httpsAddress = v.pipe(
  v.string(),
  v.check((value) => readerAddress(value) !== null, 'must be an https address'),
);
const id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens'));

const settingNames = v.pipe(v.array(id), v.minLength(1, 'must not be an empty list'));

/** Conditions of which one is enough to accept a form. */
const needsSchema = v.pipe(
  v.strictObject({
    near: v.optional(words),
    page: v.optional(words),
    entries: v.optional(v.pipe(v.array(id), v.minLength(1, 'must not be an empty list'))),
    quoted: v.optional(v.literal(true, 'must be true, or left out')),
    settings: v.optional(settingNames),
  }),
  v.check((value) => Object.keys(value).length > 0, 'must have at least one of near, page, entries, quoted, settings'),
);

/** Conditions of which one is enough to reject a form. */
const unlessSchema = v.pipe(
  v.strictObject({ near: v.optional(words), page: v.optional(words) }),
  v.check((value) => Object.keys(value).length > 0, 'must have near or page'),
);

const formText = text(MAX_FORM);
const formObject = v.strictObject({
  text: formText,
  /** Length of a series: a form for each number, in place of “…”. */
  numbered: v.optional(
    v.pipe(
      v.number(),
      v.integer('must be a whole number'),
      v.minValue(2, 'must be 2 or more'),
      v.maxValue(99, 'must be 99 or less'),
    ),
  ),
  exactCase: v.optional(v.boolean()),
  quoted: v.optional(v.boolean()),
  /** The entry has namesakes in provinces and below: not after the name of one. */
  national: v.optional(v.literal(true, 'must be true, or left out')),
  /** Streets, schools and firms are named after it: not before a word for such a thing. */
  namesakes: v.optional(v.literal(true, 'must be true, or left out')),
  /** The form is a verb too: not beside the words that go with one. */
  verb: v.optional(v.literal(true, 'must be true, or left out')),
  /** Names a single thing: not after words that count things or point at them. */
  unique: v.optional(v.literal(true, 'must be true, or left out')),
  notBefore: v.optional(words),
  notAfter: v.optional(words),
  notIn: v.optional(words),
  standsBefore: v.optional(words),
  standsAfter: v.optional(words),
  needs: v.optional(needsSchema),
  unless: v.optional(unlessSchema),
  settings: v.optional(settingNames),
});
const formSchema = v.pipe(
  formObject,
  v.check(
    ({ text: form, numbered }) => numbered === undefined || form.split('…').length === 2,
    'is numbered: its text must hold one “…” for the number',
  ),
);
/** Selected by type instead of a union, so that faults inside an object are reported with their path. */
export const formOrText = v.lazy((input) => (typeof input === 'object' ? formSchema : formText));
export const FORM_KINDS = [formText, formSchema] as const;

export const entrySchema = v.strictObject({
  id,
  headword: text(MAX_FORM),
  pinyin: v.optional(text(200)),
  category: v.picklist(CATEGORIES, `must be one of ${CATEGORIES.join(', ')}`),
  short: text(MAX_SHORT),
  long: text(MAX_LONG),
  english: v.strictObject({
    text: text(160),
    status: v.picklist(ENGLISH_STATUSES, `must be one of ${ENGLISH_STATUSES.join(', ')}`),
  }),
  asOf: monthOrDay,
  when: v.optional(
    v.pipe(
      v.array(
        v.strictObject({
          from: date,
          to: v.optional(date),
          what: text(MAX_WHAT),
          bulletin: v.optional(id),
          passage: v.optional(text(20)),
        }),
      ),
      v.minLength(1, 'must not be an empty list'),
    ),
  ),
  forms: v.optional(v.array(formOrText)),
  evidence: v.pipe(
    v.array(
      v.strictObject({
        bulletin: id,
        passage: v.pipe(v.string(), v.regex(/^(p\d+s\d+|signature)$/, 'must be a passage such as p2s1, or signature')),
        quote: text(400),
      }),
    ),
    v.minLength(1, 'needs at least one quotation'),
  ),
  list: v.optional(
    v.strictObject({ title: text(60), items: v.pipe(v.array(text(120)), v.minLength(2)), source: text(200) }),
  ),
  fullText: v.optional(v.strictObject({ title: text(60), text: text(600), source: text(200) })),
  inferred: v.optional(text(120)),
  relations: v.optional(
    v.array(
      v.strictObject({ type: v.picklist(RELATION_TYPES, `must be one of ${RELATION_TYPES.join(', ')}`), target: id }),
    ),
  ),
  facts: v.optional(
    v.pipe(
      v.array(
        v.strictObject({
          title: text(120),
          date: v.optional(date),
          url: v.optional(httpsAddress),
        }),
      ),
      v.minLength(1, 'must not be an empty list'),
    ),
  ),
  updated: v.optional(monthOrDay),
  reading: v.optional(
    v.array(
      v.strictObject({
        title: text(120),
        url: httpsAddress,
      }),
    ),
  ),
});

/** A longer, different thing that contains a form. The form inside it is not marked. */
export const exclusionSchema = v.strictObject({ text: text(MAX_FORM), why: text(120) });

/** Where forms mean their entries without further evidence: words that speak for it, and for another. */
export const settingSchema = v.strictObject({
  id,
  home: words,
  away: words,
  /** A form in Traditional letters is in another setting, unless the page says that it is in Simplified Chinese. */
  simplified: v.optional(v.literal(true, 'must be true, or left out')),
});

export type SettingSource = v.InferOutput<typeof settingSchema>;
export type EntrySource = v.InferOutput<typeof entrySchema>;
export type FormSource = v.InferOutput<typeof formSchema>;
export type ExclusionSource = v.InferOutput<typeof exclusionSchema>;
