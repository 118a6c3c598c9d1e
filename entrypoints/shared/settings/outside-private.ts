/** Refuses changes of settings from private windows, so that nothing of them is stored. */
import { failure, type Result } from '../result';
import type { SettingsStore } from './settings-store';

/** The changes that are refused. */
export type SettingsChanges = Pick<SettingsStore, 'change' | 'setSiteEnabled' | 'forgetBroken'>;

/** The changes of `store`; each fails with `private`, without effect, if `isPrivate` resolves to true. */
export function outsidePrivate(store: SettingsChanges, isPrivate: () => Promise<boolean>): SettingsChanges {
  const unlessPrivate = async (change: () => Promise<Result<null>>) =>
    (await isPrivate()) ? failure({ kind: 'private' }) : change();
  return {
    change: (values) => unlessPrivate(() => store.change(values)),
    forgetBroken: () => unlessPrivate(() => store.forgetBroken()),
    setSiteEnabled: (place, isOn) => unlessPrivate(() => store.setSiteEnabled(place, isOn)),
  };
}
