/** Reports this frame's terms: to extension pages that ask for them, and their changes to the background. */
import { browser } from 'wxt/browser';
import { BRIEF_PAGE_PORT, type GoMessage, PAGE_PORT, type PageTerms } from '../shared/messages';
import type { Send } from '../shared/page/engine-api';
import { listenUntil } from '../shared/page/page-events';

/** Minimum time between two reports to extension pages, in ms. */
const PAGE_INTERVAL_MS = 250;
/** Delay of a report to the background, which gathers changes, in ms. */
const BACKGROUND_DELAY_MS = 1000;

type Port = ReturnType<typeof browser.runtime.connect>;

/**
 * Answers extension pages that connect, until `signal` aborts.
 * @param read resolves to the current terms; brief ones for a page connected by `BRIEF_PAGE_PORT`.
 * @param onGo called with requests to show a mention, of this frame or another.
 * @returns call it when the terms may have changed.
 */
export function servePageTerms(
  read: (isBrief: boolean) => Promise<PageTerms>,
  onGo: (message: GoMessage) => void,
  signal: AbortSignal,
): () => void {
  /** By port, its current reading: reading a long page takes time, and a later reading replaces this one. */
  const ports = new Map<Port, Promise<PageTerms>>();
  const post = async (port: Port) => {
    const reading = read(port.name === BRIEF_PAGE_PORT);
    ports.set(port, reading);
    const terms = await reading;
    if (ports.get(port) === reading && browser.runtime?.id) port.postMessage(terms);
  };
  const onConnect = (port: Port) => {
    if (port.name !== PAGE_PORT && port.name !== BRIEF_PAGE_PORT) return;
    port.onDisconnect.addListener(() => ports.delete(port));
    // Only extension pages can open the port: their messages need no check.
    port.onMessage.addListener(onGo);
    void post(port);
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStale = false;
  const notify = () => {
    if (ports.size === 0 || !browser.runtime?.id) return;
    // Reading sorts all mentions of the page: not at each of its changes.
    if (timer !== undefined) {
      isStale = true;
      return;
    }
    for (const port of [...ports.keys()]) void post(port);
    timer = setTimeout(() => {
      timer = undefined;
      if (isStale) notify();
      isStale = false;
    }, PAGE_INTERVAL_MS);
  };
  const disconnect = () => {
    clearTimeout(timer);
    // When the extension is gone, so are its ports, and they must not be called.
    if (!browser.runtime?.id) return;
    for (const port of ports.keys()) port.disconnect();
    ports.clear();
  };
  listenUntil(browser.runtime.onConnect, onConnect, signal);
  signal.addEventListener('abort', disconnect, { once: true });
  return notify;
}

/**
 * Reports changes to the background, for the number on the toolbar button, until `signal` aborts.
 * @param frame the name by which extension pages know this frame.
 * @returns call it when the terms may have changed; calls within a second make one report.
 */
export function createReport(send: Send, frame: string, signal: AbortSignal): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  return () => {
    if (timer !== undefined || signal.aborted) return;
    timer = setTimeout(() => {
      timer = undefined;
      void send({ type: 'terms.changed', frame });
    }, BACKGROUND_DELAY_MS);
  };
}
