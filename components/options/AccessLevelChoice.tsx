/** The choice of an access level: where terms are marked. At `chosen`, a form adds sites. */
import { useState } from 'preact/hooks';
import { useTranslate } from '../i18n';
import { Choice } from './Field';
import type { SettingProps, ShownSettings } from './options-props';
import { SiteForm } from './SiteForm';

/** Marks on all sites, on chosen sites, or on a page only by a click. */
export type AccessLevel = 'all' | 'chosen' | 'click';

/** The values that the choice shows, and its actions. */
export interface AccessLevelProps extends Pick<SettingProps, 'settings' | 'isLocked'> {
  /** Resolves when the level has been saved and `settings` has it, or when that failed. */
  onAccessLevel(level: AccessLevel): Promise<unknown>;
  /** @returns an error message; empty if it is shown elsewhere; null on success. */
  onAddRule(text: string, isOn: boolean): Promise<string | null>;
}

/**
 * Keeps the level `chosen` selected while no site is chosen, although the settings are those of `click`. Shows a level that
 * is being saved, so that it does not fall back to the saved one in between.
 */
export function AccessLevelChoice({ settings, isLocked, onAccessLevel, onAddRule }: AccessLevelProps) {
  const t = useTranslate();
  const [selected, setSelected] = useState(() => levelOf(settings.sites, null));
  const [saving, setSaving] = useState<AccessLevel | null>(null);
  const level = saving ?? levelOf(settings.sites, selected);
  return (
    <>
      <Choice
        legend={t('options_scope')}
        value={level}
        isLocked={isLocked('sites.base')}
        onChange={(next) => {
          setSelected(next);
          setSaving(next);
          // A later choice may be in the course of being saved.
          void onAccessLevel(next).finally(() => setSaving((current) => (current === next ? null : current)));
        }}
        options={(['all', 'chosen', 'click'] as const).map((value) => ({
          value,
          label: t(`options_scope_${value}`),
          description: t(`options_scope_${value}_hint`),
        }))}
      />
      {level === 'chosen' && !isLocked('rule') && (
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

function levelOf({ base, rules }: ShownSettings['sites'], selected: AccessLevel | null): AccessLevel {
  if (base === 'on') return 'all';
  return selected === 'chosen' || rules.some(({ isOn }) => isOn) ? 'chosen' : 'click';
}
