// @vitest-environment happy-dom
import pack from 'virtual:pangzhu/pack';
import readings from 'virtual:pangzhu/readings';
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import type { ComponentProps } from 'preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PopupView } from '../../components/PopupView';
import { createSearch } from '../../glossary/search/search';
import { InEnglish } from './words';

afterEach(cleanup);

const search = createSearch(pack, readings);
type Props = ComponentProps<typeof PopupView>;

function show(given: Partial<Props> = {}) {
  const props: Props = {
    page: { name: 'read', terms: [] },
    site: { host: 'news.example', isOn: true, hasFailed: false },
    find: (query) => search.find(query),
    sourcesOf: () => pack.bulletins,
    passageHref: (bulletin, passage) => `/${bulletin}#${passage}`,
    bulletinsHref: '/bulletin.html',
    onOpenPassage: vi.fn(),
    onOpenBulletins: vi.fn(),
    onTurnSite: vi.fn(),
    keys: [],
    onChangeKeys: vi.fn(),
    onLeave: vi.fn(),
    ...given,
  };
  render(
    <InEnglish>
      <PopupView {...props} />
    </InEnglish>,
  );
  return props;
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

  it('lists the terms of the page with their counts before anything is typed', () => {
    const [first, second] = pack.entries;
    if (!first || !second) throw new Error('the pack is empty');
    show({
      page: {
        name: 'read',
        terms: [
          { entry: first, count: 3 },
          { entry: second, count: 1 },
        ],
      },
    });
    const texts = screen.getAllByRole('option').map((option) => option.textContent);
    expect(texts[0]).toContain(`${first.headword}×3`);
    expect(texts[1]).toContain(`${second.headword}×1`);
  });

  it.each<[string, Props['page'], RegExp]>([
    ['is looked at', { name: 'loading' }, /Looking at the page/],
    ['mentions nothing', { name: 'read', terms: [] }, /mentions none/],
    ['cannot be read', { name: 'unreadable' }, /no extension/],
    ['is switched off', { name: 'off' }, /switched off/],
  ])('says so while the page %s', (_name, page, message) => {
    show({ page });
    expect(screen.getByRole('status').textContent).toMatch(message);
  });

  it('chooses by arrows, around both ends, and opens with Enter', () => {
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

  it('does not take Enter from an input method', () => {
    show();
    type('kxsd');
    fireEvent.keyDown(field(), { key: 'Enter', isComposing: true });
    expect(screen.queryByRole('article')).toBeNull();
  });

  it('goes back from an entry by Esc to the search as it was', () => {
    show();
    type('kxsd');
    press('Enter');
    expect(document.activeElement?.textContent).toContain('Back');
    press('Escape');
    expect(field().value).toBe('kxsd');
    expect(document.activeElement).toBe(field());
  });

  it('clears the field with Esc, and leaves with the next', () => {
    const { onLeave } = show();
    type('kxsd');
    press('Escape');
    expect(field().value).toBe('');
    expect(onLeave).not.toHaveBeenCalled();
    press('Escape');
    expect(onLeave).toHaveBeenCalledOnce();
  });

  it('says what was not found', () => {
    show();
    type('量子纠缠退火');
    expect(screen.getByRole('status').textContent).toContain('Nothing found for “量子纠缠退火”');
    expect(screen.queryByRole('option')).toBeNull();
  });

  it('turns the site off and on, and says when that failed', () => {
    const { onTurnSite } = show();
    fireEvent.click(screen.getByRole('switch', { name: 'Mark terms on news.example' }));
    expect(onTurnSite).toHaveBeenCalledWith(false);
    cleanup();
    show({ site: { host: 'news.example', isOn: true, hasFailed: true } });
    expect(screen.getByRole('alert').textContent).toContain('could not be saved');
  });

  it('has no switch where there is no site', () => {
    show({ site: { host: null, isOn: true, hasFailed: false } });
    expect(screen.queryByRole('switch')).toBeNull();
    expect(screen.getByText(/no switch for this page/)).toBeTruthy();
  });

  it('shows what the keys are, and where they can be changed', () => {
    const { onChangeKeys } = show({
      keys: [
        { name: 'next-term', description: 'Go to the next term', shortcut: 'Alt+Shift+N' },
        { name: 'toggle-marks', description: 'Hide or show the marks', shortcut: '' },
      ],
    });
    const keys = screen.getByText('Shortcuts').closest('details');
    expect(keys?.textContent).toContain('Go to the next termAlt+Shift+N');
    expect(keys?.textContent).toContain('Hide or show the marksnot set');
    fireEvent.click(screen.getByText('Change shortcuts'));
    expect(onChangeKeys).toHaveBeenCalledOnce();
  });
});
