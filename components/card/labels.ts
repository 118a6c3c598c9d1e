/** Messages for relations between entries, and for the reasons of mentions. */
import type { NamedReason } from '../../glossary/find/named-reason';
import type { RelationType } from '../../glossary/pack/vocabulary';
import type { MessageKey, Translate } from '../i18n';

/** The relation of the shown entry to another. */
export const RELATION_LABELS: Record<RelationType, MessageKey> = {
  'kind-of': 'relation_kind_of',
  'has-kind': 'relation_has_kind',
  'part-of': 'relation_part_of',
  'has-part': 'relation_has_part',
  'organised-by': 'relation_organised_by',
  organises: 'relation_organises',
  'promoted-by': 'relation_promoted_by',
  promotes: 'relation_promotes',
  'see-also': 'relation_see_also',
  contrast: 'relation_contrast',
};

/** Says why a mention was recognised in its sense; null where its spelling alone decides. */
export function describeReason(t: Translate, reason: NamedReason): string | null {
  if (reason.kind === 'form') return null;
  return 'what' in reason ? t(`reason_${reason.kind}`, reason.what) : t(`reason_${reason.kind}`);
}
