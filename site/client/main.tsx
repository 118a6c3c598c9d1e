/** The script of the pages with a search, a map or a timeline: replaces their static content by interactive views. */
import './site.css';
import { render } from 'preact';
import { I18n } from '../../components/i18n';
import { FreeFragment } from '../../components/JumpButton';
import { Library } from '../../glossary/library/library';
import { creatingPack } from '../../glossary/library/plain-pack';
import { finish } from '../../glossary/pack/step-budget';
import { linksFrom } from '../links';
import { translateBy } from '../translate';
import { LiveMap } from './LiveMap';
import { LiveSearch } from './LiveSearch';
import { LiveTimeline } from './LiveTimeline';
import type { PackData, PageData } from './page-data';

const VIEWS = { search: LiveSearch, map: LiveMap, timeline: LiveTimeline };

function show(page: PageData, { pack, plain, readings }: PackData): void {
  const content = document.getElementById('content');
  if (!content) return;
  const { variants, manifest } = pack;
  const terms = { id: manifest.id, title: '', kind: 'user' } as const;
  const whole = plain ? finish(creatingPack({ ...terms, terms: plain }, { variants, readings }, manifest)) : pack;
  const View = VIEWS[page.view];
  // Rendered again in the same task: the static picture is not drawn for the size of the window.
  content.replaceChildren();
  render(
    <I18n.Provider value={translateBy(page.words, page.language)}>
      <FreeFragment.Provider value={page.view !== 'map'}>
        <View library={new Library([whole])} links={linksFrom(page)} readings={readings} />
      </FreeFragment.Provider>
    </I18n.Provider>,
    content,
  );
}

const block = document.getElementById('page-data')?.textContent;
const data = globalThis.pangzhuSite;
// Both are written together with this script.
if (block && data) show(JSON.parse(block) as PageData, data);
