// @vitest-environment happy-dom
import readings from 'virtual:pangzhu/readings';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import type { ComponentProps } from 'preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PopupView } from '../../../components/popup/PopupView';
import type { ScopeState } from '../../../components/popup/ScopeSwitches';
import { createSearch } from '../../../glossary/search/search';
import { library } from '../../library';
import { InEnglish } from '../words';

afterEach(cleanup);

const search = createSearch(library, readings);
type Props = ComponentProps<typeof PopupView>;

const scope: Props['scope'] = {
  site: 'news.example',
  isSiteOn: true,
  isBaseOn: true,
  isPageOn: null,
  pausedUntil: null,
  areSitesLocked: false,
  isPauseLocked: false,
  problem: null,
};

const [first, second] = library.entries;
if (!first || !second) throw new Error('the pack is empty');
const terms = [
  { entry: first, index: 0, count: 3, isMuted: false },
  { entry: second, index: 1, count: 1, isMuted: true },
];

function show(given: Partial<Omit<Props, 'on'>> = {}) {
  const on = {
    onOpenPassage: vi.fn(),
    onOpenEntry: vi.fn(),
    onOpen: vi.fn(),
    onShowMention: vi.fn(),
    onMute: vi.fn(),
    onMarkPage: vi.fn(),
    onAskPermission: vi.fn(),
    onReload: vi.fn(),
    onRetry: vi.fn(),
    onChangeKeys: vi.fn(),
    onLeave: vi.fn(),
    onSetPageEnabled: vi.fn(),
    onSetSiteEnabled: vi.fn(),
    onSetBaseEnabled: vi.fn(),
    onPause: vi.fn(),
    onExport: vi.fn(),
    describeLosses: vi.fn(async () => []),
  };
  const props: Props = {
    page: { name: 'read', terms: [], markedDespite: null, hasRestrictedFrames: false },
    scope,
    search,
    hasFailed: false,
    sourcesOf: () => library.bulletins,
    passageHref: (bulletin, passage) => `/${bulletin}#${passage}`,
    hasPanel: true,
    shortcuts: [],
    news: null,
    on,
    ...given,
  };
  const view = (shown: Props) => (
    <InEnglish>
      <PopupView {...shown} />
    </InEnglish>
  );
  const { rerender } = render(view(props));
  /** Renders the same popup with what is known by now. */
  const become = (later: Partial<Props>) => rerender(view({ ...props, ...later }));
  return { ...on, become };
}

const field = () => screen.getByRole<HTMLInputElement>('combobox');
const type = (text: string) => fireEvent.input(field(), { target: { value: text } });
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? field(), { key });
const activeOption = () => document.getElementById(field().getAttribute('aria-activedescendant') ?? '');

describe('the popup', () => {
  it('has the focus in the search field', () => {
    show();
    expect(document.activeElement).toBe(field());
  });

  it('exports the terms of the page that are not muted', async () => {
    const { onExport } = show({ page: { name: 'read', terms, markedDespite: null, hasRestrictedFrames: false } });
    const details = screen.getByText('Export these terms').parentElement;
    details?.setAttribute('open', '');
    fireEvent.click(await screen.findByRole('button', { name: 'Export' }));
    expect(onExport).toHaveBeenCalledWith([first], 'csv');
  });

  it('accepts input while search is loading, and shows its results later', () => {
    const { become } = show({ page: { name: 'loading' }, search: null });
    expect(document.activeElement).toBe(field());
    expect(screen.getByRole('status').textContent).toBe('Checking this page…');
    expect(screen.getByRole('switch', { name: 'Mark terms on news.example' })).toBeTruthy();
    const before = field();
    type('kxsd');
    expect(screen.getByRole('status').textContent).toBe('Loading the glossary…');
    expect(screen.queryByRole('option')).toBeNull();
    become({ search });
    expect(field()).toBe(before);
    expect(document.activeElement).toBe(before);
    expect(before.value).toBe('kxsd');
    expect(activeOption()?.textContent).toContain('科协十大');
    press('Enter');
    expect(screen.getByRole('article', { name: '科协十大' })).toBeTruthy();
  });

  it('opens the result of an early Enter, unless more is typed', () => {
    const { become } = show({ search: null });
    type('kxsd');
    press('Enter');
    expect(screen.queryByRole('article')).toBeNull();
    become({ search });
    expect(screen.getByRole('article', { name: '科协十大' })).toBeTruthy();
    cleanup();

    const other = show({ search: null });
    type('kxsd');
    press('Enter');
    type('qiushi');
    other.become({ search });
    expect(screen.queryByRole('article')).toBeNull();
    expect(activeOption()?.textContent).toContain('求是');
  });

  it('reports that the glossary could not be loaded, and tries again on a click', () => {
    const { onRetry, become } = show({ page: { name: 'loading' }, search: null });
    become({ hasFailed: true });
    expect(screen.getByRole('status').textContent).toBe('The glossary couldn’t be loaded.');
    type('kxsd');
    expect(screen.getByRole('status').textContent).toBe('The glossary couldn’t be loaded.');
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(onRetry).toHaveBeenCalledOnce();
  });

  it('keeps a long query as it was pasted, and says how much of it counts', () => {
    show();
    const field = screen.getByRole<HTMLInputElement>('combobox');
    const pasted = `科协十大，${'长'.repeat(60)}`;
    fireEvent.input(field, { target: { value: pasted } });
    expect(screen.queryByText(/up to letter 64/)).toBeNull();
    fireEvent.input(field, { target: { value: `${pasted}句` } });
    expect(field.value).toBe(`${pasted}句`);
    expect(field.maxLength).toBe(-1);
    expect(screen.getByText(/up to letter 64/)).toBeTruthy();
  });

  it('keeps composed text when search arrives', () => {
    const { become } = show({ search: null });
    fireEvent.compositionStart(field());
    fireEvent.input(field(), { target: { value: 'ke' }, isComposing: true });
    become({ search });
    expect(field().value).toBe('ke');
    expect(screen.queryByRole('option')).toBeNull();
    fireEvent.input(field(), { target: { value: '科协十大' }, isComposing: true });
    fireEvent.compositionEnd(field());
    expect(screen.getAllByRole('option')[0]?.textContent).toContain('科协十大');
  });

  it('clears the field by Esc while search is loading, and closes by the next Esc', () => {
    const { onLeave } = show({ search: null });
    type('kxsd');
    press('Escape');
    expect(field().value).toBe('');
    press('Escape');
    expect(onLeave).toHaveBeenCalledOnce();
  });

  it('lists the terms of the page with counts and muted terms', () => {
    show({ page: { name: 'read', terms, markedDespite: null, hasRestrictedFrames: false } });
    const lines = screen.getAllByRole('listitem').map((line) => line.textContent);
    expect(lines[0]).toContain(first.headword);
    expect(lines[0]).toContain('×3');
    expect(screen.getByRole('button', { name: `Muted “${second.headword}”`, pressed: true })).toBeTruthy();
  });

  it('lists all terms of a page with many', async () => {
    const many = library.entries.map((entry, index) => ({ entry, index, count: 1, isMuted: false }));
    show({ page: { name: 'read', terms: many, markedDespite: null, hasRestrictedFrames: false } });
    await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(many.length));
  });

  it('steps through the mentions of a term, and from the last to the first', () => {
    const { onShowMention } = show({ page: { name: 'read', terms, markedDespite: null, hasRestrictedFrames: false } });
    for (const n of [1, 2, 3, 1]) {
      fireEvent.click(screen.getByRole('button', { name: `Show “${first.headword}” in the page, ${n} of 3` }));
    }
    expect(onShowMention.mock.calls.map(([, nth]) => nth)).toEqual([0, 1, 2, 0]);
  });

  it('mutes and unmutes a term', () => {
    const { onMute } = show({ page: { name: 'read', terms, markedDespite: null, hasRestrictedFrames: false } });
    fireEvent.click(screen.getByRole('button', { name: `Mute “${first.headword}”` }));
    fireEvent.click(screen.getByRole('button', { name: `Muted “${second.headword}”` }));
    expect(onMute.mock.calls).toEqual([
      [first, true],
      [second, false],
    ]);
  });

  it('moves from the field through the list by arrow keys, in a column', () => {
    show({ page: { name: 'read', terms, markedDespite: null, hasRestrictedFrames: false } });
    press('ArrowDown');
    expect(document.activeElement?.textContent).toContain(first.headword);
    press('ArrowDown');
    expect(document.activeElement?.textContent).toContain(second.headword);
    press('ArrowDown');
    expect(document.activeElement?.textContent).toContain(second.headword);
    screen.getByRole('button', { name: `Muted “${second.headword}”` }).focus();
    press('ArrowUp');
    expect(document.activeElement?.getAttribute('aria-label')).toBe(`Mute “${first.headword}”`);
  });

  it.each<[string, Props['page'], RegExp]>([
    ['is looked at', { name: 'loading' }, /Checking this page/],
    [
      'mentions nothing',
      { name: 'read', terms: [], markedDespite: null, hasRestrictedFrames: false },
      /No glossary terms/,
    ],
    ['is the browser’s own', { name: 'restricted', reason: 'browser' }, /Extensions can’t read browser pages/],
    ['is a store’s', { name: 'restricted', reason: 'store' }, /extension stores/],
    ['is a local file', { name: 'restricted', reason: 'files' }, /access to file URLs/],
    ['is switched off', { name: 'off' }, /turned off/],
    ['is paused', { name: 'paused' }, /paused/],
  ])('reports that the page %s', (_name, page, message) => {
    show({ page });
    expect(screen.getByText(message)).toBeTruthy();
  });

  const mark = ['Mark this page now', 'onMarkPage'] as const;
  const allow = ['Allow reading this site', 'onAskPermission'] as const;
  const reload = ['Reload this page', 'onReload'] as const;
  it.each<[string, Props['page'], (readonly [string, 'onMarkPage' | 'onAskPermission' | 'onReload'])[]]>([
    ['is switched off', { name: 'off' }, [mark]],
    ['may not be read', { name: 'restricted', reason: 'permission' }, [mark, allow]],
    ['was opened before us', { name: 'restricted', reason: 'early' }, [mark, reload]],
    [
      'is marked by a click, for lack of leave',
      { name: 'read', terms, markedDespite: 'permission', hasRestrictedFrames: false },
      [allow],
    ],
    [
      'is marked by a click, against the rules',
      { name: 'read', terms, markedDespite: 'rules', hasRestrictedFrames: false },
      [],
    ],
    ['is marked', { name: 'read', terms, markedDespite: null, hasRestrictedFrames: false }, []],
    ['is the browser’s own', { name: 'restricted', reason: 'browser' }, []],
    ['is paused', { name: 'paused' }, []],
  ])('offers actions if the page %s', (_name, page, ways) => {
    const on = show({ page });
    const offered = [mark, allow, reload].filter(([name]) => screen.queryByRole('button', { name }));
    expect(offered).toEqual(ways);
    for (const [name, event] of ways) {
      fireEvent.click(screen.getByRole('button', { name }));
      expect(on[event]).toHaveBeenCalledOnce();
    }
  });

  it('reports that only this page is marked, and why', () => {
    show({ page: { name: 'read', terms, markedDespite: 'rules', hasRestrictedFrames: false } });
    expect(screen.getByText(/Only this page is marked.*turned off/)).toBeTruthy();
    cleanup();
    show({ page: { name: 'read', terms, markedDespite: 'permission', hasRestrictedFrames: false } });
    expect(screen.getByText(/Only this page is marked.*doesn’t let/)).toBeTruthy();
  });

  it.each([true, false])('reports unmarked embedded pages (%s)', (has) => {
    show({ page: { name: 'read', terms, markedDespite: null, hasRestrictedFrames: has } });
    expect(screen.queryAllByText(/Content embedded from other sites isn’t marked/)).toHaveLength(Number(has));
  });

  it('offers no actions that the organisation locks, and names the lock', () => {
    show({ page: { name: 'off' }, scope: { ...scope, areSitesLocked: true } });
    expect(screen.queryByRole('button', { name: 'Mark this page now' })).toBeNull();
    cleanup();
    show({ page: { name: 'off' }, scope: { ...scope, problem: 'unmarked' } });
    expect(screen.getByRole('alert').textContent).toContain('Couldn’t mark this page');
  });

  it('selects by arrow keys, round at both ends, and opens by Enter', () => {
    show();
    type('zhong');
    const options = screen.getAllByRole('option');
    expect(activeOption()).toBe(options[0]);
    press('ArrowUp');
    expect(activeOption()).toBe(options.at(-1));
    press('ArrowDown');
    press('ArrowDown');
    expect(activeOption()).toBe(options[1]);
    const headword = options[1]?.querySelector('.choice-headword')?.textContent ?? '';
    press('Enter');
    expect(screen.getByRole('article', { name: headword })).toBeTruthy();
  });

  it('ignores Enter of an input method', () => {
    show();
    type('kxsd');
    fireEvent.keyDown(field(), { key: 'Enter', isComposing: true });
    expect(screen.queryByRole('article')).toBeNull();
  });

  it('returns from an entry to the same search by Esc', () => {
    show();
    type('kxsd');
    press('Enter');
    expect(document.activeElement?.textContent).toContain('Back');
    press('Escape');
    expect(field().value).toBe('kxsd');
    expect(document.activeElement).toBe(field());
  });

  it('clears the field by Esc, and closes by the next Esc', () => {
    const { onLeave } = show();
    type('kxsd');
    press('Escape');
    expect(field().value).toBe('');
    expect(onLeave).not.toHaveBeenCalled();
    press('Escape');
    expect(onLeave).toHaveBeenCalledOnce();
  });

  it('reports more results than it lists', () => {
    const entries = Array.from({ length: 60 }, (_, i) => ({ ...first, id: `e${i}`, forms: [`科协${i}`] }));
    show({ search: createSearch({ entries, variants: library.variants, bulletins: [] }, readings) });
    fireEvent.input(field(), { target: { value: '科协' } });
    expect(screen.getAllByRole('option')).toHaveLength(50);
    expect(screen.getByText('Results: more than 50, best first')).toBeTruthy();
  });

  it('lists sentences of the bulletins last, each leading to its place', () => {
    const { onOpenPassage } = show();
    type('磅礴力量');
    const inBulletins = () => screen.getByRole('group', { name: 'In the bulletins' });
    const options = within(inBulletins()).getAllByRole('option');
    expect(options).toEqual(screen.getAllByRole('option'));
    expect(options[0]?.textContent).toContain('磅礴力量');
    expect(screen.getByRole('status').textContent).toBe(`${options.length} passages of the bulletins`);
    press('ArrowDown');
    press('Enter');
    expect(onOpenPassage).toHaveBeenLastCalledWith('cast-2021-06-11', expect.stringMatching(/^p\d+s\d+$/));
    type('四史');
    const both = screen.getAllByRole('option');
    expect(inBulletins().contains(both.at(-1) ?? null)).toBe(true);
    expect(inBulletins().contains(both[0] ?? null)).toBe(false);
    press('ArrowUp');
    expect(field().getAttribute('aria-activedescendant')).toBe(both.at(-1)?.id);
    fireEvent.click(both.at(-1) ?? field());
    expect(onOpenPassage).toHaveBeenCalledTimes(2);
  });

  it('searches after composition only', () => {
    show();
    fireEvent.compositionStart(field());
    fireEvent.input(field(), { target: { value: 'ke' }, isComposing: true });
    expect(field().value).toBe('ke');
    expect(screen.queryByRole('option')).toBeNull();
    fireEvent.input(field(), { target: { value: '科协十大' }, isComposing: true });
    fireEvent.compositionEnd(field());
    expect(screen.getAllByRole('option')[0]?.textContent).toContain('科协十大');
  });

  it('reports that nothing was found, and suggests the nearest entries without selecting one', () => {
    show();
    type('科技新闻联播团体');
    expect(screen.getByText(/Nothing found for “科技新闻联播团体”. Closest matches:/)).toBeTruthy();
    expect(screen.getAllByRole('option').length).toBeGreaterThan(0);
    expect(activeOption()).toBeNull();
    press('Enter');
    expect(screen.queryByRole('article')).toBeNull();
  });

  it('gives advice if nothing is near', () => {
    show();
    type('龘靐');
    expect(screen.getByText(/Nothing found for “龘靐”/)).toBeTruthy();
    expect(screen.queryByRole('option')).toBeNull();
  });

  it.each([
    ['Mark terms on news.example', 'onSetSiteEnabled'],
    ['Mark terms on all other sites', 'onSetBaseEnabled'],
    ['Mark terms on this page', 'onSetPageEnabled'],
  ] as const)('has a switch: %s', (name, event) => {
    const on = show({ scope: { ...scope, isPageOn: true } });
    fireEvent.click(screen.getByRole('switch', { name }));
    expect(on[event]).toHaveBeenCalledWith(false);
  });

  it('reports a refusal of the browser over an open entry, too', () => {
    const { become } = show({ page: { name: 'read', terms, markedDespite: null, hasRestrictedFrames: false } });
    fireEvent.click(screen.getByText(first.headword));
    expect(screen.queryByRole('alert')).toBeNull();
    become({
      page: { name: 'read', terms, markedDespite: null, hasRestrictedFrames: false },
      scope: { ...scope, problem: 'refused' },
    });
    expect(screen.getByRole('heading', { level: 2, name: first.headword })).toBeTruthy();
    expect(screen.getByRole('alert').textContent).toContain('browser blocked');
  });

  it('reports a switch that was not saved, and one that is locked', () => {
    show({ scope: { ...scope, problem: 'failed' } });
    expect(screen.getByRole('alert').textContent).toContain('couldn’t be saved');
    cleanup();
    show({ scope: { ...scope, problem: 'private' } });
    expect(screen.getByRole('alert').textContent).toContain('private window');
    cleanup();
    show({ scope: { ...scope, problem: 'refused' } });
    expect(screen.getByRole('alert').textContent).toContain('browser blocked');
    cleanup();
    show({ scope: { ...scope, problem: 'locked' } });
    expect(screen.getByRole('alert').textContent).toContain('Set by your organisation');
  });

  it.each<[locked: string, change: Partial<ScopeState>, isSiteLocked: boolean, isPauseLocked: boolean]>([
    ['where terms are marked', { areSitesLocked: true }, true, false],
    ['pausing', { isPauseLocked: true }, false, true],
  ])(
    'leaves alone what the organisation locked, and nothing else: %s',
    (_name, change, isSiteLocked, isPauseLocked) => {
      show({ scope: { ...scope, ...change } });
      expect(screen.getByText(/Set by your organisation/)).toBeTruthy();
      const site = screen.getByRole<HTMLInputElement>('switch', { name: 'Mark terms on news.example' });
      const pause = screen.getByRole<HTMLButtonElement>('button', { name: 'for an hour' });
      expect([site.disabled, pause.disabled]).toEqual([isSiteLocked, isPauseLocked]);
    },
  );

  it('pauses, and shows the end of the pause', () => {
    const { onPause } = show();
    fireEvent.click(screen.getByRole('button', { name: 'for an hour' }));
    cleanup();
    const paused = show({ scope: { ...scope, pausedUntil: '14:30' } });
    expect(screen.getByText('Paused until 14:30')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Resume' }));
    expect(onPause).toHaveBeenCalledWith('hour');
    expect(paused.onPause).toHaveBeenCalledWith(null);
  });

  it('has no switch for a page without a site', () => {
    show({ scope: { ...scope, site: null } });
    expect(screen.getAllByRole('switch')).toHaveLength(1);
    expect(screen.getByText(/no switch for this page/)).toBeTruthy();
  });

  it.each([
    ['Side panel', 'panel'],
    ['Glossary', 'glossary'],
    ['Bulletins', 'bulletins'],
    ['Options', 'options'],
  ])('leads to: %s', (name, place) => {
    const { onOpen } = show();
    fireEvent.click(screen.getByRole('button', { name }));
    expect(onOpen).toHaveBeenCalledWith(place);
  });

  it.each([true, false])('has a button for the side panel where the browser has one: %s', (hasPanel) => {
    show({ hasPanel });
    expect(screen.queryAllByRole('button', { name: /panel/i })).toHaveLength(hasPanel ? 1 : 0);
    expect(screen.getByRole('button', { name: /options/i })).toBeTruthy();
  });

  it('lists the shortcuts, with a link to change them', () => {
    const { onChangeKeys } = show({
      shortcuts: [
        { name: 'next-term', description: 'Go to the next term', keys: 'Alt+Shift+J' },
        { name: 'toggle-marks', description: 'Hide or show the marks', keys: '' },
      ],
    });
    const keys = screen.getByText('Shortcuts').closest('details');
    expect(keys?.textContent).toContain('Go to the next termAlt+Shift+J');
    expect(keys?.textContent).toContain('Hide or show the marksNot set');
    fireEvent.click(screen.getByText('Change shortcuts'));
    expect(onChangeKeys).toHaveBeenCalledOnce();
  });
});
