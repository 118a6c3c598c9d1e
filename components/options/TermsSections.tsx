/** The sections for muted terms and for packs of the organisation. */
import { visibleText } from '../../glossary/visible-text';
import { formatNumber } from '../format';
import { useTranslate } from '../i18n';
import { Lock, Section } from './Field';

interface MutedProps {
  /** Sorted by headword; null for an entry that no pack has any more. */
  muted: readonly { id: string; headword: string | null }[];
  isLocked: boolean;
  onUnmute(id: string): void;
}

/** Each term has a button that unmutes it. */
export function MutedSection({ muted, isLocked, onUnmute }: MutedProps) {
  const t = useTranslate();
  return (
    <Section id="muted" title={t('options_muted')} lead={t('options_muted_lead')}>
      {isLocked && <Lock />}
      {muted.length === 0 ? (
        <p class="options-empty">{t('options_muted_empty')}</p>
      ) : (
        <ul class="options-list">
          {muted.map(({ id, headword }) => (
            <li key={id}>
              {headword === null ? <code>{id}</code> : <span lang="zh-Hans">{headword}</span>}
              <button
                type="button"
                disabled={isLocked}
                aria-label={t('options_unmute_of', headword ?? id)}
                onClick={() => onUnmute(id)}
              >
                {t('options_unmute')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

interface PresetPacksProps {
  packs: readonly { id: string; title: string; count: number }[];
  bookHref: string;
  /** Whether the reader can mute single terms. */
  canMute: boolean;
}

/** Renders nothing without packs. */
export function PresetPacksSection({ packs, bookHref, canMute }: PresetPacksProps) {
  const t = useTranslate();
  if (packs.length === 0) return null;
  return (
    <Section id="packs" title={t('options_packs')} lead={t('options_packs_lead')}>
      <ul class="options-list">
        {packs.map(({ id, title, count }) => (
          <li key={id}>
            <span class="options-term">
              <strong>{visibleText(title)}</strong>
              <small>{t('options_pack_terms', formatNumber(t, count))}</small>
            </span>
          </li>
        ))}
      </ul>
      {canMute && <p class="options-lead">{t('options_packs_mute')}</p>}
      <p class="options-actions">
        <a href={bookHref}>{t('options_packs_book')}</a>
      </p>
    </Section>
  );
}
