/**
 * A clock that counts work instead of time: each DOM call, each UTF-16 unit read and each map access advances it by a fixed
 * cost, so that a task is equally long on busy and idle machines. The function is sent to a page as source, so that it
 * cannot use anything else of this module.
 */

/** The installed clock. */
export interface WorkClock {
  /** Assigns the work until the next task of the measured script to the page. */
  pageTask(): void;
  /** Durations of the measured script's tasks since the last call, in ms of this clock. */
  tasks(): number[];
}

/** Replaces `performance.now` by the clock. Scripts evaluated after this are measured. */
export function installWorkClock(): WorkClock {
  /** Costs in µs, upper estimates: of a DOM call, a map access, a node visited by a call, a UTF-16 unit read. */
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
  /** Number of nodes of `root` that the browser visits up to `last`, or all if null. */
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
    }) as T; // It has the parameters of the callback.
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
