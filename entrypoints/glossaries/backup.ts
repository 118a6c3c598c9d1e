/** Reads and writes a backup: one file with all imported packs and the reader's choices for each. */
import * as v from 'valibot';
import { FORMAT_NAMES } from '../../glossary/exchange/contract';
import { isImportedPack } from '../../glossary/library/imported-packs';
import { PACK_LIMITS, type PackContent, type PlainTerm, TERM_STATUSES } from '../../glossary/pack/plain-term';
import type { PackRecord } from '../shared/packs/pack-record';
import { type PackPreferences, preferencesOf } from '../shared/page/pack-marks';
import { preferencesSchema } from '../shared/settings/pack-settings';

const FORMAT = 'pangzhu-backup/1';

/** A pack of a backup. */
export interface BackedUpPack {
  id: string;
  content: PackContent;
  file: NonNullable<PackRecord['file']>;
  preferences: PackPreferences;
}

const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{1,80}$/));
const text = v.pipe(v.string(), v.maxLength(PACK_LIMITS.text));
const form = v.pipe(v.string(), v.minLength(1), v.maxLength(PACK_LIMITS.form));
const https = v.pipe(v.string(), v.maxLength(PACK_LIMITS.url), v.regex(/^(https:\/\/.*)?$/s));

const termSchema = v.object({
  id,
  headword: form,
  forms: v.pipe(v.array(form), v.maxLength(PACK_LIMITS.forms)),
  definition: text,
  translation: v.exactOptional(text),
  equivalents: v.exactOptional(v.array(v.object({ language: v.pipe(v.string(), v.maxLength(40)), text }))),
  pinyin: v.exactOptional(text),
  subject: v.exactOptional(text),
  note: v.exactOptional(text),
  source: v.exactOptional(
    v.nullable(v.object({ title: text, url: https, quote: v.exactOptional(text), date: v.exactOptional(text) })),
  ),
  status: v.exactOptional(v.picklist(TERM_STATUSES)),
  use: v.exactOptional(form),
  exactCase: v.exactOptional(v.boolean()),
  insideWords: v.exactOptional(v.boolean()),
});

const packSchema = v.object({
  id: v.pipe(id, v.check(isImportedPack)),
  file: v.object({ name: v.string(), format: v.picklist(FORMAT_NAMES) }),
  preferences: preferencesSchema,
  content: v.object({
    id,
    title: text,
    languages: v.exactOptional(v.array(v.string())),
    revision: v.exactOptional(text),
    licence: v.exactOptional(text),
    attribution: v.exactOptional(text),
    homepage: v.exactOptional(https),
    contact: v.exactOptional(text),
    terms: v.pipe(v.array(termSchema), v.maxLength(PACK_LIMITS.terms)),
  }),
});

/** The text of a backup, in pieces. Followed packs are left out: they are fetched again. @param termsOf reads the terms of a pack. */
export async function* writeBackup(
  records: readonly PackRecord[],
  termsOf: (record: PackRecord) => Promise<readonly PlainTerm[]>,
): AsyncGenerator<string, void> {
  yield `{\n  "format": "${FORMAT}",\n  "packs": [\n`;
  const imported = records.filter(({ file }) => file !== null);
  for (const [at, record] of imported.entries()) {
    const { id: packId, about, file } = record;
    if (!file) continue;
    const content: PackContent = { ...about, terms: await termsOf(record) };
    const pack: BackedUpPack = { id: packId, file, preferences: preferencesOf(record), content };
    yield `${JSON.stringify(pack)}${at < imported.length - 1 ? ',' : ''}\n`;
  }
  yield '  ]\n}\n';
}

/** The packs of a backup; null for a damaged one, and for other texts. */
export function readBackup(backup: string): BackedUpPack[] | null {
  try {
    const value = JSON.parse(backup) as { format?: unknown; packs?: unknown } | null; // Checked below.
    if (value?.format !== FORMAT) return null;
    const packs = v.safeParse(v.array(packSchema), value.packs);
    return packs.success ? packs.output : null;
  } catch {
    return null;
  }
}
