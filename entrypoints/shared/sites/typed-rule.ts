/** Owns a rule for a site as the reader types it. */
import { translate } from '../language/translate';
import { failure, ok, type Result } from '../result';
import { elementValue, type SettingValues } from '../settings/settings';
import { parsePattern } from './site-pattern';

/** The change that makes it a rule; or what is wrong with it, in words. */
export function typedRule(text: string, isOn: boolean): Result<SettingValues> {
  const pattern = parsePattern(text);
  if (!pattern.ok) return failure(translate(`options_rule_fault_${pattern.error}`, text.trim()));
  return ok(elementValue('rule', pattern.value, isOn));
}
