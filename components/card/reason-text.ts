/** Owns saying why a mention was taken in its sense. */
import type { NamedReason } from '../../glossary/find/named-reason';
import type { Translate } from '../i18n';

/** In words; null where its spelling alone says so. */
export function reasonText(t: Translate, reason: NamedReason): string | null {
  if (reason.kind === 'form') return null;
  return reason.kind === 'quoted' ? t('reason_quoted') : t(`reason_${reason.kind}`, reason.what);
}
