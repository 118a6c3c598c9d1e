/** Owns the ladder: how far marking goes, each rung explained. */
import { useTranslate } from '../i18n';
import { Choice } from './Field';
import type { SettingProps, ShownSettings } from './options-props';

/** The rungs: on all sites, on chosen ones, on click only. */
export type Reach = 'all' | 'chosen' | 'click';

interface Props extends Pick<SettingProps, 'settings' | 'isLocked'> {
  onReach(reach: Reach): void;
}

export function ReachChoice({ settings, isLocked, onReach }: Props) {
  const t = useTranslate();
  return (
    <Choice
      legend={t('options_reach')}
      value={reachOf(settings.sites)}
      isLocked={isLocked('sites.base')}
      onChange={onReach}
      options={(['all', 'chosen', 'click'] as const).map((value) => ({
        value,
        label: t(`options_reach_${value}`),
        hint: t(`options_reach_${value}_hint`),
      }))}
    />
  );
}

function reachOf({ base, rules }: ShownSettings['sites']): Reach {
  if (base === 'on') return 'all';
  return rules.some(({ isOn }) => isOn) ? 'chosen' : 'click';
}
