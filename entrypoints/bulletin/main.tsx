/** The bulletin page: `?id=` names the bulletin, the fragment the passage. */
import { render } from 'preact';
import { BulletinList } from '../../components/bulletin/BulletinList';
import { I18n, type Translate } from '../../components/i18n';
import { followLanguage } from '../shared/language/follow-language';
import { interfaceLanguage, loadWords, translate } from '../shared/language/translate';
import { decodedText } from '../shared/page-paths';
import { loadBulletinPack, loadPacksWithBulletins } from './bulletin-pack';
import { OneBulletin } from './OneBulletin';

const id = new URLSearchParams(location.search).get('id');
await loadWords();
let shown = await load();
let words: Translate = translate;

/** In the language of the interface: the bulletin that the address names, with its pack, or all packs with bulletins. */
async function load() {
  const pack = await loadBulletinPack(id ?? '', interfaceLanguage());
  const bulletin = pack.library.bulletins.find((item) => item.id === id);
  return bulletin ? { ...pack, bulletin } : { packs: await loadPacksWithBulletins(interfaceLanguage()) };
}

function draw(): void {
  show();
  const passage = document.getElementById(shownPassage() ?? '');
  passage?.scrollIntoView({ block: 'center' });
  passage?.focus({ preventScroll: true });
}

function show(): void {
  const app = document.getElementById('app');
  if (!app) return;
  const title = 'bulletin' in shown ? shown.bulletin.title : translate('bulletin_list_title');
  document.title = `${title} · ${translate('extension_name')}`;
  const view =
    'bulletin' in shown ? (
      <OneBulletin {...shown} current={shownPassage()} />
    ) : (
      <BulletinList packs={shown.packs} unknownId={id} href={(other) => `?id=${encodeURIComponent(other)}`} />
    );
  render(<I18n.Provider value={words}>{view}</I18n.Provider>, app);
}

function shownPassage(): string | null {
  return decodedText(location.hash.slice(1)) || null;
}

document.documentElement.lang = interfaceLanguage();
// Steps in the history change the fragment as well. Drawing at `popstate` too would take the focus a second time, a task later.
addEventListener('hashchange', draw);
draw();
followLanguage(async (other) => {
  shown = await load();
  words = other;
  show();
}, new AbortController().signal);
