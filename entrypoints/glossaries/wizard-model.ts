/** The state of the import wizard, and its actions: inspect a file, read it, and save it as a pack. */
import { signal } from '@preact/signals';
import { formatNumber } from '../../components/format';
import { placeText, reasonText } from '../../components/glossaries/file-words';
import type { WizardState } from '../../components/glossaries/wizard-state';
import type { Choices } from '../../glossary/exchange/contract';
import { refusedRows } from '../../glossary/exchange/refused-rows';
import { importedPackId } from '../../glossary/library/imported-packs';
import { translate } from '../shared/language/translate';
import { packStore } from '../shared/packs/reader-packs';
import { saveParts } from '../shared/save-file';
import { ImportClient } from './import-client';
import { changed, failureWords, isPrivate, say } from './packs-model';

/** Null if no file is being imported. */
export const wizard = signal<WizardState | null>(null);

const client = new ImportClient();
let file: File | null = null;
/** Whether the reader has chosen the pack, so that no guess replaces it. */
let isIntoChosen = false;
let turn = 0;

/** Begins the import of a file. */
export async function begin(chosen: File): Promise<void> {
  if (isPrivate()) return say('failed', translate('private_not_saved'));
  file = chosen;
  isIntoChosen = false;
  say('none', '');
  wizard.value = {
    fileName: chosen.name,
    choices: {},
    inspection: null,
    title: '',
    into: null,
    progress: null,
    read: null,
    fault: null,
    isSaving: false,
  };
  await inspect({});
}

/** Begins the import of a list that was pasted. */
export function beginPasted(text: string): Promise<void> {
  return begin(new File([text], translate('packs_pasted_name')));
}

/** Reads the file again by the reader's choices. */
export async function choose(choices: Choices): Promise<void> {
  await inspect(choices);
}

/** Names the pack. */
export function setTitle(title: string): void {
  update({ title });
}

/** Updates another pack, or makes a new one. */
export async function setInto(into: string | null): Promise<void> {
  isIntoChosen = true;
  update({ into });
  await readWhole(++turn);
}

/** Leaves the wizard; nothing is changed. */
export function cancel(): void {
  turn++;
  client.cancel();
  file = null;
  wizard.value = null;
}

/** Saves the pack, and leaves the wizard if that was done. */
export async function save(): Promise<void> {
  const state = wizard.value;
  if (!state?.read || state.isSaving) return;
  update({ isSaving: true });
  const mine = turn;
  const result = await client.save(state.title.trim(), state.into);
  if (mine !== turn) return;
  update({ isSaving: false });
  if (!result.ok) {
    say('failed', result.error.kind === 'no-backup' ? '' : failureWords(result.error));
    return;
  }
  cancel();
  await changed();
  say('done', translate('import_done', state.title.trim(), formatNumber(translate, result.value.count)));
}

/** Saves the refused rows as a table. */
export function saveRefused(): void {
  const { read, fileName = '' } = wizard.value ?? {};
  if (!read) return;
  saveParts(`${fileName}.${translate('import_refused_file')}.csv`, 'text/csv;charset=utf-8', [
    refusedRows(read.refused, ({ place, reason }) => [placeText(translate, place), reasonText(translate, reason)]),
  ]);
}

async function inspect(choices: Choices): Promise<void> {
  const mine = ++turn;
  if (!file) return;
  client.cancel();
  update({ choices, read: null, progress: null, fault: null });
  const outcome = await client.inspect(file, choices);
  if (mine !== turn) return;
  if (!outcome.ok) {
    update({ fault: outcome.error, inspection: null });
    return;
  }
  const { pack } = outcome.value.first;
  const title = wizard.value?.title || pack.title;
  const into = isIntoChosen ? (wizard.value?.into ?? null) : await knownPack(pack.id);
  if (mine !== turn) return;
  update({ inspection: outcome.value, title, into });
  await readWhole(mine);
}

async function readWhole(mine: number): Promise<void> {
  const state = wizard.value;
  if (!file || !state?.inspection) return;
  update({ read: null, progress: { done: 0, terms: 0, refused: 0 } });
  const outcome = await client.read(file, { choices: state.choices, into: state.into }, (progress) => {
    if (mine === turn) update({ progress });
  });
  if (mine !== turn) return;
  update(outcome.ok ? { read: outcome.value, progress: null } : { fault: outcome.error, progress: null });
}

/** The pack that a list of this id was imported as before. */
async function knownPack(id: string): Promise<string | null> {
  const records = await packStore.list().catch(() => []);
  return records.find((record) => record.id === importedPackId(id))?.id ?? null;
}

function update(change: Partial<WizardState>): void {
  if (wizard.value) wizard.value = { ...wizard.value, ...change };
}
