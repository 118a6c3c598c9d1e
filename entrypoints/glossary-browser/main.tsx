/** The glossary as a book: the fragment names the page (`route.ts`). */

import { render } from 'preact';
import { I18n, type Translate } from '../../components/i18n';
import { bundledPack } from '../shared/bundled-pack';
import { followLanguage } from '../shared/language/follow-language';
import { interfaceLanguage, loadWords, translate } from '../shared/language/translate';
import { BookPages } from './BookPages';
import { parseRoute } from './route';

await loadWords();
let pack = await bundledPack(interfaceLanguage());
let words: Translate = translate;

function draw(): void {
  const app = document.getElementById('app');
  if (!app) return;
  render(
    <I18n.Provider value={words}>
      <BookPages pack={pack} route={parseRoute(location.hash)} />
    </I18n.Provider>,
    app,
  );
}

document.documentElement.lang = interfaceLanguage();
addEventListener('hashchange', draw);
draw();
followLanguage(async (other) => {
  pack = await bundledPack(interfaceLanguage());
  words = other;
  draw();
}, new AbortController().signal);
