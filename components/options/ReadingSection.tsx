/** The section for how cards open and how many mentions are marked. */
import { formatNumber } from '../format';
import { useTranslate } from '../i18n';
import { Lock, Section } from './Field';
import type { SettingProps } from './options-props';
import { SettingChoice } from './SettingChoice';

interface Props extends SettingProps {
  /** Limits of the delay before a card opens. */
  restMs: { min: number; max: number };
  hasPanel: boolean;
}

/** The delay is shown only if hovering has an effect. */
export function ReadingSection({ restMs, hasPanel, ...change }: Props) {
  const t = useTranslate();
  const {
    settings: { card },
    isLocked,
    onSet,
  } = change;
  return (
    <Section id="reading" title={t('options_reading')}>
      <SettingChoice setting="card.opensBy" without={hasPanel ? null : 'panel'} {...change} />
      {(card.opensBy === 'hover' || card.opensBy === 'panel') && (
        <p class="options-range">
          <label>
            {t('options_rest')}
            <input
              type="range"
              min={restMs.min}
              max={restMs.max}
              step={50}
              value={card.restMs}
              disabled={isLocked('card.restMs')}
              onChange={(event) => onSet('card.restMs', event.currentTarget.valueAsNumber)}
            />
          </label>
          <output>{t('options_rest_ms', formatNumber(t, card.restMs))}</output>
          {isLocked('card.restMs') && <Lock />}
        </p>
      )}
      <SettingChoice setting="card.textSize" {...change} />
      <SettingChoice setting="density" {...change} />
    </Section>
  );
}
