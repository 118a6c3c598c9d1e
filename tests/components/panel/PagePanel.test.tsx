// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import type { ComponentProps } from 'preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type MuteOutcome, PagePanel } from '../../../components/panel/PagePanel';
import { bundledEntry as entryOf, library, plainEntry } from '../../library';
import { InEnglish } from '../words';

afterEach(cleanup);

const terms = [
  { entry: entryOf('kepu-china'), count: 3 },
  { entry: entryOf('medal-ceremony'), count: 1 },
  { entry: entryOf('cast-10th'), count: 2 },
];
type Props = ComponentProps<typeof PagePanel>;

function show(given: Partial<Props> = {}) {
  const props: Props = {
    page: { name: 'read', terms },
    pointed: null,
    passageHref: (bulletin, passage) => `/bulletin?id=${bulletin}#${passage}`,
    onOpenPassage: vi.fn(),
    failure: null,
    bulletins: library.bulletins,
    muted: [],
    find: (query) => library.entries.filter(({ headword }) => headword.includes(query)),
    entryHref: (id) => `/glossary#${id}`,
    bookHref: '/glossary',
    onShowMention: vi.fn(),
    onMute: vi.fn((): Promise<MuteOutcome> => Promise.resolve('done')),
    copy: vi.fn(() => Promise.resolve()),
    onExport: vi.fn(),
    describeLosses: async (entries) => [{ field: 'note', count: entries.length }],
    onRetry: vi.fn(),
    ...given,
  };
  render(
    <InEnglish>
      <PagePanel {...props} />
    </InEnglish>,
  );
  return props;
}

const listed = () =>
  screen.getAllByRole('listitem').map((item) => within(item).getByRole('link').getAttribute('href')?.split('#')[1]);
const button = (name: string) => screen.getByRole('button', { name });

describe('the side panel', () => {
  it('lists the terms in the order of the page, and counts them', () => {
    show();
    expect(listed()).toEqual(['bundled/kepu-china', 'bundled/medal-ceremony', 'bundled/cast-10th']);
    expect(screen.getAllByRole('status')[0]?.textContent).toBe('3 terms, 6 mentions');
  });

  it('shows the whole definition of the term that the reader points at in the page', () => {
    const { entry } = terms[1] ?? { entry: entryOf('cast-10th') };
    show({ pointed: entry.index });
    const card = screen.getByRole('article', { name: entry.headword });
    expect(card.textContent).toContain(entry.evidence[0]?.quote);
    cleanup();
    show({ pointed: entryOf('kechuang-china').index });
    expect(screen.queryByRole('article')).toBeNull();
  });

  it('waits for composed text before it filters', () => {
    show();
    const field = screen.getByRole('searchbox');
    fireEvent.compositionStart(field);
    fireEvent.input(field, { target: { value: 'ke' }, isComposing: true });
    expect(listed()).toHaveLength(3);
    expect(field).toHaveProperty('value', 'ke');
    fireEvent.input(field, { target: { value: '科协十大' }, isComposing: true });
    fireEvent.compositionEnd(field);
    expect(listed()).toEqual(['bundled/cast-10th']);
  });

  it('saves the terms that are listed, and says before what is lost', async () => {
    const { onExport } = show();
    const details = screen.getByText('Export these terms').parentElement as HTMLDetailsElement; // A summary is in one.
    details.open = true;
    fireEvent(details, new Event('toggle'));
    fireEvent.change(await screen.findByLabelText('Export as'), { target: { value: 'tbx' } });
    await screen.findByText(/\(3\)/);
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: '科协十大' } });
    await screen.findByText(/\(1\)/);
    fireEvent.click(button('Export'));
    expect(onExport).toHaveBeenCalledWith([entryOf('cast-10th')], 'tbx');
  });

  it('shows all fields of a term, and first that it is deprecated', () => {
    const entry = plainEntry({
      id: 'a',
      headword: '术语',
      forms: [],
      definition: '释义。',
      translation: 'term',
      status: 'deprecated',
      use: '名词',
      note: '旧称',
      source: { title: '', url: '', quote: '引文' },
    });
    show({ page: { name: 'read', terms: [{ entry, count: 1 }] } });
    expect(screen.getAllByText(/Deprecated.*名词/)).toHaveLength(2);
    const details = screen.getByText('Details').parentElement;
    expect(details?.textContent).toMatch(/term.*旧称.*引文/);
  });

  it('groups terms of the reader’s own by themselves in the order by bulletin', () => {
    const entry = plainEntry({ id: 'a', headword: '术语', forms: [], definition: '我的释义。' });
    show({ page: { name: 'read', terms: [...terms, { entry, count: 1 }] } });
    expect(listed()).toContain('user/a');
    fireEvent.click(button('By bulletin'));
    const group = screen.getByRole('region', { name: 'Your own term' });
    expect(within(group).getByRole('link').textContent).toBe('术语');
    expect(within(group).getByText('我的释义。')).toBeTruthy();
  });

  it('lists terms under each bulletin that quotes them', () => {
    show();
    fireEvent.click(button('By bulletin'));
    expect(button('By bulletin').getAttribute('aria-pressed')).toBe('true');
    const groups = screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent);
    expect(groups[0]).toContain('1 June 2021');
    const [first] = screen.getAllByRole('region');
    if (!first) throw new Error('there is no group');
    expect(within(first).queryByRole('link', { name: entryOf('medal-ceremony').headword })).toBeNull();
    expect(within(first).getByRole('link', { name: '科协十大' })).toBeTruthy();
  });

  it('steps through the mentions of a term, round at the ends', () => {
    const { onShowMention } = show();
    const go = vi.mocked(onShowMention);
    for (let i = 0; i < 4; i++) fireEvent.click(button('Next mention of 科普中国'));
    expect(go.mock.calls.map(([, nth]) => nth)).toEqual([0, 1, 2, 0]);
    fireEvent.click(button('Previous mention of 科普中国'));
    expect(go).toHaveBeenLastCalledWith(entryOf('kepu-china'), 2);
    expect(screen.getByText('3 of 3')).toBeTruthy();
  });

  it('has one button for a single mention', () => {
    show({ page: { name: 'read', terms: terms.slice(1, 2) } });
    const { headword } = entryOf('medal-ceremony');
    expect(screen.queryByRole('button', { name: `Previous mention of ${headword}` })).toBeNull();
    expect(button(`Next mention of ${headword}`)).toBeTruthy();
  });

  it('filters, keeps the order, and copies what is shown', async () => {
    const { copy } = show();
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: '科' } });
    expect(listed()).toEqual(terms.flatMap(({ entry }) => (entry.headword.includes('科') ? [entry.id] : [])));
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: '科协十大' } });
    expect(listed()).toEqual(['bundled/cast-10th']);
    fireEvent.click(button('Copy as Markdown footnote'));
    expect(copy).toHaveBeenCalledWith([entryOf('cast-10th')], 'markdown');
    expect(await screen.findByText('Copied')).toBeTruthy();
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: '量子' } });
    expect(screen.getByText('Nothing found for “量子”.')).toBeTruthy();
  });

  it('mutes a term, and reports if that was not saved', async () => {
    const onMute = vi.fn(() => Promise.reject(new Error('full')));
    show({ onMute });
    fireEvent.click(button('Mute 科协十大'));
    expect(onMute).toHaveBeenCalledWith(entryOf('cast-10th'), true);
    expect((await screen.findByRole('alert')).textContent).toContain('couldn’t be saved');
  });

  it('unmutes a term', () => {
    const { onMute } = show({ muted: [entryOf('cast')] });
    fireEvent.click(screen.getByText('Muted terms (1)'));
    fireEvent.click(button('Unmute 中国科协'));
    expect(onMute).toHaveBeenCalledWith(entryOf('cast'), false);
  });

  it.each<[string, Partial<Props>, RegExp, listed: number]>([
    ['without a glossary', { page: { name: 'loading' }, failure: 'glossary' }, /^The glossary couldn’t be loaded/, 0],
    ['beside the previous list', { failure: 'terms' }, /own terms couldn’t be loaded/, terms.length],
    ['of an unknown page', { page: { name: 'failed' } }, /didn’t say which page/, 0],
  ])('reports what failed, and retries on a click: %s', (_name, given, message, count) => {
    const { onRetry } = show(given);
    expect(screen.getByText(message)).toBeTruthy();
    expect(screen.queryByText(/Checking this page/)).toBeNull();
    expect(screen.queryAllByRole('listitem')).toHaveLength(count);
    fireEvent.click(button('Try again'));
    expect(onRetry).toHaveBeenCalledOnce();
  });

  it.each<[Props['page'], RegExp]>([
    [{ name: 'loading' }, /Checking this page/],
    [{ name: 'restricted', reason: 'browser' }, /browser pages/],
    [{ name: 'restricted', reason: 'store' }, /store/],
    [{ name: 'restricted', reason: 'files' }, /local files/i],
    [{ name: 'restricted', reason: 'permission' }, /doesn’t let Pangzhu read/],
    [{ name: 'restricted', reason: 'early' }, /loading/],
    [{ name: 'off' }, /turned off/],
    [{ name: 'paused' }, /paused/],
    [{ name: 'read', terms: [] }, /No glossary terms/],
  ])('says why it is empty: %j', (page, message) => {
    show({ page });
    expect(screen.getByRole('status').textContent).toMatch(message);
    expect(screen.queryByRole('searchbox')).toBeNull();
    expect(screen.queryByRole('button')).toBeNull();
  });
});
