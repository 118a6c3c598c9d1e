/**
 * Writes the data of imported packs for content scripts (`page/imported-packs.ts`) from the database. Called after each
 * change of a pack, and when the extension starts, because it may have ended between change and call.
 */
import type { Storage } from 'webextension-polyfill';
import { joinHashedPrefilters } from '../../../glossary/find/hashed-prefilter';
import { BUNDLED_PACK } from '../../../glossary/library/entry-name';
import { IMPORTED_KEY, storedImported } from '../page/imported-packs';
import { preferencesOf } from '../page/pack-marks';
import type { PackRecord } from './pack-record';
import type { PackStore } from './pack-store';

type LocalArea = Pick<Storage.StorageArea, 'get' | 'set' | 'remove'>;

/** Writes nothing where nothing changed. */
export async function publishPacks(store: Pick<PackStore, 'listAll' | 'prefilter'>, local: LocalArea): Promise<void> {
  const stored = await store.listAll();
  const isBundled = ({ id }: PackRecord) => id === BUNDLED_PACK;
  // The bundled pack is in segment 0: it comes last, because the places of the others name their segments.
  const on = [...stored.filter((record) => record.isOn && !isBundled(record)), ...stored.filter(isBundled)];
  const { [IMPORTED_KEY]: before } = await local.get(IMPORTED_KEY);
  if (on.length === 0) {
    if (before !== undefined) await local.remove(IMPORTED_KEY);
    return;
  }
  const prefilters = await Promise.all(on.map((record) => store.prefilter(record)));
  const imported = storedImported({
    packs: on.map((record) => {
      const { isOn: _, ...marks } = preferencesOf(record);
      return { id: record.id, revision: record.revision, ...marks };
    }),
    prefilter: joinHashedPrefilters(prefilters.filter((prefilter) => prefilter !== null)),
  });
  if (JSON.stringify(imported) !== JSON.stringify(before)) await local.set({ [IMPORTED_KEY]: imported });
}
