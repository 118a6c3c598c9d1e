/** Compiles packs again after an update of the extension. */
import { COMPILER } from '../../glossary/library/imported-packs';
import type { Folding } from '../../glossary/pack/folding';
import { compileFollowed } from '../shared/follow/edition';
import { unpackText } from '../shared/follow/pack-bytes';
import { packStore } from '../shared/packs/reader-packs';

/**
 * Compiles packs again that another version of the extension compiled, one after the other: what pages get of them would be
 * refused. In slices, so that the worker answers tabs meanwhile. @param loadFolding is called if there are any.
 */
export async function recompilePacks(loadFolding: () => Promise<Folding>): Promise<void> {
  await navigator.locks.request('recompiled-packs', async () => {
    for (const record of await packStore.list()) {
      if (record.compiledBy === COMPILER) continue;
      const [terms, packed] = await Promise.all([packStore.terms(record), packStore.text(record)]);
      const text = packed && (await unpackText(packed));
      const folding = await loadFolding();
      const { compiled } = await compileFollowed(record, { terms, text }, { folding, bundled: null });
      await packStore.recompile(record, compiled);
    }
  });
}
