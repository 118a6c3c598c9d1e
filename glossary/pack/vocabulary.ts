/** The fixed words of a pack: kinds of things explained, kinds of relation, standing of an English gloss. */

/** What kind of thing an entry explains, in the order they are shown. The labels are in `_locales` (`category_*`). */
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

/** How an English gloss stands to its subject: used by the body itself, in common use, or the editor's description. */
export const ENGLISH_STATUSES = ['official', 'common', 'descriptive'] as const;

/** Kinds of relation between two entries; the first of each pair is the inverse of the second, the rest are symmetric. */
export const RELATION_TYPES = [
  'part-of',
  'has-part',
  'kind-of',
  'has-kind',
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
