import finder from 'virtual:pangzhu/finder';
import pack from 'virtual:pangzhu/pack';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listenToMenus } from '../../../entrypoints/background/menus';
import { pathOfSelection } from '../../../entrypoints/glossary-browser/follow-selection';
import { glossaryPath, glossarySearchPath } from '../../../entrypoints/shared/page-paths';
import { Library } from '../../../glossary/library/library';
import { waitFor } from '../../waits';
import { FakeArea } from '../shared/fake-area';

type Clicked = (info: object, tab: object) => void;

/** The browser: a menu that was clicked, a page with a selection, and pages that were opened. */
const fake = vi.hoisted(() => ({
  clicked: null as Clicked | null,
  opened: [] as string[],
  session: null as unknown,
}));

vi.mock('webextension-polyfill', () => ({
  default: {
    contextMenus: {
      onClicked: {
        addListener: (listener: Clicked) => {
          fake.clicked = listener;
        },
      },
    },
    runtime: { getURL: (path: string) => path },
    scripting: { executeScript: async () => [{ result: { text: '学习科协十大精神', start: 4, end: 6 } }] },
    storage: {
      local: { get: async () => ({}) },
      get session() {
        return fake.session;
      },
    },
    tabs: { create: async ({ url }: { url: string }) => void fake.opened.push(url) },
  },
}));

const library = new Library([pack]);
const lookUp = (tab: object) => fake.clicked?.({ menuItemId: 'look-up', selectionText: '十大' }, tab);
/** The id in the address of the page that opens. */
async function openedSelection(): Promise<string> {
  await waitFor(() => expect(fake.opened).toHaveLength(1));
  return fake.opened[0]?.split('#/selection/')[1] ?? '';
}

beforeEach(() => {
  fake.opened = [];
  fake.session = new FakeArea();
  vi.stubGlobal('fetch', async () => Response.json(finder));
  listenToMenus();
});
afterEach(() => vi.unstubAllGlobals());

describe('looking a selection up', () => {
  it('opens a page whose address has no text, and which leads to the entry around the selection', async () => {
    lookUp({ id: 1, index: 0, incognito: false });
    const id = await openedSelection();
    expect(fake.opened[0]).toMatch(/^\/glossary-browser\.html#\/selection\/[0-9a-f-]+$/);
    expect(await pathOfSelection(id, library)).toBe(glossaryPath('bundled/cast-10th'));
  });

  it('keeps the selection until the page has read it', async () => {
    lookUp({ id: 1, index: 0, incognito: false });
    const id = await openedSelection();
    await pathOfSelection(id, library);
    expect((fake.session as FakeArea).items).toEqual({});
    expect(await pathOfSelection(id, library)).toBe(glossarySearchPath(''));
  });

  it('notes that a selection is in a private window', async () => {
    lookUp({ id: 1, index: 0, incognito: true });
    const id = await openedSelection();
    expect((fake.session as FakeArea).items).toMatchObject({ [`selection/${id}`]: { isPrivate: true } });
  });
});
