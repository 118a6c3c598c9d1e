/**
 * Reads imported packs for those who cannot read the database: tables for tabs, terms for extension pages in private windows
 * of Firefox.
 */
import browser, { type Runtime } from 'webextension-polyfill';
import { BUNDLED_PACK } from '../../glossary/library/entry-name';
import { importedSegment } from '../../glossary/library/imported-packs';
import type { PackTablesText } from '../shared/messages';
import { listPacks, packStore } from '../shared/packs/reader-packs';
import { answerQuestion, isPackQuestion } from '../shared/packs/remote-pack-store';
import { toBase64 } from '../shared/page/imported-packs';

/** The tables of packs that are on, by id, in the reader's order; packs that are not there are left out. */
export async function tablesOf(ids: readonly string[]): Promise<PackTablesText[]> {
  const stored = (await listPacks()).map((record, place) => ({ record, segment: importedSegment(place) }));
  const bundled = (await packStore.listAll()).filter(({ id }) => id === BUNDLED_PACK);
  const wanted = [...stored, ...bundled.map((record) => ({ record, segment: 0 }))];
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
export function answerPrivatePage(message: unknown, { url }: Runtime.MessageSender): Promise<unknown> | undefined {
  if (!import.meta.env.FIREFOX || !isPackQuestion(message)) return undefined;
  return url?.startsWith(browser.runtime.getURL('')) ? answerQuestion(packStore, message) : undefined;
}
