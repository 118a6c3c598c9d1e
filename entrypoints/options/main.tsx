/** The options page: connects settings, library, browser and files with the views. */
import finderData from 'virtual:pangzhu/finder';
import { LICENCES } from 'virtual:pangzhu/licences';
import { render } from 'preact';
import browser from 'webextension-polyfill';
import { formatDate, formatNumber } from '../../components/format';
import { I18n } from '../../components/i18n';
import { AboutSection, LanguageSection, ShortcutsSection } from '../../components/options/AboutSections';
import { AppearanceSection } from '../../components/options/AppearanceSection';
import { CorrectionsSection } from '../../components/options/CorrectionsSection';
import { DataSection } from '../../components/options/DataSection';
import { OptionsError, OptionsLoading, OptionsView } from '../../components/options/OptionsView';
import { OwnTermsSection } from '../../components/options/OwnTermsSection';
import type { SettingProps } from '../../components/options/options-props';
import { ReadingSection } from '../../components/options/ReadingSection';
import { SitesSection } from '../../components/options/SitesSection';
import { MutedSection, PresetPacksSection } from '../../components/options/TermsSections';
import { createFinder } from '../../glossary/find/finder';
import { labelledLines } from '../../glossary/formats/labelled-line';
import { entryName } from '../../glossary/library/entry-name';
import { translate } from '../shared/language/translate';
import { paintSample } from '../shared/page/paint-sample';
import { bulletinPath, glossaryCategoriesPath, PACKS_PATH } from '../shared/page-paths';
import { piecesOf, sampleOf } from '../shared/sample';
import { saveText } from '../shared/save-file';
import { REST_MS } from '../shared/settings/page-settings';
import { isLocked } from '../shared/settings/policy';
import { elementValue, MAX_USER_TERMS, singleValue } from '../shared/settings/settings';
import type { SettingsState } from '../shared/settings/stored-settings';
import { openShortcutSettings } from '../shared/shortcuts';
import { hasPanel } from '../shared/side-panel';
import { dataActions } from './data-actions';
import { change, feedback, follow, languageChanges, load, loaded, undo } from './options-model';
import { removeTerm, requestedTerm, saveTerm } from './own-terms';
import { access, siteActions, watchAccess } from './site-actions';
import { followSync, syncProblem } from './sync-problem';
import { followTexts, library, mutedImported, shortcuts } from './translated-texts';

const sample = sampleOf(library.value, createFinder(finderData));
const pieces = sample ? piecesOf(sample.passage.text, sample.mentions) : [];
const requested = requestedTerm();

function App() {
  // Read, so that a change of language renders everything again.
  void languageChanges.value;
  const page = loaded.value;
  if (page.name === 'loading') return <OptionsLoading />;
  if (page.name === 'failed') return <OptionsError message={page.message} onRetry={() => void load()} />;
  return (
    <OptionsView
      feedback={feedback.value}
      isNewer={page.state.isNewer}
      policyFaults={page.state.policyFaults}
      hasCorrections={page.state.settings.corrections.length > 0}
      hasPacks={page.state.packs.some(({ kind }) => kind === 'policy')}
      onUndo={() => void undo()}
    >
      <Sections state={page.state} />
    </OptionsView>
  );
}

function Sections({ state: { settings, userTerms, packs, locked, broken } }: { state: SettingsState }) {
  const shared: SettingProps = {
    settings,
    isLocked: (key) => isLocked(key, locked),
    onSet: (key, value) => void change(singleValue(key, value)),
  };
  const headwordOf = (id: string) =>
    library.value.named(id)?.headword ??
    packs.flatMap((pack) => pack.terms.filter((term) => entryName(pack.id, term.id) === id))[0]?.headword ??
    mutedImported.value?.named(id)?.headword ??
    null;
  return (
    <>
      <AppearanceSection {...shared} sample={pieces} paint={paintSample} />
      <ReadingSection {...shared} restMs={REST_MS} hasPanel={hasPanel()} />
      <SitesSection {...shared} access={access.value} {...siteActions(settings.sites)} />
      <MutedSection
        muted={settings.muted.map((id) => ({ id, headword: headwordOf(id) }))}
        isLocked={isLocked('muted', locked)}
        onUnmute={(id) => void change(elementValue('muted', id, false))}
      />
      <CorrectionsSection
        corrections={settings.corrections}
        isLocked={isLocked('correction', locked)}
        onRemove={(id) => void change(elementValue('correction', id, null))}
        onExport={() => saveText('pangzhu-corrections.jsonl', labelledLines(settings.corrections))}
      />
      <OwnTermsSection
        terms={userTerms}
        limit={formatNumber(translate, MAX_USER_TERMS)}
        packsHref={PACKS_PATH}
        requested={requested}
        isLocked={isLocked('term', locked)}
        onSave={(id, term, isDoubleMeant) =>
          saveTerm(id, term, { terms: userTerms, variants: library.value.variants, isDoubleMeant })
        }
        onRemove={removeTerm}
      />
      <PresetPacksSection
        packs={packs.flatMap(({ id, title, kind, terms }) =>
          kind === 'policy' ? [{ id, title, count: terms.length }] : [],
        )}
        bookHref={glossaryCategoriesPath()}
        canMute={!isLocked('muted', locked)}
      />
      <LanguageSection {...shared} />
      <ShortcutsSection shortcuts={shortcuts.value} onChange={() => void openShortcutSettings()} />
      <DataSection
        syncProblem={syncProblem.value}
        brokenItems={broken.length}
        {...dataActions(broken, library.value.variants)}
      />
      <AboutSection
        version={browser.runtime.getManifest().version}
        revision={library.value.revisions[0] ?? ''}
        entries={formatNumber(translate, library.value.entries.length)}
        bulletins={library.value.bulletins.map(({ id, title, signer, date }) => ({
          id,
          title,
          signer,
          date: formatDate(translate, date),
          href: bulletinPath(id, 'signature'),
        }))}
        licences={LICENCES}
      />
    </>
  );
}

function Root() {
  return (
    <I18n.Provider value={(key, ...substitutions) => translate(key, ...substitutions)}>
      <App />
    </I18n.Provider>
  );
}

const app = document.getElementById('app');
if (app) render(<Root />, app);
follow();
watchAccess();
await load();
if (requested) document.getElementById('terms')?.scrollIntoView();
followTexts();
void followSync();
