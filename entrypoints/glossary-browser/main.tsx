/** The glossary as a book: the fragment names the page (`route.ts`). */
import readings from 'virtual:pangzhu/readings';
import { render } from 'preact';
import { I18n, type Translate } from '../../components/i18n';
import { bundledPack } from '../shared/bundled-pack';
import { followLanguage } from '../shared/language/follow-language';
import { interfaceLanguage, loadWords, translate } from '../shared/language/translate';
import { loadPack, watchPack } from '../shared/reader-pack';
import { BookPages } from './BookPages';
import { parseRoute } from './route';

await loadWords();
let packs = await loadPacks();
let words: Translate = translate;

async function loadPacks() {
  const language = interfaceLanguage();
  const [bundled, pack] = await Promise.all([bundledPack(language), loadPack(language, readings)]);
  return { bundled, pack };
}

let turn = 0;

async function renew(): Promise<void> {
  const mine = ++turn;
  const now = await loadPacks();
  // A later change has its own reading under way.
  if (mine !== turn || now.pack === packs.pack) return;
  packs = now;
  draw();
}

function draw(): void {
  const app = document.getElementById('app');
  if (!app) return;
  render(
    <I18n.Provider value={words}>
      <BookPages {...packs} route={parseRoute(location.hash)} />
    </I18n.Provider>,
    app,
  );
}

document.documentElement.lang = interfaceLanguage();
addEventListener('hashchange', draw);
draw();
const { signal } = new AbortController();
followLanguage((other) => {
  words = other;
  draw();
  void renew();
}, signal);
// The reader's own terms may be others now.
watchPack(() => void renew(), signal);
