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

/** Types of relation: two pairs of inverse ones, then symmetric ones. */
export const RELATION_TYPES = ['part-of', 'has-part', 'organised-by', 'organises', 'see-also', 'contrast'] as const;

export type Category = (typeof CATEGORIES)[number];
export type EnglishStatus = (typeof ENGLISH_STATUSES)[number];
export type RelationType = (typeof RELATION_TYPES)[number];
