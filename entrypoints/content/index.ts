/**
 * The always-injected script: one look at the text, and where it may hold a term, the engine is called for.
 * Everything else here is what a page needs to be switched on and off, and to say what it mentions.
 */

import hintData from 'virtual:pangzhu/hint';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { hintOf, joinHints } from '../../glossary/find/hint';
import type { Engine } from '../shared/page/engine-api';
import { isolatedWorld } from '../shared/page/isolated-world';
import type { AddedPrefilter } from '../shared/page/pack-tables';
import { whenBack } from '../shared/page/when-back';
import { DEFAULT_PAGE_SETTINGS } from '../shared/settings/page-settings';
import { whenLarge } from './frame-size';
import { Lifetime } from './lifetime';
import { lookFor } from './look';
import { servePageTerms } from './page-terms';
import { createReport } from './report-terms';
import { createSend } from './send';
import { createSiteSwitch } from './site-switch';
import { takeOrders } from './take-orders';
import { readAddedFinder, watchPageSettings } from './watch-page-settings';
import { whenActivated } from './when-activated';

/** What counts as a page: XML, drawings and the browser's own viewers are left alone. */
const PAGES: ReadonlySet<string> = new Set(['text/html', 'application/xhtml+xml']);

export default defineContentScript({
  matches: ['<all_urls>'],
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  runAt: 'document_idle',
  main() {
    if (!PAGES.has(document.contentType)) return;
    isolatedWorld().stop?.();
    const lifetime = new Lifetime();
    isolatedWorld().stop = () => lifetime.end();
    whenActivated(() => lifetime.isAlive() && run(lifetime));
  },
});

function run(lifetime: Lifetime): void {
  const send = createSend(lifetime);
  const frame = String(Math.random());
  let hint = hintOf(hintData);
  let added: AddedPrefilter | null = null;
  let settings = DEFAULT_PAGE_SETTINGS;
  let engine: Engine | null = null;
  let switchedOn: AbortController | null = null;
  let isOn: boolean | null = null;
  const report = createReport(send, frame, lifetime.signal);
  const tell = servePageTerms(
    async (isBrief) => ({
      frame,
      isOn,
      ...((await engine?.terms(isBrief)) ?? { revisions: [], isHidden: false, terms: [] }),
    }),
    (message) => message.frame === frame && engine?.goTo(message.entry, message.nth),
    lifetime.signal,
  );
  const announce = () => {
    tell();
    // A page that never mentioned anything leaves the background asleep.
    if (isolatedWorld().startEngine) report();
  };
  // The number on the button went when the reader left.
  whenBack(announce, lifetime.signal);
  const start = async (signal: AbortSignal) => {
    const [addedFinder] = await Promise.all([
      added && readAddedFinder(),
      isolatedWorld().startEngine ?? send({ type: 'engine.load' }),
    ]);
    if (signal.aborted || engine) return;
    const context = {
      send,
      isAlive: () => lifetime.isAlive(),
      addedFinder,
      settings: () => settings,
      onTermsChange: announce,
    };
    engine = isolatedWorld().startEngine?.(context, signal) ?? null;
    announce();
  };
  const turn = (next: boolean) => {
    switchedOn?.abort();
    switchedOn = new AbortController();
    engine = null;
    isOn = next;
    announce();
    const signal = AbortSignal.any([lifetime.signal, switchedOn.signal]);
    const onMayHold = () => {
      void start(signal);
      // Left while it waited for the engine, which then went to the page that came after.
      whenBack(() => engine || void start(signal), signal);
    };
    if (isOn) whenLarge(() => lookFor(hint, onMayHold, signal), signal);
  };
  const site = createSiteSwitch(send, turn, lifetime.signal);
  takeOrders((order) => {
    if (order === 'page.mark') void site.markPage();
    else lifetime.end();
  }, lifetime.signal);
  watchPageSettings((next, prefilter) => {
    settings = next;
    engine?.takeSettings(next);
    if (JSON.stringify(prefilter?.revisions) !== JSON.stringify(added?.revisions)) {
      added = prefilter;
      hint = hintOf(added ? joinHints(hintData, added) : hintData);
      // With other terms the page is tested and read anew.
      if (isOn) turn(true);
    }
    void site.obey(next);
  }, lifetime.signal);
}
