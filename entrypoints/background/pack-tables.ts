/** Gives tabs the tables of imported packs, whose database they cannot read. */
import { importedSegment } from '../../glossary/library/imported-packs';
import type { PackTablesText } from '../shared/messages';
import { listPacks, packStore } from '../shared/packs/reader-packs';
import { toBase64 } from '../shared/page/imported-packs';

/** The tables of packs that are on, by id, in the reader's order; packs that are not there are left out. */
export async function tablesOf(ids: readonly string[]): Promise<PackTablesText[]> {
  const wanted = (await listPacks()).map((record, place) => ({ record, segment: importedSegment(place) }));
  const found = wanted
    .filter(({ record }) => ids.includes(record.id))
    .map(async ({ record, segment }): Promise<PackTablesText[]> => {
      const tables = await packStore.tables(record);
      if (!tables) return [];
      const { revision, colour, density, insideWords } = record;
      return [{ segment, revision, look: { colour, density, insideWords }, tables: toBase64(new Uint8Array(tables)) }];
    });
  return (await Promise.all(found)).flat();
}
