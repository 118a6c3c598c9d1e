/** Owns answering tabs. Every message is taken as hostile: sender, rate and shape are checked before anything is done. */
import * as v from 'valibot';
import browser, { type Runtime } from 'webextension-polyfill';
import { bulletinPath } from '../shared/bulletin-path';
import { bundledPack } from '../shared/bundled-pack';
import { marksStyle } from '../shared/marks-style';
import { type Request, type Responses, requestSchema } from '../shared/messages';
import { failure, ok, type Result } from '../shared/result';
import { hostOf } from '../shared/sites';
import { interfaceLanguage } from '../shared/translate';
import { entriesWithSources } from './entries';
import { injectCard, injectEngine } from './inject';

/** The frame that asks. */
interface Asker {
  tab: { id: number; index: number; url: string };
  frameId: number;
}

type Handlers = {
  [T in Request['type']]: (request: Extract<Request, { type: T }>, asker: Asker) => Promise<Result<Responses[T]>>;
};

const handlers: Handlers = {
  'marks.style': async ({ mention, current }, { tab, frameId }) => {
    await browser.scripting.insertCSS({
      target: { tabId: tab.id, frameIds: [frameId] },
      css: marksStyle(mention, current),
    });
    return ok(null);
  },
  'engine.load': async (_request, { tab, frameId }) => {
    await injectEngine(tab.id, frameId);
    return ok(null);
  },
  'card.load': async (_request, { tab, frameId }) => {
    await injectCard(tab.id, frameId);
    return ok(null);
  },
  'entries.get': async ({ revision, entries }) =>
    entriesWithSources(await bundledPack(interfaceLanguage()), revision, entries),
  'site.host': async (_request, { tab }) => ok(hostOf(tab.url)),
  'bulletin.open': async ({ bulletin, passage }, { tab }) => {
    const url = browser.runtime.getURL(bulletinPath(bulletin, passage));
    await browser.tabs.create({ url, index: tab.index + 1, openerTabId: tab.id });
    return ok(null);
  },
};

/**
 * The answer to a message from a tab, or undefined for one that is not for us.
 * Never rejects: what went wrong crosses as a failure.
 */
export function answer(
  message: unknown,
  sender: Runtime.MessageSender,
  isWithinRate: (tab: number, nowMs: number) => boolean,
): Promise<Result<unknown>> | undefined {
  const { tab, frameId } = sender;
  if (sender.id !== browser.runtime.id || tab?.id === undefined || frameId === undefined) return undefined;
  if (!isWithinRate(tab.id, Date.now())) return Promise.resolve(failure('too many requests'));
  const request = v.safeParse(requestSchema, message);
  if (!request.success) return Promise.resolve(failure(`no such request: ${v.summarize(request.issues)}`));
  const asker = { tab: { id: tab.id, index: tab.index, url: tab.url ?? '' }, frameId };
  return handle(request.output, asker).catch((error: unknown) => failure(String(error)));
}

function handle<T extends Request['type']>(
  request: Extract<Request, { type: T }>,
  asker: Asker,
): Promise<Result<unknown>> {
  const handler = handlers[request.type as T] as Handlers[T]; // The table has every type.
  return handler(request, asker);
}
