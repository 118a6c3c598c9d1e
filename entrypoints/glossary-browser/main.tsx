/** The page of the book. The fragment names the route (`route.ts`). */
import { render } from 'preact';
import { I18n, type Translate } from '../../components/i18n';
import { followLanguage } from '../shared/language/follow-language';
import { interfaceLanguage, loadWords, translate } from '../shared/language/translate';
import { loadLibrary, watchLibrary } from '../shared/library';
import { loadReadings } from '../shared/packaged-data';
import { BookPages } from './BookPages';
import { parseRoute } from './route';

await loadWords();
const readings = await loadReadings();
let library = await loadLibrary(interfaceLanguage(), readings);
let words: Translate = translate;

let turn = 0;

async function reload(): Promise<void> {
  const mine = ++turn;
  const now = await loadLibrary(interfaceLanguage(), readings);
  // A later change is being loaded.
  if (mine !== turn || now === library) return;
  library = now;
  draw();
}

function draw(): void {
  const app = document.getElementById('app');
  if (!app) return;
  render(
    <I18n.Provider value={words}>
      <BookPages library={library} readings={readings} route={parseRoute(location.hash)} />
    </I18n.Provider>,
    app,
  );
}

const [, selection] = /^#\/selection\/(.+)/.exec(location.hash) ?? [];
if (selection) {
  const { pathOfSelection } = await import('./follow-selection');
  history.replaceState(null, '', await pathOfSelection(selection, library));
}

document.documentElement.lang = interfaceLanguage();
addEventListener('hashchange', draw);
draw();
const { signal } = new AbortController();
followLanguage((other) => {
  words = other;
  draw();
  void reload();
}, signal);
watchLibrary(() => void reload(), signal);
