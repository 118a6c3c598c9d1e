/** Loads the pack of a bulletin: the bundled one, or an edited pack that the reader follows. */
import finderData from 'virtual:pangzhu/finder';
import { createFinder, type Finder } from '../../glossary/find/finder';
import { jsonOf } from '../../glossary/json-of';
import { BUNDLED_PACK, partsOf } from '../../glossary/library/entry-name';
import { Library } from '../../glossary/library/library';
import type { FinderData } from '../../glossary/pack/finder-data';
import type { Pack } from '../../glossary/pack/pack';
import { loadBundledPack } from '../shared/packaged-data';
import { editedPack, packStore } from '../shared/packs/reader-packs';

/** A pack as a library, and the finder of its terms. */
export interface BulletinPack {
  library: Library;
  finder: Finder;
}

/**
 * The pack that a bulletin's name begins with; the bundled one for any other.
 * @param language of `interfaceLanguage`. @throws if the bundled pack cannot be read.
 */
export async function loadBulletinPack(bulletin: string, language: string): Promise<BulletinPack> {
  const id = partsOf(bulletin).pack || BUNDLED_PACK;
  const record = (await storedPacks()).find((one) => one.id === id);
  const [edited, tables] = record ? await Promise.all([editedPack(record, language), packStore.tables(record)]) : [];
  const data = edited && tables && (jsonOf(new TextDecoder().decode(tables)) as FinderData | undefined);
  if (edited && data) return { library: new Library([edited]), finder: createFinder(data) };
  return { library: new Library([await loadBundledPack(language)]), finder: createFinder(finderData) };
}

/**
 * All packs with bulletins: the bundled one, then those that the reader follows.
 * @param language of `interfaceLanguage`. @throws if the bundled pack cannot be read; others that cannot are left out.
 */
export async function loadPacksWithBulletins(language: string): Promise<Pack[]> {
  const followed = (await storedPacks()).filter(({ id }) => id !== BUNDLED_PACK);
  const edited = followed.map((record) => editedPack(record, language).catch(() => null));
  const packs = await Promise.all([loadBundledPack(language), ...edited]);
  return packs.flatMap((pack) => (pack && pack.bulletins.length > 0 ? [pack] : []));
}

async function storedPacks() {
  return packStore.listAll().catch(() => []);
}
