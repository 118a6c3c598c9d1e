/** The section for how cards open and how many mentions are marked. */

import { formatNumber } from '../format';
import { useTranslate } from '../i18n';
import { Choice, Lock, Section } from './Field';
import type { SettingProps } from './options-props';

interface Props extends SettingProps {
  /** Limits of the delay before a card opens. */
  restMs: { min: number; max: number };
}

/** The delay is shown only if cards open on hover. */
export function ReadingSection({ settings: { card, density }, isLocked, onSet, restMs }: Props) {
  const t = useTranslate();
  return (
    <Section id="reading" title={t('options_reading')}>
      <Choice
        legend={t('options_opens')}
        value={card.opensBy}
        isLocked={isLocked('card.opensBy')}
        onChange={(opensBy) => onSet('card.opensBy', opensBy)}
        options={(['hover', 'click', 'keys'] as const).map((value) => ({
          value,
          label: t(`options_opens_${value}`),
          description: t(`options_opens_${value}_hint`),
        }))}
      />
      {card.opensBy === 'hover' && (
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
      <Choice
        legend={t('options_density')}
        value={density}
        isLocked={isLocked('density')}
        onChange={(value) => onSet('density', value)}
        options={(['every', 'section', 'page'] as const).map((value) => ({
          value,
          label: t(`options_density_${value}`),
        }))}
      />
    </Section>
  );
}
