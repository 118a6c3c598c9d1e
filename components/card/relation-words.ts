/** Owns the words for kinds of relation, as an entry says them of another. */
import type { RelationType } from '../../glossary/pack/vocabulary';
import type { MessageKey } from '../i18n';

export const RELATION_WORDS: Record<RelationType, MessageKey> = {
  'part-of': 'relation_part_of',
  'has-part': 'relation_has_part',
  'organised-by': 'relation_organised_by',
  organises: 'relation_organises',
  'see-also': 'relation_see_also',
  contrast: 'relation_contrast',
};
