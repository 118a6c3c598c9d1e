/** The page of glossaries: connects packs, files and the import worker with the views. */
import { signal } from '@preact/signals';
import { render } from 'preact';
import { formatNumber } from '../../components/format';
import { GlossariesView } from '../../components/glossaries/GlossariesView';
import { I18n, type Translate } from '../../components/i18n';
import { MAX_IMPORTED_TERMS } from '../../glossary/library/imported-packs';
import { PACK_LIMITS } from '../../glossary/pack/plain-term';
import catalogue from '../../packs.json';
import { followLanguage } from '../shared/language/follow-language';
import { interfaceLanguage, loadWords, translate } from '../shared/language/translate';
import { watchPacks } from '../shared/packs/reader-packs';
import { watchSettings } from '../shared/settings/reader-settings';
import { describeLosses, saveBackup, saveExport, termsOf } from './export-actions';
import { cancelPreview, checkNow, follow, followFound, previewAddress } from './follow-model';
import { addSite, feedback, forgetRemoved, load, move, packs, remove, set, undo } from './packs-model';
import { restoreBackup } from './restore-backup';
import { begin, beginPasted, cancel, choose, save, saveRefused, setInto, setTitle, wizard } from './wizard-model';

await loadWords();
const words = signal<Translate>(translate);

function App() {
  const t = words.value;
  return (
    <I18n.Provider value={t}>
      <GlossariesView
        state={packs.value}
        wizard={wizard.value}
        follow={follow.value}
        catalogue={catalogue}
        feedback={feedback.value}
        limits={[formatNumber(t, PACK_LIMITS.terms), formatNumber(t, MAX_IMPORTED_TERMS)]}
        on={{
          onFile: (file) => void begin(file),
          onPaste: (text) => void beginPasted(text),
          onChoose: (choices) => void choose(choices),
          onTitle: setTitle,
          onInto: (id) => void setInto(id),
          onImport: () => void save(),
          onCancel: cancel,
          onSaveRefused: saveRefused,
          onUndo: () => void undo(),
          onRetry: () => void load(),
          onBackup: () => void saveBackup(),
          onRestore: (file) => void restoreBackup(file),
          onSet: (id, change) => void set(id, change),
          onAddSite: addSite,
          onMove: (id, by) => void move(id, by),
          onRemove: (id) => void remove(id),
          onPreview: (address) => void previewAddress(address),
          onFollow: () => void followFound(),
          onCancelPreview: cancelPreview,
          onCheck: (id) => void checkNow(id),
          onAccept: (id) => void checkNow(id, true),
          termsOf,
          onExport: (id, format, places) => void saveExport(id, format, places),
          describeLosses,
        }}
      />
    </I18n.Provider>
  );
}

function nameDocument(): void {
  document.title = `${translate('packs_title')} · ${translate('extension_name')}`;
}

document.documentElement.lang = interfaceLanguage();
nameDocument();
const app = document.getElementById('app');
if (app) render(<App />, app);
const lifetime = new AbortController();
addEventListener('pagehide', () => lifetime.abort(), { once: true });
followLanguage((other) => {
  words.value = other;
  nameDocument();
  void load();
}, lifetime.signal);
// Packs that were changed elsewhere: on another page of this kind, by the reader's own terms, or by a policy.
watchPacks(() => void load(), lifetime.signal);
watchSettings(() => void load(), lifetime.signal);
// Otherwise the browser would open a file that is dropped beside the drop zone, in place of the page.
for (const type of ['dragover', 'drop']) addEventListener(type, (event) => event.preventDefault());
await forgetRemoved();
await load();
