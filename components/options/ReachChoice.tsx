/** Owns the ladder: how far marking goes, each rung explained, and where only chosen sites are marked, the way to choose. */
import { useState } from 'preact/hooks';
import { useTranslate } from '../i18n';
import { Choice } from './Field';
import type { SettingProps, ShownSettings } from './options-props';
import { SiteForm } from './SiteForm';

/** The rungs: on all sites, on chosen ones, on click only. */
export type Reach = 'all' | 'chosen' | 'click';

export interface ReachProps extends Pick<SettingProps, 'settings' | 'isLocked'> {
  onReach(reach: Reach): void;
  /** @returns what is wrong with the pattern, in words; empty where that is said elsewhere; null once it is a rule. */
  onAddRule(text: string, isOn: boolean): Promise<string | null>;
}

export function ReachChoice({ settings, isLocked, onReach, onAddRule }: ReachProps) {
  const t = useTranslate();
  // Until a site is chosen, the lower two rungs do the same and are stored as the same: which of them it is, is known here.
  const [asked, setAsked] = useState(() => reachOf(settings.sites, null));
  const reach = reachOf(settings.sites, asked);
  return (
    <>
      <Choice
        legend={t('options_reach')}
        value={reach}
        isLocked={isLocked('sites.base')}
        onChange={(next) => {
          setAsked(next);
          onReach(next);
        }}
        options={(['all', 'chosen', 'click'] as const).map((value) => ({
          value,
          label: t(`options_reach_${value}`),
          hint: t(`options_reach_${value}_hint`),
        }))}
      />
      {reach === 'chosen' && !isLocked('rule') && (
        <ChosenSites rules={settings.sites.rules} onAdd={(text) => onAddRule(text, true)} />
      )}
    </>
  );
}

interface ChosenProps {
  rules: ShownSettings['sites']['rules'];
  onAdd(text: string): Promise<string | null>;
}

function ChosenSites({ rules, onAdd }: ChosenProps) {
  const t = useTranslate();
  const chosen = rules.filter(({ isOn }) => isOn);
  return (
    <div class="options-note">
      {chosen.length === 0 ? (
        <p role="status">{t('options_chosen_none')}</p>
      ) : (
        <p class="options-chosen" role="status">
          {t('options_chosen_some')}
          {chosen.map(({ pattern }) => (
            <code key={pattern}>{pattern === 'file:' ? t('options_rule_files') : pattern}</code>
          ))}
        </p>
      )}
      <SiteForm onAdd={onAdd} />
    </div>
  );
}

function reachOf({ base, rules }: ShownSettings['sites'], asked: Reach | null): Reach {
  if (base === 'on') return 'all';
  return asked === 'chosen' || rules.some(({ isOn }) => isOn) ? 'chosen' : 'click';
}
