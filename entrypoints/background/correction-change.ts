/** The settings that a correction changes. */
import { contentHash } from '../../glossary/pack/content-hash';
import type { Correction } from '../shared/settings/correction';
import { elementValue, type SettingValues } from '../shared/settings/settings';

/**
 * Adds or removes a correction, and with the scope `everywhere` mutes or unmutes its entry. The same correction has the same
 * key, so that it is stored once, and its removal needs no more than its content.
 */
export function correctionChange(correction: Correction, isOn: boolean): SettingValues {
  const { entry, scope, site = '', text, start, end } = correction;
  const id = contentHash(JSON.stringify([entry, scope, site, text, start, end]));
  return {
    ...elementValue('correction', id, isOn ? correction : null),
    ...(scope === 'everywhere' && elementValue('muted', entry, isOn)),
  };
}
