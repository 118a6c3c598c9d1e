/** Owns what the options page does for sites: reach, rules, access. */
import { signal } from '@preact/signals';
import { formatNumber } from '../../components/format';
import type { BrowserAccess, SitesProps } from '../../components/options/SitesSection';
import { translate } from '../shared/language/translate';
import { elementValue, type Settings } from '../shared/settings/settings';
import { scopeChange, typedRule } from '../shared/settings/site-change';
import { askSiteAccess, openAccessPage, readSiteAccess, watchSiteAccess } from '../shared/sites/site-access';
import { download } from './download';
import { change, say } from './options-model';
import { readFile } from './read-file';
import { readRulesFile, writeRulesFile } from './rules-file';

/** Of the file of rules: all rules there may be take less, with a remark to each. */
const MAX_MEGABYTES = 1;

export const access = signal<BrowserAccess>('unknown');

export function watchAccess(): void {
  const read = () => {
    void readSiteAccess().then((found) => {
      access.value = found;
    });
  };
  watchSiteAccess(read, new AbortController().signal);
  read();
}

export function siteActions(sites: Settings['sites']): Omit<SitesProps, 'settings' | 'isLocked' | 'access'> {
  return {
    onAccessLevel: (level) => {
      void change(scopeChange(sites, level));
    },
    onAddRule: async (text, isOn) => {
      const rule = typedRule(text, isOn);
      if (!rule.ok) return translate(`options_rule_fault_${rule.error}`, text.trim());
      // The message of what failed stands where all such messages do.
      return (await change(rule.value)) ? null : '';
    },
    onSetRule: (pattern, isOn) => void change(elementValue('rule', pattern, isOn ?? 'none')),
    onAskAccess: () =>
      void askSiteAccess().then(
        (isGiven) => say('done', translate(isGiven ? 'options_access_given' : 'options_access_refused')),
        (error: unknown) => say('failed', translate('options_failed', String(error))),
      ),
    onShowAccess: () =>
      void openAccessPage().then((isOpen) => {
        if (!isOpen) say('done', translate('options_access_firefox'));
      }),
    onExportRules: () => download('pangzhu-sites.txt', writeRulesFile(sites.rules)),
    onImportRules: (file) => void importRules(file),
  };
}

async function importRules(file: File): Promise<void> {
  const text = await readFile(file, MAX_MEGABYTES);
  if (text === null) return;
  const read = readRulesFile(text);
  const shown = (count: number) => formatNumber(translate, count);
  if (read.ok) await change(read.values, () => translate('options_rules_imported', shown(read.count)));
  else say('failed', translate('options_rules_fault', shown(read.line), read.text));
}
