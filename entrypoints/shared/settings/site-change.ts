/** Changes of settings that say where terms are marked: one site, a rule as typed, or a whole scope. */
import { failure, ok, type Result } from '../result';
import { type PatternFault, parsePattern } from '../sites/site-pattern';
import { isSiteOn, ruleFor, type SiteRules } from '../sites/site-rules';
import { elementValue, type Settings, type SettingValues } from './settings';

/**
 * The change that turns a site on or off. A rule for a host applies to all its ports, unless a port has its own rule. A
 * rule that repeats the default is removed, so that turning a site off and on leaves nothing behind.
 * @param site of `siteOf`.
 * @param isPreset whether an organisation presets the rule: such a rule can be changed, but not removed.
 */
export function siteChange(
  sites: SiteRules,
  { site, isOn }: { site: string; isOn: boolean },
  isPreset: (pattern: string) => boolean,
): SettingValues {
  if (isSiteOn(sites, site) === isOn) return {};
  const rule = ruleFor(site, sites.rules);
  const isOwn = rule !== null && !rule.pattern.startsWith('*.');
  const pattern = isOwn ? rule.pattern : site.replace(/:\d+$/, '');
  const others = { base: sites.base, rules: sites.rules.filter((other) => other !== rule) };
  const isNeedless = isOwn && isSiteOn(others, site) === isOn && !isPreset(pattern);
  return elementValue('rule', pattern, isNeedless ? null : isOn);
}

/** The change that adds a typed rule. */
export function typedRule(text: string, isOn: boolean): Result<SettingValues, PatternFault> {
  const pattern = parsePattern(text);
  return pattern.ok ? ok(elementValue('rule', pattern.value, isOn)) : failure(pattern.error);
}

/** The changes that set where marking happens; with `click` no site stays turned on. */
export function scopeChange({ rules }: Settings['sites'], scope: 'all' | 'chosen' | 'click'): SettingValues {
  const values: SettingValues = { 'sites.base': scope === 'all' ? 'on' : 'off' };
  const removed = scope === 'click' ? rules.filter(({ isOn }) => isOn) : [];
  return Object.assign(values, ...removed.map(({ pattern }) => elementValue('rule', pattern, 'none')));
}
