/** Exports, imports and resets all settings. */
import { formatNumber } from '../../components/format';
import type { DataProps } from '../../components/options/DataSection';
import { findDouble } from '../../glossary/library/same-form';
import type { PlainTerm } from '../../glossary/pack/plain-term';
import { visibleText } from '../../glossary/visible-text';
import { failureText } from '../shared/failure-words';
import { translate } from '../shared/language/translate';
import { saveText } from '../shared/save-file';
import { isLocked } from '../shared/settings/policy';
import { settingsChanges, settingsStore } from '../shared/settings/reader-settings';
import { elementsOf, type SettingValues } from '../shared/settings/settings';
import type { SetAside } from '../shared/settings/stored-settings';
import { attempt, change, feedback, load, loaded, report } from './options-model';
import { readFile } from './read-file';
import { readSettingsFile, writeSettingsFile } from './settings-file';

/** Largest file of settings; all terms and rules within the limits take less. */
const MAX_MEGABYTES = 10;

/** Actions of the section for data. @param variants as `Pack.variants`. */
export function dataActions(
  broken: readonly SetAside[],
  variants: string,
): Omit<DataProps, 'syncProblem' | 'brokenItems'> {
  return {
    onExport: () => void attempt(exportSettings),
    onImport: (file) => void attempt(() => importSettings(file, variants)),
    onReset: () => void attempt(reset),
    onExportBroken: () => saveText('pangzhu-unreadable.json', `${JSON.stringify(broken, null, 2)}\n`),
    onForgetBroken: () => void attempt(forgetBroken),
  };
}

async function exportSettings(): Promise<void> {
  saveText('pangzhu-settings.json', writeSettingsFile(await settingsStore.values()));
}

async function importSettings(file: File, variants: string): Promise<void> {
  const locked = loaded.value.name === 'ready' ? loaded.value.state.locked : new Set<string>();
  const text = await readFile(file, MAX_MEGABYTES);
  if (text === null) return;
  const read = readSettingsFile(text, (key) => isLocked(key, locked));
  if (!read.ok) {
    report('failed', translate('options_import_fault', read.where, translate(`options_import_${read.what}`)));
    return;
  }
  const count = formatNumber(translate, Object.keys(read.values).length);
  const left = formatNumber(translate, read.locked);
  const save = () =>
    change(read.values, () =>
      read.locked > 0 ? translate('options_imported_locked', count, left) : translate('options_imported', count),
    );
  const double = findDoubleIn(read.values, await settingsStore.values(), variants);
  if (!double) {
    await save();
    return;
  }
  const what = translate('options_term_double', visibleText(double.form), visibleText(double.term.headword));
  feedback.value = {
    kind: 'asked',
    text: translate('options_import_fault', `/settings/term/${double.wanted.id}`, what),
    answer: translate('options_import_anyway'),
    onAnswer: () => void save(),
  };
}

/** A term of the file that has a form of another term, of the file or stored; null for none. Terms stored as they are in the file are meant. */
function findDoubleIn(values: SettingValues, stored: Readonly<Record<string, unknown>>, variants: string) {
  const termsOf = (entries: object) =>
    elementsOf('term', new Map(Object.entries(entries))).map(([id, term]) => ({ id, ...term }));
  const isStored = ({ id, ...term }: PlainTerm) => JSON.stringify(stored[`term/${id}`]) === JSON.stringify(term);
  const news = termsOf(values).filter((term) => !isStored(term));
  return findDouble(news, termsOf({ ...stored, ...values }), variants);
}

async function forgetBroken(): Promise<void> {
  const result = await settingsChanges.forgetBroken();
  if (result.ok) await load();
  else report('failed', failureText(result.error));
}

async function reset(): Promise<void> {
  const values = await settingsStore.values();
  const locked = loaded.value.name === 'ready' ? loaded.value.state.locked : new Set<string>();
  const keys = Object.keys(values).filter((key) => !isLocked(key, locked));
  const nothing: SettingValues = Object.fromEntries(keys.map((key) => [key, null]));
  await change(nothing, () => translate('options_reset_done'));
}
