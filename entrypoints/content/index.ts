/** The always-injected script: wires the page's marks, the pointer, the card and the site's switch together. */

import finderData from 'virtual:pangzhu/finder';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { createFinder } from '../../glossary/find/finder';
import { isolatedWorld } from '../shared/card-api';
import type { PageTerms } from '../shared/messages';
import { explainPage } from './explain-page';
import { Lifetime } from './lifetime';
import type { MarkedPage } from './marked-page';
import { randomName } from './marks';
import { countTerms, servePageTerms } from './page-terms';
import { createSend } from './send';
import { watchSite } from './site-switch';

export default defineContentScript({
  matches: ['<all_urls>'],
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  runAt: 'document_idle',
  main() {
    if (!(document instanceof HTMLDocument)) return;
    isolatedWorld().stop?.();
    const lifetime = new Lifetime();
    isolatedWorld().stop = () => lifetime.end();
    run(lifetime);
  },
});

function run(lifetime: Lifetime): void {
  const { revision } = finderData;
  const finder = createFinder(finderData);
  const send = createSend(lifetime);
  const frame = randomName();
  let page: MarkedPage | null = null;
  let switchedOn: AbortController | null = null;
  const readTerms = (): PageTerms => ({ revision, frame, terms: page ? countTerms(page.index) : [] });
  const announceTerms = servePageTerms(readTerms, lifetime.signal);
  const turn = (isOn: boolean) => {
    switchedOn?.abort();
    switchedOn = new AbortController();
    const signal = AbortSignal.any([lifetime.signal, switchedOn.signal]);
    page = isOn ? explainPage({ finder, send, lifetime, onChange: announceTerms }, signal) : null;
    announceTerms();
  };
  watchSite(send, turn, lifetime.signal);
}
