/** Fixed values in packs: categories, types of relation, status of an English name. */

/** Categories of entries, in the order shown. Their labels are in `_locales` (`category_*`). */
export const CATEGORIES = [
  'organisation',
  'person',
  'meeting',
  'event',
  'project',
  'honour',
  'publication',
  'plan',
  'institution',
  'phrase',
  'concept',
] as const;

/** Status of an English name: used by the body itself, in common use, or the editor's translation. */
export const ENGLISH_STATUSES = ['official', 'common', 'descriptive'] as const;

/**
 * Types of relation between two entries: pairs of inverse ones, then symmetric ones.
 * `kind-of` leads to the general term, `organised-by` to who holds an event or runs a project, `promoted-by` to who
 * advances an idea or a practice.
 */
export const RELATION_TYPES = [
  'kind-of',
  'has-kind',
  'part-of',
  'has-part',
  'organised-by',
  'organises',
  'promoted-by',
  'promotes',
  'see-also',
  'contrast',
] as const;

export type Category = (typeof CATEGORIES)[number];
export type EnglishStatus = (typeof ENGLISH_STATUSES)[number];
export type RelationType = (typeof RELATION_TYPES)[number];
