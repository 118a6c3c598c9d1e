/** The page that opens once, after installation. */
import finderData from 'virtual:pangzhu/finder';
import { signal } from '@preact/signals';
import { render } from 'preact';
import browser from 'webextension-polyfill';
import { EntryCard } from '../../components/card/EntryCard';
import { describeReason } from '../../components/card/labels';
import { I18n, type Translate } from '../../components/i18n';
import { WelcomeLoading, WelcomeView } from '../../components/welcome/WelcomeView';
import { errorMessage } from '../../glossary/error-message';
import { createFinder } from '../../glossary/find/finder';
import { nameReason } from '../../glossary/find/named-reason';
import type { Mention } from '../../glossary/pack/finder-data';
import { failureText } from '../shared/failure-words';
import { followLanguage } from '../shared/language/follow-language';
import { interfaceLanguage, loadWords, translate } from '../shared/language/translate';
import { loadBundledLibrary } from '../shared/library';
import { paintSample } from '../shared/page/paint-sample';
import { bulletinPath } from '../shared/page-paths';
import { faultOf } from '../shared/result';
import { sampleOf } from '../shared/sample';
import { isLocked, NO_POLICY } from '../shared/settings/policy';
import { settingsChanges, settingsStore, watchSettings } from '../shared/settings/reader-settings';
import { type SettingValues, singleValue } from '../shared/settings/settings';
import { scopeChange, typedRule } from '../shared/settings/site-change';
import { readStored, type SettingsState, stateOf } from '../shared/settings/stored-settings';
import { readShortcuts } from '../shared/shortcuts';
import { hasPanel } from '../shared/side-panel';

const app = document.getElementById('app');
if (app) {
  const loading = (
    <I18n.Provider value={translate}>
      <WelcomeLoading />
    </I18n.Provider>
  );
  render(loading, app);
}
await loadWords();
const library = signal(await loadBundledLibrary(interfaceLanguage()));
const words = signal<Translate>(translate);
const sample = sampleOf(library.value, createFinder(finderData));
// Left out if the browser does not list them.
const shortcuts = signal(await readShortcuts().catch(() => []));
/** Messages for a change that was not saved, and for unreadable settings. */
const problem = signal<string | null>(null);
const unread = signal<string | null>(null);
const state = signal((await readSettings()) ?? stateOf(readStored({}), NO_POLICY));

/** Null, with a message on the page, if they cannot be read: the page then shows the former settings, or the defaults. */
async function readSettings(): Promise<SettingsState | null> {
  try {
    const read = await settingsStore.read();
    unread.value = null;
    return read;
  } catch (error) {
    unread.value = translate('options_error', errorMessage(error));
    return null;
  }
}

/** Saves settings, with a message on the page after a failure. @returns whether they are saved. */
async function change(values: SettingValues): Promise<boolean> {
  try {
    const result = await settingsChanges.change(values);
    if (result.ok) problem.value = null;
    else problem.value = failureText(result.error);
  } catch (error) {
    problem.value = failureText(faultOf(error));
    // Rendered again, because a radio button shows a choice before it is saved.
    state.value = { ...state.value };
    return false;
  }
  state.value = (await readSettings()) ?? state.value;
  return problem.value === null;
}

async function addRule(text: string, isOn: boolean): Promise<string | null> {
  const rule = typedRule(text, isOn);
  if (!rule.ok) return translate(`options_rule_fault_${rule.error}`, text.trim());
  // Failures of saving are reported at the usual place.
  return (await change(rule.value)) ? null : '';
}

function MentionCard({ mention }: { mention: Mention }) {
  const shown = mention.senses.flatMap(({ entry: index, reason }) => {
    const entry = library.value.at(library.value.revisions, index);
    const named = nameReason(reason, (other) => library.value.at(library.value.revisions, other)?.headword ?? '');
    return entry ? [{ entry, sources: library.value.bulletins, reason: describeReason(translate, named) }] : [];
  });
  return (
    <EntryCard
      entries={shown}
      passageHref={bulletinPath}
      onOpenPassage={(bulletin, passage) =>
        void browser.tabs.create({ url: browser.runtime.getURL(bulletinPath(bulletin, passage)) })
      }
    />
  );
}

function App() {
  const { settings, locked } = state.value;
  return (
    <I18n.Provider value={words.value}>
      <WelcomeView
        settings={settings}
        isLocked={(key) => isLocked(key, locked)}
        sample={sample && { text: sample.passage.text, title: sample.bulletin.title, mentions: sample.mentions }}
        renderCard={(mention) => <MentionCard mention={mention} />}
        shortcuts={shortcuts.value}
        bulletinsHref="/bulletin.html"
        problem={problem.value ?? unread.value}
        onSet={(key, value) => void change(singleValue(key, value))}
        onAccessLevel={(level) => change(scopeChange(settings.sites, level))}
        onAddRule={addRule}
        paint={paintSample}
        hasPanel={hasPanel()}
        onOpenOptions={() => void browser.runtime.openOptionsPage()}
        onClose={() => window.close()}
      />
    </I18n.Provider>
  );
}

document.documentElement.lang = interfaceLanguage();
document.title = translate('welcome_title');
if (app) render(<App />, app);
const lifetime = new AbortController();
followLanguage(async (other) => {
  library.value = await loadBundledLibrary(interfaceLanguage());
  shortcuts.value = await readShortcuts().catch(() => []);
  words.value = other;
  document.title = translate('welcome_title');
}, lifetime.signal);
watchSettings((next) => {
  state.value = next;
  unread.value = null;
}, lifetime.signal);
