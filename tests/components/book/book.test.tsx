// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { BookView } from '../../../components/book/BookView';
import { EntryIndex } from '../../../components/book/EntryIndex';
import { EntryPage } from '../../../components/book/EntryPage';
import { PrintedBook } from '../../../components/book/PrintedBook';
import { RelationMap } from '../../../components/map/RelationMap';
import { itemText } from '../../../components/timeline/draw-timeline';
import { TimelineView } from '../../../components/timeline/TimelineView';
import { linesBetween } from '../../../glossary/book/relations';
import { timelineItems } from '../../../glossary/book/timeline-items';
import { bundledEntry, categorised, library, plainEntry } from '../../library';
import { InEnglish, words } from '../words';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const byId = new Map(library.entries.map((entry) => [entry.id, entry]));
const entryOf = bundledEntry;
const href = (id: string) => `#/entry/${id}`;
const passageHref = (bulletin: string, passage: string) => `/${bulletin}#${passage}`;

describe('the book', () => {
  it('marks the current section, and focuses the page after a change', () => {
    const view = (place: string) => (
      <InEnglish>
        <BookView
          section="map"
          href={(name) => `#/${name}`}
          bulletinsHref="/bulletin.html"
          packsHref="/glossaries.html"
          isWide
          pageKey={place}
        >
          <p>{place}</p>
        </BookView>
      </InEnglish>
    );
    const { rerender } = render(view('a'));
    expect(screen.getByRole('link', { current: 'page' }).textContent).toBe('Map of relations');
    expect(document.activeElement).toBe(document.body);
    rerender(view('b'));
    expect(document.activeElement).toBe(screen.getByRole('main'));
  });
});

describe('an index', () => {
  it('jumps to a group, focuses it, and leaves empty groups out', () => {
    render(
      <InEnglish>
        <EntryIndex
          title="All"
          href={href}
          printHref="#/print/pinyin"
          groups={[
            { key: 'A', label: 'A', title: 'A', entries: [] },
            { key: 'K', label: 'K', title: 'K', entries: [entryOf('cast-10th'), entryOf('kechuang-china')] },
          ]}
        />
      </InEnglish>,
    );
    expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(1);
    fireEvent.click(screen.getByRole('button', { name: 'K 2' }));
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'K' }));
    expect(screen.getByRole('link', { name: '科协十大' }).getAttribute('href')).toBe('#/entry/bundled/cast-10th');
  });
});

describe('the printed book', () => {
  it('has each entry with its definition and source, and prints', () => {
    const onPrint = vi.fn();
    const entry = entryOf('kechuang-china');
    const own = plainEntry({ id: 'a', headword: '量子\u202e纠缠', forms: [], definition: '一种现象。' });
    render(
      <InEnglish>
        <PrintedBook
          title="By pinyin"
          bulletins={library.bulletins}
          onPrint={onPrint}
          groups={[
            { key: 'A', label: 'A', title: 'A', entries: [] },
            { key: 'K', label: 'K', title: 'K', entries: [entry, own] },
          ]}
        />
      </InEnglish>,
    );
    expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(1);
    const page = screen.getByRole('article').textContent;
    for (const text of ['2 entries', entry.short, entry.long, 'sentence', '量子[U+202E]纠缠', '一种现象。'])
      expect(page).toContain(text);
    fireEvent.click(screen.getByRole('button', { name: 'Print' }));
    expect(onPrint).toHaveBeenCalledOnce();
  });
});

describe('a term of the reader’s own', () => {
  const ownEntry = plainEntry({
    id: 'a',
    headword: '量子\u202e纠缠',
    forms: ['EPR佯谬'],
    definition: '一种现象。\n再说一句。',
  });

  it('is listed among the entries of an index, with its category', () => {
    const groups = [{ key: 'L', label: 'L', title: 'L', entries: [ownEntry, entryOf('cast')] }];
    render(
      <InEnglish>
        <EntryIndex title="All" href={href} printHref="#/print/pinyin" groups={groups} />
      </InEnglish>,
    );
    const [own, bundled] = screen.getAllByRole('listitem').map((item) => item.textContent);
    expect(own).toContain('Your own term');
    expect(own).toContain('量子[U+202E]纠缠');
    expect(bundled).not.toContain('Your own term');
    expect(screen.getByText(/2 entries/)).toBeTruthy();
  });

  it('has a page with its texts, a link to edit it, and links to its neighbours', async () => {
    const copy = vi.fn(() => Promise.resolve());
    render(
      <InEnglish>
        <EntryPage
          entry={ownEntry}
          byId={byId}
          bulletins={library.bulletins}
          mapHref="#/map"
          passageHref={passageHref}
          editHref="/options.html#term/a"
          previous={null}
          next={entryOf('cast')}
          href={href}
          copy={copy}
        />
      </InEnglish>,
    );
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('量子[U+202E]纠缠');
    const page = screen.getByRole('article').textContent;
    for (const text of ['Your own term', '一种现象。', '再说一句。', 'EPR佯谬']) expect(page).toContain(text);
    const hrefs = screen.getAllByRole('link').map((link) => link.getAttribute('href'));
    expect(hrefs).toEqual(['/options.html#term/a', '#/entry/bundled/cast']);
    fireEvent.click(screen.getAllByRole('button')[0] as HTMLElement); // There are two.
    expect(copy).toHaveBeenCalledWith('plain');
    expect(await screen.findByRole('status')).toBeTruthy();
  });
});

describe('a term of the organisation’s', () => {
  it('has a page that names its pack and source, without a link to edit it', () => {
    const source = { title: '章程', url: 'https://example.cn/a' };
    const term = { id: '1', headword: '会士', forms: [], definition: '释义。', source };
    const entry = plainEntry(term, { id: 'policy-p', title: '本会术语', kind: 'policy' });
    render(
      <InEnglish>
        <EntryPage
          entry={entry}
          byId={byId}
          bulletins={library.bulletins}
          mapHref="#/map"
          passageHref={passageHref}
          editHref={null}
          previous={null}
          next={null}
          href={href}
          copy={() => Promise.resolve()}
        />
      </InEnglish>,
    );
    const page = screen.getByRole('article').textContent;
    expect(page).toContain('Your organisation’s term');
    expect(page).toContain('in its pack “本会术语”');
    expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['https://example.cn/a']);
  });
});

describe('an entry’s page', () => {
  const show = (id: string, copy = () => Promise.resolve()) =>
    render(
      <InEnglish>
        <EntryPage
          entry={entryOf(id)}
          byId={byId}
          bulletins={library.bulletins}
          previous={null}
          next={entryOf('cast')}
          href={href}
          mapHref={`#/map/${entryOf(id).id}`}
          editHref={null}
          passageHref={passageHref}
          copy={copy}
        />
      </InEnglish>,
    );

  it('shows definition, evidence, dates, relations and spellings', () => {
    const { container } = show('cast-10th');
    const entry = entryOf('cast-10th');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('科协十大');
    expect(container.querySelectorAll('blockquote')).toHaveLength(entry.evidence.length);
    expect(container.textContent).toContain('May 2021 在北京举行');
    expect(container.textContent).toContain(entry.forms.slice(1).join('、'));
    const related = screen.getByRole('heading', { name: 'Related' }).parentElement;
    if (!related) throw new Error('the heading stands alone');
    expect(within(related).getByRole('link', { name: '中国科协' }).getAttribute('href')).toBe('#/entry/bundled/cast');
    expect(screen.getByRole('link', { name: 'Show on the map' }).getAttribute('href')).toBe('#/map/bundled/cast-10th');
    expect(screen.getByRole('link', { name: '中国科协 →' }).getAttribute('rel')).toBe('next');
  });

  it('shows each further reading once, as a link only for https', () => {
    const reading = [
      { title: '官网', url: 'https://example.org/' },
      { title: '别处', url: 'http://example.org/' },
    ];
    render(
      <InEnglish>
        <EntryPage
          entry={{ ...entryOf('cast'), reading }}
          byId={byId}
          bulletins={library.bulletins}
          previous={null}
          next={null}
          href={href}
          mapHref="#/map/bundled/cast"
          editHref={null}
          passageHref={passageHref}
          copy={() => Promise.resolve()}
        />
      </InEnglish>,
    );
    expect(screen.getAllByText('官网').map((link) => link.getAttribute('href'))).toEqual(['https://example.org/']);
    expect(screen.getAllByText('别处').map((link) => link.getAttribute('href'))).toEqual([null]);
  });

  it('reports that it was copied, or that the browser refused', async () => {
    const copy = vi.fn(() => Promise.resolve());
    show('cast-10th', copy);
    fireEvent.click(screen.getByRole('button', { name: 'Copy as Markdown footnote' }));
    expect(await screen.findByText('Copied')).toBeTruthy();
    expect(copy).toHaveBeenCalledWith('markdown');
    fireEvent.click(screen.getByRole('button', { name: 'GB/T 7714' }));
    expect(copy).toHaveBeenLastCalledWith('gbt7714');
    cleanup();
    show('cast-10th', () => Promise.reject(new Error('refused')));
    fireEvent.click(screen.getByRole('button', { name: 'Copy as footnote' }));
    expect(await screen.findByText(/didn’t allow copying/)).toBeTruthy();
  });
});

describe('the map', () => {
  const lines = linesBetween(categorised);
  const show = (selected: string | null, onSelect = vi.fn()) => {
    render(
      <InEnglish>
        <RelationMap
          entries={categorised}
          byId={byId}
          lines={lines}
          selected={selected}
          entryHref={href}
          href={(id) => `#/map/${id ?? ''}`}
          onSelect={onSelect}
        />
      </InEnglish>,
    );
    return onSelect;
  };
  const picture = () => screen.getByRole('group', { name: 'Map of relations' });
  const stops = () => [...picture().querySelectorAll('a[tabindex="0"]')];

  it('is one stop of the Tab key; arrow keys move the focus', () => {
    show(null);
    expect(picture().querySelectorAll('a')).toHaveLength(library.entries.length);
    const [first] = stops();
    (first as SVGElement).focus();
    fireEvent.keyDown(first as Element, { key: 'ArrowRight' });
    expect(stops()).toHaveLength(1);
    expect(stops()[0]).not.toBe(first);
    expect(document.activeElement).toBe(stops()[0]);
  });

  it('brings the focused entry into a small window', () => {
    const size = { width: 320, height: 400 };
    vi.spyOn(SVGElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 320, 400));
    show('cast-10th');
    const placeOf = (id: string | undefined) => {
      const point = picture().querySelector(`[data-entry="${id}"] .map-point`);
      return { x: Number(point?.getAttribute('cx')), y: Number(point?.getAttribute('cy')) };
    };
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowDown']) {
      fireEvent.keyDown(stops()[0] as Element, { key }); // There is always one.
      const { x, y } = placeOf(stops()[0]?.getAttribute('data-entry') ?? undefined);
      expect([x >= 0, x <= size.width, y >= 0, y <= size.height]).toEqual([true, true, true, true]);
    }
  });

  it('names an entry with its category', () => {
    show(null);
    expect(within(picture()).getByRole('link', { name: '科协十大，Meeting' }).getAttribute('href')).toBe(
      '#/map/bundled/cast-10th',
    );
  });

  it('describes the selected entry, and clears the selection with Esc', () => {
    const onSelect = show('bundled/cast-10th');
    const panel = screen.getByRole('complementary', { name: '科协十大' });
    expect(within(panel).getByRole('link', { name: '中国科协' }).getAttribute('href')).toBe('#/map/bundled/cast');
    fireEvent.keyDown(stops()[0] as Element, { key: 'Escape' });
    expect(onSelect).toHaveBeenCalledWith(null);
  });

  it('reports an address that names no entry', () => {
    show('nobody');
    expect(screen.getByRole('alert').textContent).toContain('nobody');
    expect(screen.queryByRole('complementary')).toBeNull();
  });

  it('hides a type of line', () => {
    show(null);
    const count = () => picture().querySelectorAll('.line-see-also').length;
    expect(count()).toBeGreaterThan(20);
    fireEvent.click(screen.getByRole('checkbox', { name: 'see also' }));
    expect(count()).toBe(0);
  });

  it('lists every entry and every relation as text', () => {
    show(null);
    fireEvent.click(screen.getByRole('button', { name: 'Show as a list' }));
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 2 }));
    const list = screen.getByRole('region', { name: 'Entries and relations as a list' });
    const links = library.entries.length + library.entries.reduce((sum, { relations }) => sum + relations.length, 0);
    expect(within(list).getAllByRole('link')).toHaveLength(links);
  });
});

describe('the timeline', () => {
  const items = timelineItems(library);
  const show = () =>
    render(
      <InEnglish>
        <TimelineView
          items={items}
          entryHref={href}
          bulletinHref={(id) => `/bulletin.html?id=${id}`}
          passageHref={passageHref}
        />
      </InEnglish>,
    );
  const picture = () => screen.getByRole('group', { name: 'Timeline' });

  it('shows the stretch of a pressed button', () => {
    show();
    fireEvent.click(screen.getByRole('button', { name: 'All' }));
    expect(screen.getByRole('button', { name: 'All' }).getAttribute('aria-pressed')).toBe('true');
    expect(within(picture()).getByRole('link', { name: /1 June 1958 《求是》/ })).toBeTruthy();
  });

  it('is one stop of the Tab key, and says the current item in full', () => {
    show();
    const stops = () => [...picture().querySelectorAll<SVGElement>('a[tabindex="0"]')];
    expect(stops()).toHaveLength(1);
    stops()[0]?.focus();
    fireEvent.keyDown(stops()[0] as Element, { key: 'ArrowRight' });
    expect(stops()).toHaveLength(1);
    const name = stops()[0]?.getAttribute('aria-label') ?? '';
    expect(screen.getByText(name, { selector: '.timeline-said' })).toBeTruthy();
  });

  it('moves from beginning to end by one arrow key, through items without room for a mark', () => {
    show();
    fireEvent.click(screen.getByRole('button', { name: 'All' }));
    const drawn = picture();
    const marked = items.findIndex(({ key }) => drawn.querySelector(`[data-item="${key}"]`));
    fireEvent.focus(drawn.querySelector(`[data-item="${items[marked]?.key}"]`) as Element); // It is one.
    for (let i = 0; i < marked; i++) fireEvent.keyDown(drawn, { key: 'ArrowLeft' });
    const said = document.querySelector('.timeline-said');
    const seen = [said?.textContent];
    for (let i = 1; i < items.length; i++) {
      fireEvent.keyDown(drawn, { key: 'ArrowRight' });
      seen.push(said?.textContent);
    }
    expect(drawn.querySelector('.timeline-crowd')).not.toBeNull();
    expect(seen).toEqual(items.map((item) => itemText(words, item)));
  });

  it('lists every date as text by year, with links to the passages', () => {
    const { container } = show();
    expect(container.querySelectorAll('.timeline-list li')).toHaveLength(items.length);
    const years = screen.getAllByRole('heading', { level: 3 }).map((heading) => Number(heading.textContent));
    expect(years).toEqual([...years].sort((a, b) => a - b));
    const link = container.querySelector('.timeline-list a[href="/cast-2021-06-18#p1s1"]');
    expect(link).not.toBeNull();
  });
});
