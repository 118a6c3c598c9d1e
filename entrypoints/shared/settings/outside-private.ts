/** Owns that a private window changes no settings: what is done in one is written nowhere. */
import { failure, type Result } from '../result';
import type { SettingsStore } from './settings-store';

export type SettingsChanges = Pick<SettingsStore, 'change' | 'turnSite' | 'forgetBroken'>;

/** The changes of `store`; while `isPrivate`, each fails with `private`, with nothing changed. */
export function outsidePrivate(store: SettingsChanges, isPrivate: () => Promise<boolean>): SettingsChanges {
  const unlessPrivate = async (change: () => Promise<Result<null>>) =>
    (await isPrivate()) ? failure({ kind: 'private' }) : change();
  return {
    change: (values) => unlessPrivate(() => store.change(values)),
    forgetBroken: () => unlessPrivate(() => store.forgetBroken()),
    turnSite: (site, isOn) => unlessPrivate(() => store.turnSite(site, isOn)),
  };
}
