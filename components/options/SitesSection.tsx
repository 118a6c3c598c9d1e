/** The section for where terms are marked: access level, browser permission, and rules for sites. */
import { useState } from 'preact/hooks';
import { useTranslate } from '../i18n';
import { AccessLevelChoice, type AccessLevelProps } from './AccessLevelChoice';
import { Lock, Section } from './Field';
import { FileButton } from './FileButton';
import { SiteForm } from './SiteForm';

/** Sites that the browser lets the extension read. `unknown` until the browser answers. */
export type BrowserAccess = 'all' | 'some' | 'none' | 'unknown';

/** The values that the section shows, and its actions. */
export interface SitesProps extends AccessLevelProps {
  access: BrowserAccess;
  /** @param isOn null removes the rule. */
  onSetRule(pattern: string, isOn: boolean | null): void;
  onAskAccess(): void;
  onShowAccess(): void;
  onExportRules(): void;
  onImportRules(file: File): void;
}

/** Without rules, there is nothing to export; locked rules can only be exported. */
export function SitesSection(props: SitesProps) {
  const t = useTranslate();
  const { settings, isLocked, onAccessLevel, onAddRule, onExportRules, onImportRules } = props;
  const { sites } = settings;
  return (
    <Section id="sites" title={t('options_sites')} lead={t('options_sites_lead')}>
      <AccessLevelChoice settings={settings} isLocked={isLocked} onAccessLevel={onAccessLevel} onAddRule={onAddRule} />
      <Access {...props} />
      <h3 tabIndex={-1}>{t('options_rules')}</h3>
      <p class="options-lead">{t('options_rules_lead')}</p>
      {isLocked('rule') ? <Lock /> : <AddRule {...props} />}
      <Rules {...props} />
      <p class="options-actions">
        <button type="button" disabled={sites.rules.length === 0} onClick={onExportRules}>
          {t('options_rules_export')}
        </button>
        <FileButton
          label={t('options_rules_import')}
          accept=".txt,text/plain"
          isDisabled={isLocked('rule')}
          onFile={onImportRules}
        />
      </p>
    </Section>
  );
}

function Access({ access, onAskAccess, onShowAccess }: SitesProps) {
  const t = useTranslate();
  if (access === 'unknown') return null;
  return (
    <div
      class={access === 'all' ? 'options-note' : 'options-note is-warning'}
      role={access === 'all' ? undefined : 'alert'}
    >
      <p>{t(`options_access_${access}`)}</p>
      <p class="options-actions">
        {access !== 'all' && (
          <button type="button" onClick={onAskAccess}>
            {t('options_access_ask')}
          </button>
        )}
        <button type="button" onClick={onShowAccess}>
          {t('options_access_show')}
        </button>
      </p>
    </div>
  );
}

function AddRule({ onAddRule }: SitesProps) {
  const t = useTranslate();
  const [isOn, setIsOn] = useState(false);
  return (
    <SiteForm onAdd={(text) => onAddRule(text, isOn)}>
      <label>
        {t('options_rule_what')}
        <select value={isOn ? 'on' : 'off'} onChange={(event) => setIsOn(event.currentTarget.value === 'on')}>
          <option value="off">{t('options_rule_off')}</option>
          <option value="on">{t('options_rule_on')}</option>
        </select>
      </label>
    </SiteForm>
  );
}

function Rules({ settings: { sites }, isLocked, onSetRule }: SitesProps) {
  const t = useTranslate();
  if (sites.rules.length === 0) return <p class="options-empty">{t('options_rules_empty')}</p>;
  return (
    <ul class="options-list">
      {sites.rules.map(({ pattern, isOn }) => (
        <li key={pattern}>
          <code>{pattern === 'file:' ? t('options_rule_files') : pattern}</code>
          <select
            value={isOn ? 'on' : 'off'}
            aria-label={t('options_rule_of', pattern)}
            disabled={isLocked('rule')}
            onChange={(event) => onSetRule(pattern, event.currentTarget.value === 'on')}
          >
            <option value="off">{t('options_rule_off')}</option>
            <option value="on">{t('options_rule_on')}</option>
          </select>
          <button
            type="button"
            disabled={isLocked('rule')}
            aria-label={t('options_rule_remove_of', pattern)}
            onClick={() => onSetRule(pattern, null)}
          >
            {t('options_remove')}
          </button>
        </li>
      ))}
    </ul>
  );
}
