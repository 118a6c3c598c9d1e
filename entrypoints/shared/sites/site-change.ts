/** Owns turning one site on or off: which rule to add, to change or to take away. */
import { elementValue, type SettingValues } from '../settings/settings';
import { isSiteOn, ruleFor, type SiteRules } from './site-rules';

/**
 * The change after which terms are marked on `site` as asked. A rule for the host holds on all its ports, unless one of
 * them has its own. Where what holds without the host's own rule is what is asked for, the rule goes, so that turning
 * off and on again leaves nothing.
 * @param isPreset whether an organisation gave the rule: such a one can be changed, not taken away.
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
