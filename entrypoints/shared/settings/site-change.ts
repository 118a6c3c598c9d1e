/** Changes of settings that say where terms are marked: one site, a rule as typed, or a whole scope. */
import { failure, ok, type Result } from '../result';
import { type PatternFault, parsePattern } from '../sites/site-pattern';
import { isSiteOn, ruleFor, type SiteRules, siteIn } from '../sites/site-rules';
import { elementValue, type Settings, type SettingValues } from './settings';

/**
 * The change that turns a site on or off: by the rule for its host or a path of it that applies, else by one for its host. A
 * rule for a host applies to all its ports, unless a port has its own rule. A rule that repeats the default is removed, so
 * that turning a site off and on leaves nothing behind.
 * @param place of `placeOf`.
 * @param isPreset whether an organisation presets the rule: such a rule can be changed, but not removed.
 */
export function siteChange(
  sites: SiteRules,
  { place, isOn }: { place: string; isOn: boolean },
  isPreset: (pattern: string) => boolean,
): SettingValues {
  if (isSiteOn(sites, place) === isOn) return {};
  const rule = ruleFor(place, sites.rules);
  const isOwn = rule !== null && !rule.pattern.startsWith('*.');
  const pattern = isOwn ? rule.pattern : siteIn(place).replace(/:\d+$/, '');
  const others = { base: sites.base, rules: sites.rules.filter((other) => other !== rule) };
  const isNeedless = isOwn && isSiteOn(others, place) === isOn && !isPreset(pattern);
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
