/** Owns what the options page knows and does: reads, changes, takes back, and says what became of it. */
import { signal } from '@preact/signals';
import type { Feedback } from '../../components/options/OptionsView';
import { failureText } from '../shared/failure-words';
import { interfaceLanguage, loadWords, translate } from '../shared/language/translate';
import { faultOf } from '../shared/result';
import { settingsChanges, settingsStore, watchSettings } from '../shared/settings/reader-settings';
import type { SettingValues } from '../shared/settings/settings';
import type { SettingsState } from '../shared/settings/stored-settings';

export type Loaded =
  | { name: 'loading' }
  | { name: 'failed'; message: string }
  | { name: 'ready'; state: SettingsState };

export const loaded = signal<Loaded>({ name: 'loading' });
export const feedback = signal<Feedback>({ kind: 'none' });
/** Raised when the words changed, so that all of them are drawn again. */
export const wordsTurn = signal(0);

let takeBack: SettingValues | null = null;
/** Whose words are shown; null before the first. */
let language: SettingsState['settings']['language'] | null = null;

export async function load(): Promise<void> {
  try {
    await take(await settingsStore.read());
  } catch (error) {
    loaded.value = { name: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}

/** Follows changes made elsewhere, as long as the page is there. */
export function follow(): void {
  watchSettings((state) => void take(state), new AbortController().signal);
}

/** Shows the settings, in the words of the language they name. */
async function take(state: SettingsState): Promise<void> {
  const isOther = state.settings.language !== language;
  language = state.settings.language;
  if (isOther) await loadWords();
  loaded.value = { name: 'ready', state };
  if (!isOther) return;
  document.documentElement.lang = interfaceLanguage();
  document.title = translate('options_title');
  wordsTurn.value++;
}

/** Changes settings and says so, or why not. Never rejects. @returns whether it was done. */
export async function change(values: SettingValues, done?: () => string): Promise<boolean> {
  const isDone = (await attempt(() => changeStored(values, done))) ?? false;
  if (!isDone) drawAgain();
  return isDone;
}

/** Takes the controls back to what holds: a radio button shows the reader's choice before anybody kept it. */
function drawAgain(): void {
  const page = loaded.value;
  if (page.name === 'ready') loaded.value = { ...page, state: { ...page.state } };
}

/** What `act` gives; nothing where it fails, which is said to the reader. Never rejects. */
export async function attempt<T>(act: () => Promise<T>): Promise<T | undefined> {
  try {
    return await act();
  } catch (error) {
    say('failed', failureText(faultOf(error)));
    return undefined;
  }
}

async function changeStored(values: SettingValues, done?: () => string): Promise<boolean> {
  const before = await settingsStore.values();
  const result = await settingsChanges.change(values);
  if (!result.ok) {
    say('failed', failureText(result.error));
    return false;
  }
  await take(await settingsStore.read());
  takeBack = {};
  for (const key of Object.keys(values)) {
    Object.assign(takeBack, { [key]: before[key as keyof SettingValues] ?? null }); // A key of `values` is one of them.
  }
  feedback.value = { kind: 'done', text: done ? done() : translate('options_saved'), canUndo: true };
  return true;
}

export async function undo(): Promise<void> {
  const values = takeBack;
  takeBack = null;
  if (values && (await change(values))) say('done', translate('options_undone'));
}

export function say(kind: 'done' | 'failed', text: string): void {
  feedback.value = kind === 'done' ? { kind, text, canUndo: false } : { kind, text };
}
