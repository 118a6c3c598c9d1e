/** The page of a report: `?id=` names its draft, which the background stored for the card. */
import { render } from 'preact';
import browser from 'webextension-polyfill';
import { I18n, type Translate } from '../../components/i18n';
import { ReportView } from '../../components/report/ReportView';
import type { Report } from '../../components/report/report-text';
import { editorsAddress } from '../../glossary/reader-address';
import { followLanguage } from '../shared/language/follow-language';
import { interfaceLanguage, loadWords, translate } from '../shared/language/translate';
import { loadLibrary } from '../shared/library';
import { parseDraft, REPORT_KEY } from '../shared/report-draft';

await loadWords();
const stored = await browser.storage.session.get(REPORT_KEY);
const draft = parseDraft(stored[REPORT_KEY], new URLSearchParams(location.search).get('id'));
let words: Translate = translate;

async function draw(): Promise<void> {
  const app = document.getElementById('app');
  if (!app) return;
  document.title = `${translate('report_title')} · ${translate('extension_name')}`;
  const library = draft && (await loadLibrary(interfaceLanguage(), '', undefined, { names: [draft.entry] }));
  const entry = draft && library?.named(draft.entry);
  const report: Report | null = draft && {
    ...draft,
    headword: entry?.headword ?? draft.entry,
    pack: { title: entry?.pack.title ?? '', revision: entry?.pack.revision ?? '' },
    version: browser.runtime.getManifest().version,
  };
  render(
    <I18n.Provider value={words}>
      <ReportView
        report={report}
        contact={editorsAddress(entry?.pack.contact ?? '')}
        copy={(text) => navigator.clipboard.writeText(text)}
      />
    </I18n.Provider>,
    app,
  );
}

document.documentElement.lang = interfaceLanguage();
await draw();
followLanguage((other) => {
  words = other;
  void draw();
}, new AbortController().signal);
