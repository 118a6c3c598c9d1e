import { beforeEach, expect, it, vi } from 'vitest';
import { followTab } from '../../../entrypoints/sidepanel/follow-tab';
import { library } from '../../library';
import { waitUntil } from '../../waits';

type Activated = (info: { tabId: number; windowId: number }) => void;

/** A replacement of the browser: one window, whose active tab is `active`. */
const { fake } = vi.hoisted(() => ({
  fake: {
    active: 1,
    connected: [] as number[],
    activated: [] as Activated[],
    /** Resolves the request for the panel's window. */
    nameWindow: (_id: number) => {},
  },
}));

vi.mock('webextension-polyfill', () => {
  const event = { addListener: () => null, removeListener: () => null };
  return {
    default: {
      windows: {
        getCurrent: () =>
          new Promise((resolve) => {
            fake.nameWindow = (id) => resolve({ id });
          }),
      },
      runtime: { onMessage: event },
      storage: { local: {}, sync: {}, session: {}, managed: {}, onChanged: event },
      tabs: {
        query: async () => [{ id: fake.active, url: 'https://example.com/' }],
        connect: (tab: number) => {
          fake.connected.push(tab);
          return { onMessage: event, onDisconnect: event, disconnect: () => null };
        },
        onActivated: { addListener: (listener: Activated) => fake.activated.push(listener) },
        onUpdated: event,
      },
    },
  };
});

beforeEach(() => {
  fake.active = 1;
  fake.connected = [];
  fake.activated = [];
});

function activate(tabId: number, windowId: number): void {
  fake.active = tabId;
  for (const listener of fake.activated) listener({ tabId, windowId });
}

it('follows a switch of tabs before the browser has returned the panel’s window', async () => {
  followTab(null, () => library, { onPage: () => null });
  await waitUntil(() => fake.connected.length === 1);
  activate(2, 10);
  fake.nameWindow(10);
  await waitUntil(() => fake.connected.length === 2);
  expect(fake.connected).toEqual([1, 2]);
});

it('ignores switches of tabs in other windows', async () => {
  followTab(null, () => library, { onPage: () => null });
  await waitUntil(() => fake.connected.length === 1);
  fake.nameWindow(10);
  activate(2, 11);
  activate(3, 10);
  await waitUntil(() => fake.connected.length === 2);
  expect(fake.connected).toEqual([1, 3]);
});
