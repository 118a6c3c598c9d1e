/** Owns how far marking goes: on all sites, on chosen ones, or only where the reader clicks. */
import { elementValue, type Settings, type SettingValues } from './settings';

/** The changes that take marking to `reach`: where only a click does it, no site stays turned on. */
export function reachChange({ rules }: Settings['sites'], reach: 'all' | 'chosen' | 'click'): SettingValues {
  const values: SettingValues = { 'sites.base': reach === 'all' ? 'on' : 'off' };
  const gone = reach === 'click' ? rules.filter(({ isOn }) => isOn) : [];
  return Object.assign(values, ...gone.map(({ pattern }) => elementValue('rule', pattern, 'none')));
}
