/**
 * Owns a clock that runs by work done, not by time: each call of the DOM, each unit of text that is read and each look
 * into a map moves it on by what that costs. A task is then as long on a busy machine as on an idle one. Sent to a page by itself: it may use
 * nothing from here.
 */

export interface WorkClock {
  /** Says that what runs now, until the next task of the measured script, is the page's own. */
  pageTask(): void;
  /** How long each task of the measured script was that ended since the last call, in ms of this clock. */
  tasks(): number[];
}

/** Puts the clock in the place of `performance.now`; scripts that are evaluated from then on are measured. */
export function installWorkClock(): WorkClock {
  /** In µs, rather more than it takes: a call, a look into a map, a node that a call goes through, a unit that is read. */
  const CALL = 0.3;
  const LOOK = 0.1;
  const NODE = 0.15;
  const UNIT = 0.005;
  let now = 0;
  let began = 0;
  let isPages = true;
  const ended: number[] = [];
  const begin = (isNextPages: boolean) => {
    if (!isPages) ended.push((now - began) / 1000);
    isPages = isNextPages;
    began = now;
  };

  const walkerOf = Document.prototype.createTreeWalker;
  const { nextNode } = TreeWalker.prototype;
  /** How many nodes of `root` the browser goes through to `last`; null: all. */
  const nodesTo = (root: Node, last: Node | null, which: number): number => {
    const walker = walkerOf.call(document, root, which);
    let count = 0;
    for (let node = nextNode.call(walker); node; node = nextNode.call(walker)) {
      count++;
      if (node === last) break;
    }
    return count;
  };
  const costOf = (name: string, target: unknown, result: unknown): number => {
    if (target instanceof Map || target instanceof Set || target instanceof WeakSet) return LOOK;
    if (!(target instanceof Node)) return CALL;
    if (name === 'textContent') return CALL + NODE * nodesTo(target, null, NodeFilter.SHOW_TEXT);
    if (name !== 'querySelector') return CALL;
    return CALL + NODE * nodesTo(target, result instanceof Node ? result : null, NodeFilter.SHOW_ELEMENT);
  };
  type Call = (this: unknown, ...values: unknown[]) => unknown;
  const counted = (name: string, call: Call): Call =>
    function (this: unknown, ...values) {
      const result = call.apply(this, values);
      now += costOf(name, this, result);
      return result;
    };
  const counting = ({ prototype }: { prototype: object }) => {
    for (const [name, property] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      const { get, value, configurable } = property;
      if (name === 'constructor' || !configurable) continue;
      if (get) Object.defineProperty(prototype, name, { ...property, get: counted(name, get) });
      if (typeof value === 'function')
        Object.defineProperty(prototype, name, { ...property, value: counted(name, value) });
    }
  };
  const read = [Node, Element, HTMLElement, CharacterData, Text, DocumentFragment, ShadowRoot];
  for (const type of [...read, TreeWalker, HTMLCollection, Range, Highlight, Map, Set, WeakSet]) counting(type);
  const { charCodeAt } = String.prototype;
  Object.defineProperty(String.prototype, 'charCodeAt', {
    value(this: string, at: number) {
      now += UNIT;
      return charCodeAt.call(this, at);
    },
  });
  performance.now = () => now / 1000;

  type Callback = (...values: never[]) => unknown;
  const measured = <T extends Callback>(callback: T): T =>
    ((...values) => {
      begin(false);
      return callback(...values);
    }) as T; // It is called as the one it stands for.
  const { setTimeout: timeout, requestIdleCallback: idle, requestAnimationFrame: frame } = globalThis;
  Object.assign(globalThis, {
    setTimeout: (callback: () => void, delayMs: number) => timeout(measured(callback), delayMs),
    requestIdleCallback: (callback: IdleRequestCallback, options?: IdleRequestOptions) =>
      idle(measured(callback), options),
    requestAnimationFrame: (callback: FrameRequestCallback) => frame(measured(callback)),
    MutationObserver: class extends MutationObserver {
      constructor(callback: MutationCallback) {
        super(measured(callback));
      }
    },
  });
  return {
    pageTask: () => begin(true),
    tasks: () => {
      begin(true);
      return ended.splice(0);
    },
  };
}
