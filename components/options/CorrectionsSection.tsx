/** The section for corrections: marks that the reader said to be wrong. */
import { visibleText } from '../../glossary/visible-text';
import { useTranslate } from '../i18n';
import { Lock, Section } from './Field';

/** A correction, as it is shown. */
export interface ShownCorrection {
  id: string;
  scope: 'page' | 'site' | 'everywhere';
  /** Of the scope `site`. */
  site?: string;
  text: string;
  start: number;
  end: number;
}

interface Props {
  corrections: readonly ShownCorrection[];
  isLocked: boolean;
  onRemove(id: string): void;
  /** Saves them as a file of labelled sentences. */
  onExport(): void;
}

/** Renders nothing without corrections. */
export function CorrectionsSection({ corrections, isLocked, onRemove, onExport }: Props) {
  const t = useTranslate();
  if (corrections.length === 0) return null;
  return (
    <Section id="corrections" title={t('corrections_title')} lead={t('corrections_lead')}>
      {isLocked && <Lock />}
      <ul class="options-list">
        {corrections.map(({ id, scope, site = '', text, start, end }) => {
          const form = visibleText(text.slice(start, end));
          return (
            <li key={id}>
              <span class="options-term">
                <span>
                  {visibleText(text.slice(0, start))}
                  <strong>{form}</strong>
                  {visibleText(text.slice(end))}
                </span>
                <small>{t(`corrections_${scope}`, visibleText(site))}</small>
              </span>
              <button
                type="button"
                disabled={isLocked}
                aria-label={t('corrections_remove_of', form)}
                onClick={() => onRemove(id)}
              >
                {t('corrections_remove')}
              </button>
            </li>
          );
        })}
      </ul>
      <p class="options-actions">
        <button type="button" onClick={onExport}>
          {t('corrections_export')}
        </button>
      </p>
    </Section>
  );
}
