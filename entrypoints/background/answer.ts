/** Answers messages from tabs. A tab may be compromised: sender, rate and shape of a message are checked first. */
import * as v from 'valibot';
import browser, { type Runtime } from 'webextension-polyfill';
import type { Library } from '../../glossary/library/library';
import { interfaceLanguage, loadWords } from '../shared/language/translate';
import { loadLibrary } from '../shared/library';
import { type Request, type Responses, requestSchema } from '../shared/messages';
import { type ImportedScope, listPacks } from '../shared/packs/reader-packs';
import { marksStyle } from '../shared/page/marks-style';
import { bulletinPath, onwardPath, reportPath } from '../shared/page-paths';
import { REPORT_KEY, type ReportDraft } from '../shared/report-draft';
import { failure, faultOf, ok, type Result } from '../shared/result';
import type { Correction } from '../shared/settings/correction';
import { settingsStore } from '../shared/settings/reader-settings';
import { elementValue } from '../shared/settings/settings';
import { hasPath, placeOf, siteOf } from '../shared/sites/site-rules';
import { updateBadge } from './badge';
import { showIcon } from './button-icon';
import { correctionChange } from './correction-change';
import { entriesWithSources } from './entries';
import { injectCard, injectEngine } from './inject';
import { tablesOf } from './pack-tables';
import { createRateLimit } from './rate-limit';

/** The frame that sent a request. */
interface Sender {
  tab: { id: number; index: number; url: string; isPrivate: boolean };
  frameId: number;
}

type Handlers = {
  [T in Request['type']]: (request: Extract<Request, { type: T }>, sender: Sender) => Promise<Result<Responses[T]>>;
};

const handlers: Handlers = {
  'marks.style': async ({ look, before, colours, ...names }, { tab, frameId }) => {
    const target = { tabId: tab.id, frameIds: [frameId] };
    await browser.scripting.insertCSS({ target, css: marksStyle(names, look, colours) });
    const isSame = before !== null && marksStyle(names, before, colours) === marksStyle(names, look, colours);
    if (before && !isSame) await browser.scripting.removeCSS({ target, css: marksStyle(names, before, colours) });
    return ok(null);
  },
  'terms.changed': async (_request, { tab }) => {
    await updateBadge(tab.id);
    return ok(null);
  },
  // For the side panel, which receives the message as well.
  'term.pointed': async () => ok(null),
  'engine.load': async (_request, { tab, frameId }) => {
    await injectEngine(tab.id, frameId);
    return ok(null);
  },
  'words.get': async () => ok(await loadWords()),
  'card.load': async (_request, { tab, frameId }) => {
    await injectCard(tab.id, frameId);
    return ok(await loadWords());
  },
  'entries.get': async ({ revisions, entries }) =>
    entriesWithSources(await readerLibrary({ entries }), revisions, entries),
  'packs.tables': async ({ packs }) => ok(await tablesOf(packs)),
  'site.place': async (_request, { tab }) => {
    const { settings } = await settingsStore.read();
    const packs = [...Object.values(settings.packs), ...(await listPacks())].map(({ sites }) => sites);
    // A frame learns the path of the page around it only if a rule needs it.
    const isByPath = [settings.sites, ...packs].some(({ rules }) => rules.some(hasPath));
    return ok(isByPath ? placeOf(tab.url) : siteOf(tab.url));
  },
  'site.button': async ({ isOn }, { tab }) => {
    await showIcon(isOn, tab.id);
    return ok(null);
  },
  'bulletin.open': ({ bulletin, passage }, { tab }) => openBeside(tab, bulletinPath(bulletin, passage)),
  'glossary.open': ({ entry }, { tab }) => openBeside(tab, onwardPath(entry)),
  'term.mute': async ({ entry, isMuted }, { tab }) => {
    if (tab.isPrivate) return failure({ kind: 'private' });
    if (!(await readerLibrary({ names: [entry] })).named(entry)) return failure(faultOf('there is no such entry'));
    return settingsStore.change(elementValue('muted', entry, isMuted));
  },
  'term.correct': async ({ entry, quote, scope, isOn }, { tab }) => {
    if (tab.isPrivate) return failure({ kind: 'private' });
    const site = scope === 'site' ? siteOf(tab.url) : undefined;
    if (site === null) return failure(faultOf('there is no site'));
    if (!(await readerLibrary({ names: [entry] })).named(entry)) return failure(faultOf('there is no such entry'));
    const correction: Correction = { entry, scope, ...(site !== undefined && { site }), ...quote };
    return settingsStore.change(correctionChange(correction, isOn));
  },
  'report.open': async ({ type: _, ...said }, { tab }) => {
    if (tab.isPrivate) return failure({ kind: 'private' });
    const draft: ReportDraft = { ...said, id: crypto.randomUUID(), site: siteOf(tab.url) };
    await browser.storage.session.set({ [REPORT_KEY]: draft });
    return openBeside(tab, reportPath(draft.id));
  },
  'site.setEnabled': async ({ isOn }, { tab }) => {
    if (tab.isPrivate) return failure({ kind: 'private' });
    const place = placeOf(tab.url);
    return place === null ? failure(faultOf('there is no site')) : settingsStore.setSiteEnabled(place, isOn);
  },
};

/** Limits the pages that a compromised tab can open. */
const mayOpen = createRateLimit({ burst: 5, perSecond: 1 });

/** Opens an extension page in a new tab beside the sender's. */
async function openBeside(tab: Sender['tab'], path: string): Promise<Result<null>> {
  if (!mayOpen(tab.id, Date.now())) return failure({ kind: 'busy' });
  // From a private window, the page may open in another window, where positions differ.
  const beside = tab.isPrivate ? {} : { index: tab.index + 1, openerTabId: tab.id };
  await browser.tabs.create({ url: browser.runtime.getURL(path), ...beside });
  return ok(null);
}

/**
 * The answer to a message from a tab; undefined for messages of others. Never rejects: errors are returned as failures.
 * @param isWithinRate counts a request of a tab, at a time in ms, and decides whether it is answered.
 */
export function answer(
  message: unknown,
  sender: Runtime.MessageSender,
  isWithinRate: (tab: number, nowMs: number) => boolean,
): Promise<Result<unknown>> | undefined {
  const { tab, frameId } = sender;
  if (sender.id !== browser.runtime.id || tab?.id === undefined || frameId === undefined) return undefined;
  // Frames share a separate limit, so that hundreds of them do not delay the top frame.
  const rateKey = frameId === 0 ? tab.id : -1 - tab.id;
  if (!isWithinRate(rateKey, Date.now())) return Promise.resolve(failure({ kind: 'busy' }));
  const request = v.safeParse(requestSchema, message);
  if (!request.success) return Promise.resolve(failure(faultOf(`no such request: ${v.summarize(request.issues)}`)));
  const from: Sender = { tab: { id: tab.id, index: tab.index, url: tab.url ?? '', isPrivate: tab.incognito }, frameId };
  return handle(request.output, from).catch((error: unknown) => failure(faultOf(error)));
}

/** The library in the reader's language, which may have changed since the worker started. */
async function readerLibrary(scope: ImportedScope): Promise<Library> {
  await loadWords();
  return loadLibrary(interfaceLanguage(), '', undefined, scope);
}

function handle<T extends Request['type']>(
  request: Extract<Request, { type: T }>,
  sender: Sender,
): Promise<Result<unknown>> {
  const handler = handlers[request.type as T] as Handlers[T]; // The table has every type.
  return handler(request, sender);
}
