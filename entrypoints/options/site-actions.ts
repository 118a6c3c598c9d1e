/** Actions of the section for sites: access level, rules, browser access. */
import { signal } from '@preact/signals';
import { formatNumber } from '../../components/format';
import type { BrowserAccess, SitesProps } from '../../components/options/SitesSection';
import { translate } from '../shared/language/translate';
import { saveText } from '../shared/save-file';
import { elementValue, type Settings } from '../shared/settings/settings';
import { scopeChange, typedRule } from '../shared/settings/site-change';
import { askSiteAccess, openAccessPage, readSiteAccess, watchSiteAccess } from '../shared/sites/site-access';
import { change, report } from './options-model';
import { readFile } from './read-file';
import { readRulesFile, writeRulesFile } from './rules-file';

/** Largest file of rules; all rules within the limit take less, with a comment for each. */
const MAX_MEGABYTES = 1;

/** The browser's site access. */
export const access = signal<BrowserAccess>('unknown');

/** Reads the access now and after each change, as long as the page is open. */
export function watchAccess(): void {
  const read = () => {
    void readSiteAccess().then((found) => {
      access.value = found;
    });
  };
  watchSiteAccess(read, new AbortController().signal);
  read();
}

/** The actions for the current rules. */
export function siteActions(sites: Settings['sites']): Omit<SitesProps, 'settings' | 'isLocked' | 'access'> {
  return {
    onAccessLevel: (level) => change(scopeChange(sites, level)),
    onAddRule: async (text, isOn) => {
      const rule = typedRule(text, isOn);
      if (!rule.ok) return translate(`options_rule_fault_${rule.error}`, text.trim());
      // Failures of saving are reported at the usual place.
      return (await change(rule.value)) ? null : '';
    },
    onSetRule: (pattern, isOn) => void change(elementValue('rule', pattern, isOn ?? 'none')),
    onAskAccess: () =>
      void askSiteAccess().then(
        (isGiven) => report('done', translate(isGiven ? 'options_access_given' : 'options_access_refused')),
        (error: unknown) => report('failed', translate('options_failed', String(error))),
      ),
    onShowAccess: () =>
      void openAccessPage().then((isOpen) => {
        if (!isOpen) report('done', translate('options_access_firefox'));
      }),
    onExportRules: () => saveText('pangzhu-sites.txt', writeRulesFile(sites.rules)),
    onImportRules: (file) => void importRules(file),
  };
}

async function importRules(file: File): Promise<void> {
  const text = await readFile(file, MAX_MEGABYTES);
  if (text === null) return;
  const read = readRulesFile(text);
  const shown = (count: number) => formatNumber(translate, count);
  if (read.ok) await change(read.values, () => translate('options_rules_imported', shown(read.count)));
  else report('failed', translate('options_rules_fault', shown(read.line), read.text));
}
