/** The bulletin page: `?id=` names the bulletin, the fragment the passage. */

import finderData from 'virtual:pangzhu/finder';
import { render } from 'preact';
import { BulletinList } from '../../components/bulletin/BulletinList';
import { I18n } from '../../components/i18n';
import { createFinder } from '../../glossary/find/finder';
import { bundledPack } from '../shared/bundled-pack';
import { interfaceLanguage, loadWords, translate } from '../shared/language/translate';
import { OneBulletin } from './OneBulletin';

const finder = createFinder(finderData);
await loadWords();
const pack = await bundledPack(interfaceLanguage());

function draw(): void {
  const id = new URLSearchParams(location.search).get('id');
  const bulletin = pack.bulletins.find((item) => item.id === id);
  const current = decodeFragment(location.hash.slice(1)) || null;
  const app = document.getElementById('app');
  if (!app) return;
  document.title = `${bulletin?.title ?? translate('bulletin_list_title')} · ${translate('extension_name')}`;
  const view = bulletin ? (
    <OneBulletin pack={pack} finder={finder} bulletin={bulletin} current={current} />
  ) : (
    <BulletinList bulletins={pack.bulletins} unknownId={id} href={(other) => `?id=${encodeURIComponent(other)}`} />
  );
  render(<I18n.Provider value={translate}>{view}</I18n.Provider>, app);
  const passage = current === null ? null : document.getElementById(current);
  passage?.scrollIntoView({ block: 'center' });
  passage?.focus({ preventScroll: true });
}

/** A fragment that is no percent-encoding stands for itself. */
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
