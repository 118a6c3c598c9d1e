/** The bulletin page: `?id=` names the bulletin, the fragment the passage. */
import finderData from 'virtual:pangzhu/finder';
import { render } from 'preact';
import { BulletinList } from '../../components/bulletin/BulletinList';
import { I18n, type Translate } from '../../components/i18n';
import { createFinder } from '../../glossary/find/finder';
import { followLanguage } from '../shared/language/follow-language';
import { interfaceLanguage, loadWords, translate } from '../shared/language/translate';
import { loadBundledLibrary } from '../shared/library';
import { OneBulletin } from './OneBulletin';

const finder = createFinder(finderData);
await loadWords();
let library = await loadBundledLibrary(interfaceLanguage());
let words: Translate = translate;

function draw(): void {
  show();
  const passage = document.getElementById(shownPassage() ?? '');
  passage?.scrollIntoView({ block: 'center' });
  passage?.focus({ preventScroll: true });
}

function show(): void {
  const id = new URLSearchParams(location.search).get('id');
  const bulletin = library.bulletins.find((item) => item.id === id);
  const current = shownPassage();
  const app = document.getElementById('app');
  if (!app) return;
  document.title = `${bulletin?.title ?? translate('bulletin_list_title')} · ${translate('extension_name')}`;
  const view = bulletin ? (
    <OneBulletin library={library} finder={finder} bulletin={bulletin} current={current} />
  ) : (
    <BulletinList bulletins={library.bulletins} unknownId={id} href={(other) => `?id=${encodeURIComponent(other)}`} />
  );
  render(<I18n.Provider value={words}>{view}</I18n.Provider>, app);
}

function shownPassage(): string | null {
  return decodeFragment(location.hash.slice(1)) || null;
}

/** Decodes percent-encoding; invalid text is unchanged. */
function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

document.documentElement.lang = interfaceLanguage();
addEventListener('hashchange', draw);
addEventListener('popstate', draw);
draw();
followLanguage(async (other) => {
  library = await loadBundledLibrary(interfaceLanguage());
  words = other;
  show();
}, new AbortController().signal);
