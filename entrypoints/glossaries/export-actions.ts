/** Saves packs as files: one in any format, or all imported ones in a backup. */
import { formatNumber } from '../../components/format';
import { fieldName } from '../../components/glossaries/file-words';
import type { FormatName } from '../../glossary/exchange/contract';
import { exportPack, lossesOf } from '../../glossary/exchange/export-pack';
import type { Pack } from '../../glossary/pack/pack';
import type { PackContent, PlainTerm } from '../../glossary/pack/plain-term';
import { interfaceLanguage, translate } from '../shared/language/translate';
import { loadBundledPack } from '../shared/packaged-data';
import { packStore } from '../shared/packs/reader-packs';
import { settingsStore } from '../shared/settings/reader-settings';
import { writeBackup } from './backup';
import { saveParts } from './download';
import { say } from './packs-model';

/** Saves a pack. Never rejects. */
export async function saveExport(id: string, format: FormatName): Promise<void> {
  try {
    const content = await contentOf(id);
    const file = exportPack(content, format);
    if (!file.ok) return;
    const { extension, mediaType, parts } = file.value;
    saveParts(`${content.title || content.id}.${extension}`, mediaType, parts);
    say('done', translate('packs_exported', content.title, formatNumber(translate, content.terms.length)));
  } catch (error) {
    say('failed', translate('packs_error', error instanceof Error ? error.message : String(error)));
  }
}

/** What a format cannot hold of a pack, as a sentence; '' if it holds everything. Never rejects. */
export async function describeLosses(id: string, format: FormatName): Promise<string> {
  const content = await contentOf(id).catch(() => null);
  const losses = content ? lossesOf(content, format) : [];
  if (losses.length === 0) return '';
  const named = losses.map(({ field, count }) => `${fieldName(translate, field)} (${formatNumber(translate, count)})`);
  return translate('packs_losses', named.join('、'));
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
    say('failed', translate('packs_error', error instanceof Error ? error.message : String(error)));
  }
}

async function contentOf(id: string): Promise<PackContent> {
  const [records, { packs: own }] = await Promise.all([packStore.list(), settingsStore.read()]);
  const record = records.find((one) => one.id === id);
  if (record) return { ...record.about, terms: await packStore.terms(record) };
  const plain = own.find((pack) => pack.id === id);
  if (plain) return { id, title: plain.title || translate('packs_kind_user'), terms: plain.terms };
  return contentOfBundled(await loadBundledPack(interfaceLanguage()));
}

/** The bundled pack as plain terms: definitions, English, pinyin, and the first quotation of each. */
function contentOfBundled({ manifest, terms, bulletins }: Pack): PackContent {
  const plain = terms.map((term): PlainTerm => {
    const [evidence] = term.evidence;
    const bulletin = bulletins.find(({ id }) => id === evidence?.bulletin);
    return {
      id: term.id,
      headword: term.headword,
      forms: term.forms.filter((form) => form !== term.headword),
      definition: [term.short, term.long].filter((text) => text !== '').join('\n'),
      ...(term.english && { equivalents: [{ language: 'en', text: term.english.text }] }),
      ...(term.pinyin && { pinyin: term.pinyin }),
      ...(bulletin &&
        evidence && {
          source: {
            title: bulletin.title,
            url: bulletin.originalUrl ?? '',
            quote: evidence.quote,
            date: bulletin.date,
          },
        }),
    };
  });
  return { id: manifest.id, title: manifest.title, languages: manifest.languages, terms: plain };
}
