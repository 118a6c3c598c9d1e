/** Saves packs as files: one in any format, or all imported ones in a backup. */
import { formatNumber } from '../../components/format';
import { errorMessage } from '../../glossary/error-message';
import type { FormatName } from '../../glossary/exchange/contract';
import { type Loss, lossesOf } from '../../glossary/exchange/export-pack';
import { plainTermOf } from '../../glossary/library/plain-term-of';
import type { PackContent, PlainTerm } from '../../glossary/pack/plain-term';
import { interfaceLanguage, translate } from '../shared/language/translate';
import { loadBundledPack } from '../shared/packaged-data';
import { packStore } from '../shared/packs/reader-packs';
import { saveParts, saveTerms } from '../shared/save-file';
import { settingsStore } from '../shared/settings/reader-settings';
import { writeBackup } from './backup';
import { say } from './packs-model';

/** All terms of a pack, as they are exported. */
export async function termsOf(id: string): Promise<readonly PlainTerm[]> {
  return (await contentOf(id)).terms;
}

/** Saves a pack. @param places of the terms that are saved; null: all. Never rejects. */
export async function saveExport(id: string, format: FormatName, places: readonly number[] | null): Promise<void> {
  try {
    const content = await contentOf(id, places);
    saveTerms(content, format);
    say('done', translate('packs_exported', content.title, formatNumber(translate, content.terms.length)));
  } catch (error) {
    say('failed', translate('packs_error', errorMessage(error)));
  }
}

/** Fields of a pack that a format cannot hold. Never rejects. */
export async function describeLosses(
  id: string,
  format: FormatName,
  places: readonly number[] | null,
): Promise<readonly Loss[]> {
  const content = await contentOf(id, places).catch(() => null);
  return content ? lossesOf(content, format) : [];
}

/** Saves all imported packs with their settings in one file. Never rejects. */
export async function saveBackup(): Promise<void> {
  try {
    const records = await packStore.list();
    const parts: string[] = [];
    for await (const part of writeBackup(records, (record) => packStore.terms(record))) parts.push(part);
    const day = new Date().toISOString().slice(0, 10);
    saveParts(`pangzhu-${day}.json`, 'application/json', parts);
    say('done', translate('packs_backup_done', formatNumber(translate, records.length)));
  } catch (error) {
    say('failed', translate('packs_error', errorMessage(error)));
  }
}

async function contentOf(id: string, places: readonly number[] | null = null): Promise<PackContent> {
  const { terms, ...about } = await wholeContentOf(id);
  return { ...about, terms: places ? places.flatMap((place) => terms[place] ?? []) : terms };
}

async function wholeContentOf(id: string): Promise<PackContent> {
  const [records, { packs: own }] = await Promise.all([packStore.list(), settingsStore.read()]);
  const record = records.find((one) => one.id === id);
  if (record) return { ...record.about, terms: await packStore.terms(record) };
  const plain = own.find((pack) => pack.id === id);
  if (plain) return { id, title: plain.title || translate('packs_kind_user'), terms: plain.terms };
  const { manifest, terms, bulletins } = await loadBundledPack(interfaceLanguage());
  const { title, languages } = manifest;
  return { id: manifest.id, title, languages, terms: terms.map((term) => plainTermOf(term, bulletins)) };
}
