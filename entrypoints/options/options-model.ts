/** The state of the options page: reads, changes and undoes settings, and reports the result. */
import { signal } from '@preact/signals';
import type { Feedback } from '../../components/options/OptionsView';
import { errorMessage } from '../../glossary/error-message';
import { failureText } from '../shared/failure-words';
import { interfaceLanguage, loadWords, translate } from '../shared/language/translate';
import { faultOf } from '../shared/result';
import { settingsChanges, settingsStore, watchSettings } from '../shared/settings/reader-settings';
import type { SettingValues } from '../shared/settings/settings';
import type { SettingsState } from '../shared/settings/stored-settings';

/** The settings, or why they are missing. */
export type Loaded =
  | { name: 'loading' }
  | { name: 'failed'; message: string }
  | { name: 'ready'; state: SettingsState };

/** The settings shown. */
export const loaded = signal<Loaded>({ name: 'loading' });
/** The message about the last action. */
export const feedback = signal<Feedback>({ kind: 'none' });
/** Counts changes of the language, after which all texts are rendered again. */
export const languageChanges = signal(0);

let undoValues: SettingValues | null = null;
/** The language shown; null at first. */
let language: SettingsState['settings']['language'] | null = null;
/** The messages of that language, being loaded. */
let words: Promise<unknown> = Promise.resolve();

/** Reads and shows the settings. Never rejects. */
export async function load(): Promise<void> {
  try {
    await show(await settingsStore.read());
  } catch (error) {
    loaded.value = { name: 'failed', message: errorMessage(error) };
  }
}

/** Follows changes of other pages and devices, as long as the page is open. */
export function follow(): void {
  watchSettings((state) => void show(state), new AbortController().signal);
}

/** Shows settings in their language. */
async function show(state: SettingsState): Promise<void> {
  const isOther = state.settings.language !== language;
  language = state.settings.language;
  if (isOther) words = loadWords();
  // A concurrent call must not use the former language either.
  await words;
  loaded.value = { name: 'ready', state };
  if (!isOther) return;
  document.documentElement.lang = interfaceLanguage();
  document.title = translate('options_title');
  languageChanges.value++;
}

/** Changes settings, and reports the success or the failure. Never rejects. @returns whether it succeeded. */
export async function change(values: SettingValues, done?: () => string): Promise<boolean> {
  const isDone = (await attempt(() => changeStored(values, done))) ?? false;
  if (!isDone) renderAgain();
  return isDone;
}

/** Resets controls to the stored settings: a radio button changes before its value is saved. */
function renderAgain(): void {
  const page = loaded.value;
  if (page.name === 'ready') loaded.value = { ...page, state: { ...page.state } };
}

/** The result of `act`; undefined after a failure, which is reported. Never rejects. */
export async function attempt<T>(act: () => Promise<T>): Promise<T | undefined> {
  try {
    return await act();
  } catch (error) {
    report('failed', failureText(faultOf(error)));
    return undefined;
  }
}

async function changeStored(values: SettingValues, done?: () => string): Promise<boolean> {
  const before = await settingsStore.values();
  const result = await settingsChanges.change(values);
  if (!result.ok) {
    report('failed', failureText(result.error));
    return false;
  }
  await show(await settingsStore.read());
  undoValues = {};
  for (const key of Object.keys(values)) {
    Object.assign(undoValues, { [key]: before[key as keyof SettingValues] ?? null }); // It is a key of `values`.
  }
  feedback.value = { kind: 'done', text: done ? done() : translate('options_saved'), canUndo: true };
  return true;
}

/** Undoes the last change. */
export async function undo(): Promise<void> {
  const values = undoValues;
  undoValues = null;
  if (values && (await change(values))) report('done', translate('options_undone'));
}

/** Shows a message about an action. */
export function report(kind: 'done' | 'failed', text: string): void {
  feedback.value = kind === 'done' ? { kind, text, canUndo: false } : { kind, text };
}
