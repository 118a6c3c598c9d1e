/**
 * Schema of the parts of a pack file that only edited glossaries have: evidence and its bulletins, relations, dates, conditions
 * of forms, Traditional texts. Readers of plain terms ignore them.
 */
import * as v from 'valibot';
import { PACK_LIMITS } from '../pack/plain-term';
import { CATEGORIES, ENGLISH_STATUSES, RELATION_TYPES } from '../pack/vocabulary';
import { removeControls } from './clean-text';

/** Lists in a term, and passages of a bulletin. */
const MAX_LIST = 500;
const MAX_PASSAGES = 20_000;

/** Text that is shown as it is: with characters that a term may not have, the whole file is refused. */
const shown = (max: number) =>
  v.pipe(
    v.string(),
    v.maxLength(max),
    v.check((text) => removeControls(text) === text, 'has control characters'),
  );
const line = shown(PACK_LIMITS.line);
const text = shown(PACK_LIMITS.text);
const id = v.pipe(v.string(), v.maxLength(PACK_LIMITS.id), v.regex(/^[A-Za-z0-9-]+$/));
const https = v.pipe(v.string(), v.maxLength(PACK_LIMITS.url), v.regex(/^https:\/\//));
const date = v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/));
const script = v.picklist(['zh-Hans', 'zh-Hant']);
const index = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const listOf = <const S extends v.GenericSchema>(item: S) => v.pipe(v.array(item), v.maxLength(MAX_LIST));
const words = listOf(line);
const passage = v.object({ bulletin: id, passage: id });
const moment = v.object({ from: date, to: v.nullable(date), what: line, passage: v.nullable(passage) });
const list = v.nullable(v.object({ title: line, items: words, source: line }));
const fullText = v.nullable(v.object({ title: line, text, source: line }));

/** As `FormRules`. */
const formSchema = v.object({
  text: shown(PACK_LIMITS.form),
  exactCase: v.optional(v.boolean()),
  insideWords: v.optional(v.boolean()),
  quoted: v.optional(v.boolean()),
  notBefore: v.optional(words),
  notAfter: v.optional(words),
  restsAfter: v.optional(words),
  restsBefore: v.optional(words),
  standsBefore: v.optional(words),
  standsAfter: v.optional(words),
  needs: v.optional(
    v.object({
      near: v.optional(words),
      page: v.optional(words),
      entries: v.optional(listOf(id)),
      quoted: v.optional(v.literal(true)),
      settings: v.optional(listOf(id)),
    }),
  ),
  unless: v.optional(v.object({ near: v.optional(words), page: v.optional(words) })),
  settings: v.optional(listOf(id)),
});

/** The texts of a term in the other script, as `PackWords` has them. */
const termWordsSchema = v.object({
  headword: line,
  forms: words,
  short: text,
  long: text,
  when: listOf(moment),
  list,
  fullText,
  inferred: v.nullable(line),
});

/** Fields of `Term` that a plain term cannot hold, with the same names and meanings. */
export const entrySchema = v.object({
  script: v.union([script, v.literal('')]),
  category: v.nullable(v.picklist(CATEGORIES)),
  english: v.nullable(v.object({ text: line, status: v.picklist(ENGLISH_STATUSES) })),
  asOf: v.nullable(date),
  when: listOf(moment),
  evidence: listOf(v.object({ ...passage.entries, quote: text, emphasis: v.tuple([index, index]) })),
  list,
  fullText,
  inferred: v.nullable(line),
  relations: listOf(v.object({ type: v.picklist(RELATION_TYPES), target: id })),
  reading: listOf(v.object({ title: line, url: v.union([https, v.literal('')]) })),
  facts: v.optional(listOf(v.object({ title: line, date: v.nullable(date), url: v.nullable(https) }))),
  updated: v.optional(date),
  keys: v.object({ syllables: listOf(listOf(shown(16))), numerals: listOf(shown(PACK_LIMITS.form)) }),
  /** Forms with the conditions by which they are found. */
  found: listOf(formSchema),
  traditional: v.optional(termWordsSchema),
});

/** As `Bulletin`, with its texts in the other script. */
export const bulletinSchema = v.object({
  id,
  title: line,
  titleStatus: v.picklist(['received', 'given']),
  titleScript: script,
  signer: line,
  date,
  originalUrl: v.nullable(https),
  note: v.nullable(text),
  script,
  paragraphs: v.pipe(v.array(listOf(v.object({ id, text }))), v.maxLength(MAX_PASSAGES)),
  traditional: v.optional(v.object({ title: line, note: v.nullable(text) })),
});

/** The content of an edited pack besides its terms. */
export const editionSchema = v.object({
  bulletins: listOf(bulletinSchema),
  /** Longer, different things that contain a form. */
  exclusions: v.pipe(v.array(v.object({ text: shown(PACK_LIMITS.form) })), v.maxLength(MAX_PASSAGES)),
  /** As `NamedSetting`. */
  settings: listOf(v.object({ id, home: words, away: words, simplified: v.optional(v.literal(true)) })),
  /** As `Pack.variants`. */
  variants: v.pipe(v.string(), v.maxLength(MAX_PASSAGES)),
});
