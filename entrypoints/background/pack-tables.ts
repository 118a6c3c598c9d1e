/** Gives tabs the tables of imported packs, and pages in private windows of Firefox their terms: neither can read the database. */
import browser, { type Runtime } from 'webextension-polyfill';
import { importedSegment } from '../../glossary/library/imported-packs';
import type { PackTablesText } from '../shared/messages';
import { isPackQuestion, lend } from '../shared/packs/lent-packs';
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

/** The answer to an extension page in a private window of Firefox; undefined for other messages. */
export function lendPacks(message: unknown, { url }: Runtime.MessageSender): Promise<unknown> | undefined {
  if (!import.meta.env.FIREFOX || !isPackQuestion(message)) return undefined;
  return url?.startsWith(browser.runtime.getURL('')) ? lend(packStore, message) : undefined;
}
