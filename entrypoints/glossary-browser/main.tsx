/** The glossary as a book: the fragment names the page (`route.ts`). */

import { render } from 'preact';
import { I18n } from '../../components/i18n';
import { bundledPack } from '../shared/bundled-pack';
import { interfaceLanguage, loadWords, translate } from '../shared/language/translate';
import { BookPages } from './BookPages';
import { parseRoute } from './route';

await loadWords();
const pack = await bundledPack(interfaceLanguage());

function draw(): void {
  const app = document.getElementById('app');
  if (!app) return;
  render(
    <I18n.Provider value={translate}>
      <BookPages pack={pack} route={parseRoute(location.hash)} />
    </I18n.Provider>,
    app,
  );
}

document.documentElement.lang = interfaceLanguage();
addEventListener('hashchange', draw);
draw();
