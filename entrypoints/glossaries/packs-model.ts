/** The state of the page of glossaries, and its actions: list, configure, move and remove packs, with feedback and undo. */
import { signal } from '@preact/signals';
import browser from 'webextension-polyfill';
import { formatNumber } from '../../components/format';
import type { ShownFollowed } from '../../components/glossaries/FollowedPack';
import type { PacksFeedback, PacksState } from '../../components/glossaries/GlossariesView';
import type { ShownPack } from '../../components/glossaries/shown-pack';
import { errorMessage } from '../../glossary/error-message';
import type { Followed } from '../../glossary/follow/followed';
import { BUNDLED_PACK } from '../../glossary/library/entry-name';
import { isStoredPack, MAX_IMPORTED_PACKS } from '../../glossary/library/imported-packs';
import { visibleText } from '../../glossary/visible-text';
import { failureText } from '../shared/failure-words';
import { interfaceLanguage, translate } from '../shared/language/translate';
import { loadBundledPack } from '../shared/packaged-data';
import type { PackRecord } from '../shared/packs/pack-record';
import { packStore, publishReaderPacks } from '../shared/packs/reader-packs';
import { NEW_PREFERENCES, type PackPreferences, preferencesOf } from '../shared/page/pack-marks';
import type { PackFailure, Result } from '../shared/result';
import { isLocked } from '../shared/settings/policy';
import { settingsStore } from '../shared/settings/reader-settings';
import { elementValue } from '../shared/settings/settings';
import type { SettingsState } from '../shared/settings/stored-settings';
import { parsePattern } from '../shared/sites/site-pattern';
import { EVERYWHERE, type SiteRules } from '../shared/sites/site-rules';

export const packs = signal<PacksState>({ name: 'loading' });
export const feedback = signal<PacksFeedback>({ kind: 'none', text: '', canUndo: false });

/** Followed packs that are being checked, by id. */
export const checking = signal<ReadonlySet<string>>(new Set());
/** What is shown of followed packs, by id: what the reader consents to. */
export let shownFollowed: ReadonlyMap<string, Followed> = new Map();

let takeBack: (() => Promise<Result<null, PackFailure>>) | null = null;

/** Age from which removed packs are deleted for good when the page opens, in ms. */
const PURGE_MS = 60_000;

/** Whether the page is in a private window, from which nothing is stored. */
export function isPrivate(): boolean {
  return browser.extension.inIncognitoContext ?? false;
}

/** Reads the packs, or reads them again. Never rejects. */
export async function load(): Promise<void> {
  try {
    const [bundled, state, records] = await Promise.all([
      loadBundledPack(interfaceLanguage()),
      settingsStore.read(),
      packStore.list(),
    ]);
    const later = (await packStore.listAll()).find(({ id }) => id === BUNDLED_PACK);
    const shown: ShownPack[] = [
      ...state.packs.map(({ terms, ...pack }) => settingPack({ ...pack, count: terms.length }, state)),
      ...(await Promise.all(records.map(storedPack))),
      {
        ...settingPack({ ...bundled.manifest, kind: 'bundled' }, state),
        followed: later ? await followedState(later) : null,
      },
    ];
    shownFollowed = new Map(
      [...records, ...(later ? [later] : [])].flatMap(({ id, followed }) => (followed ? [[id, followed]] : [])),
    );
    packs.value = { name: 'ready', packs: shown };
  } catch (error) {
    packs.value = { name: 'failed', message: errorMessage(error) };
  }
}

/** Deletes packs that were removed on an earlier visit. Never rejects. */
export async function forgetRemoved(): Promise<void> {
  if (!isPrivate()) await packStore.purge(Date.now() - PURGE_MS);
}

/** A pack whose choices are settings: all but imported packs. */
function settingPack(
  { id, title, kind, count }: Pick<ShownPack, 'id' | 'title' | 'kind' | 'count'>,
  { settings, locked }: Pick<SettingsState, 'settings' | 'locked'>,
): ShownPack {
  const choices = settings.packs[id] ?? NEW_PREFERENCES;
  const isSet = isLocked(`pack/${id}`, locked);
  return {
    id,
    title,
    kind,
    count,
    licence: null,
    attribution: '',
    homepage: '',
    choices,
    isLocked: isSet,
    imported: null,
    followed: null,
  };
}

async function storedPack(record: PackRecord): Promise<ShownPack> {
  const { id, about, count, file, updatedMs } = record;
  const { title, licence = null, attribution = '', homepage = '' } = about;
  const kind = record.followed ? 'followed' : 'imported';
  const shown = { id, title, kind, count, licence, attribution, homepage } as const;
  const imported = file && { fileName: file.name, updated: dayOf(updatedMs) };
  return { ...shown, choices: preferencesOf(record), isLocked: false, imported, followed: await followedState(record) };
}

async function followedState(record: PackRecord): Promise<ShownFollowed | null> {
  const { followed } = record;
  if (!followed) return null;
  const { url, revision, checkedMs, problem, pending } = followed;
  return {
    host: new URL(url).host,
    seq: revision.seq,
    updated: dayOf(record.updatedMs),
    checked: dayOf(checkedMs),
    problem: problem && { failure: problem.failure, since: dayOf(problem.sinceMs) },
    questions: pending?.questions ?? [],
    changes: await packStore.changes(record),
    isChecking: checking.value.has(record.id),
    isGiven: followed.given !== null && record.id !== BUNDLED_PACK,
  };
}

function dayOf(timeMs: number): string {
  return new Date(timeMs).toISOString().slice(0, 10);
}

/** Updates other pages and this one after a change. */
export async function changed(): Promise<void> {
  await publishReaderPacks();
  await load();
}

/** Shows the result of the last action. @param undo reverts it. */
export function say(kind: PacksFeedback['kind'], text: string, undo: typeof takeBack = null): void {
  takeBack = undo;
  feedback.value = { kind, text, canUndo: undo !== null };
}

/** The message for packs that were not changed. */
export function failureWords(error: PackFailure): string {
  if (error.kind === 'too-many-packs') return translate('packs_too_many', formatNumber(translate, MAX_IMPORTED_PACKS));
  if (error.kind === 'too-many-pack-terms') return translate('packs_no_room', formatNumber(translate, error.room));
  return failureText(error);
}

/** Reverts the last change. */
export async function undo(): Promise<void> {
  const act = takeBack;
  if (act) await change(act, translate('packs_undone'));
}

/** Changes what is set of a pack. */
export async function set(id: string, preferences: Partial<PackPreferences>): Promise<void> {
  const done =
    preferences.isOn === undefined ? 'options_saved' : preferences.isOn ? 'packs_turned_on' : 'packs_turned_off';
  await change(() => prefer(id, preferences), translate(done, titleOf(id)));
}

/** Stored packs have their choices in their record; those of all others are settings. */
async function prefer(id: string, change: Partial<PackPreferences>): Promise<Result<null, PackFailure>> {
  if (isStoredPack(id)) return packStore.prefer(id, change);
  const { settings } = await settingsStore.read();
  const next = preferencesOf({ ...(settings.packs[id] ?? NEW_PREFERENCES), ...change });
  return settingsStore.change(elementValue('pack', id, next));
}

/** Adds a site to those that a pack lists. @returns the fault of a text that names no site. */
export async function addSite(id: string, text: string): Promise<string | null> {
  const pattern = parsePattern(text);
  if (!pattern.ok) return translate(`options_rule_fault_${pattern.error}`, text.trim());
  const { base, rules } = sitesOf(id);
  const others = rules.filter((rule) => rule.pattern !== pattern.value);
  await set(id, { sites: { base, rules: [...others, { pattern: pattern.value, isOn: base === 'off' }] } });
  return null;
}

/** Moves a pack among the stored ones. */
export async function move(id: string, by: -1 | 1): Promise<void> {
  const ids = shownPacks().flatMap(({ id }) => (isStoredPack(id) ? [id] : []));
  const at = ids.indexOf(id);
  const other = ids[at + by];
  if (other === undefined) return;
  ids[at] = other;
  ids[at + by] = id;
  await change(() => packStore.order(ids), translate('packs_moved', titleOf(id)));
}

/** Removes a pack, with undo. */
export async function remove(id: string): Promise<void> {
  const title = titleOf(id);
  const act = () => packStore.remove(id, Date.now());
  await change(act, translate('packs_removed', title), () => packStore.restore(id));
}

async function change(
  act: () => Promise<Result<null, PackFailure>>,
  done: string,
  undoing: typeof takeBack = null,
): Promise<void> {
  if (isPrivate()) {
    say('failed', translate('private_not_saved'));
    await load();
    return;
  }
  const result = await act();
  if (result.ok) say('done', done, undoing);
  else say('failed', failureWords(result.error));
  await changed().catch((error: unknown) => say('failed', failureWords({ kind: 'fault', message: String(error) })));
}

function shownPacks(): readonly ShownPack[] {
  return packs.value.name === 'ready' ? packs.value.packs : [];
}

/** The title of a pack that is shown. */
export function titleOf(id: string): string {
  const pack = shownPacks().find((one) => one.id === id);
  return pack ? visibleText(pack.title) || translate(`packs_kind_${pack.kind}`) : '';
}

function sitesOf(id: string): SiteRules {
  return shownPacks().find((pack) => pack.id === id)?.choices.sites ?? EVERYWHERE;
}
