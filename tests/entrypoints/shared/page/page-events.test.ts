import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

type Listener = (message: string) => string;

const runtime: { id: string | undefined } = { id: 'pangzhu' };
const listeners = new Set<Listener>();
const event = {
  addListener: (listener: Listener) => void listeners.add(listener),
  removeListener: (listener: Listener) => void listeners.delete(listener),
};
const fire = (message: string) => [...listeners].map((listener) => listener(message));
let listenUntil: typeof import('../../../../entrypoints/shared/page/page-events').listenUntil;

beforeEach(async () => {
  vi.stubGlobal('browser', { runtime });
  ({ listenUntil } = await import('../../../../entrypoints/shared/page/page-events'));
});
afterEach(() => {
  listeners.clear();
  vi.unstubAllGlobals();
});

describe('a listener to an event of the extension', () => {
  it('hears, and answers, until its end', () => {
    const end = new AbortController();
    listenUntil(event, (message) => `${message}!`, end.signal);
    expect(fire('a')).toEqual(['a!']);
    end.abort();
    expect(listeners.size).toBe(0);
  });

  it('hears nothing after its end in a page that outlived the extension, whose API throws', () => {
    const end = new AbortController();
    const heard: string[] = [];
    listenUntil(event, (message) => String(heard.push(message)), end.signal);
    runtime.id = undefined;
    end.abort();
    runtime.id = 'pangzhu';
    expect(fire('a')).toEqual([undefined]);
    expect(heard).toEqual([]);
  });
});
