/**
 * Owns telling our pages which terms this frame mentions, at once when asked and whenever that changes, and hearing
 * from them which mention to show.
 */
import { browser } from 'wxt/browser';
import { BRIEF_PAGE_PORT, type GoMessage, PAGE_PORT, type PageTerms } from '../shared/messages';
import { listenUntil } from '../shared/page/listen-until';

/** Changes are told no more often than this, in ms. */
const REST_MS = 250;

type Port = ReturnType<typeof browser.runtime.connect>;

/**
 * Answers whoever connects, until `signal` aborts.
 * @param read gives the terms as they are now; brief ones for who asks over `BRIEF_PAGE_PORT`.
 * @param onGo is asked to show a mention of a frame, this one or another.
 * @returns what to call when the terms may have changed.
 */
export function servePageTerms(
  read: (isBrief: boolean) => Promise<PageTerms>,
  onGo: (message: GoMessage) => void,
  signal: AbortSignal,
): () => void {
  /** By port, what it is to be told last: to read a long page takes its time, and meanwhile it may be switched off. */
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
    // Only our own pages can open the port: what they say needs no checking.
    port.onMessage.addListener(onGo);
    void post(port);
  };
  listenUntil(browser.runtime.onConnect, onConnect, signal);
  const hangUp = () => {
    // The ports of an extension that is gone are gone with it, and cannot be asked.
    if (!browser.runtime?.id) return;
    for (const port of ports.keys()) port.disconnect();
    ports.clear();
  };
  signal.addEventListener('abort', hangUp, { once: true });
  let resting: ReturnType<typeof setTimeout> | undefined;
  let isStale = false;
  const tell = () => {
    if (ports.size === 0 || !browser.runtime?.id) return;
    // Reading them puts all mentions of the page in order: not at each of its changes.
    if (resting !== undefined) {
      isStale = true;
      return;
    }
    for (const port of [...ports.keys()]) void post(port);
    resting = setTimeout(() => {
      resting = undefined;
      if (isStale) tell();
      isStale = false;
    }, REST_MS);
  };
  signal.addEventListener('abort', () => clearTimeout(resting), { once: true });
  return tell;
}
