// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { BookView } from '../../../components/book/BookView';
import { EntryIndex } from '../../../components/book/EntryIndex';
import { EntryPage } from '../../../components/book/EntryPage';
import { RelationMap } from '../../../components/map/RelationMap';
import { happeningText } from '../../../components/timeline/draw-timeline';
import { TimelineView } from '../../../components/timeline/TimelineView';
import { happeningsOf } from '../../../glossary/book/happenings';
import { linesBetween } from '../../../glossary/book/relations';
import { bundledEntry, categorised, library, plainEntry } from '../../library';
import { InEnglish, words } from '../words';

afterEach(cleanup);

const byId = new Map(library.entries.map((entry) => [entry.id, entry]));
const entryOf = bundledEntry;
const href = (id: string) => `#/entry/${id}`;
const passageHref = (bulletin: string, passage: string) => `/${bulletin}#${passage}`;

describe('the book', () => {
  it('says which way into it is open, and has the focus on a page one turned to', () => {
    const view = (place: string) => (
      <InEnglish>
        <BookView section="map" href={(name) => `#/${name}`} bulletinsHref="/bulletin.html" isWide place={place}>
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
  it('leaps to a group, with the focus, and leaves empty groups out', () => {
    render(
      <InEnglish>
        <EntryIndex
          title="All"
          href={href}
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

describe('a term of the reader’s own', () => {
  const ownEntry = plainEntry({
    id: 'a',
    headword: '量子\u202e纠缠',
    forms: ['EPR佯谬'],
    definition: '一种现象。\n再说一句。',
  });

  it('is among the entries of an index, told from them', () => {
    const groups = [{ key: 'L', label: 'L', title: 'L', entries: [ownEntry, entryOf('cast')] }];
    render(
      <InEnglish>
        <EntryIndex title="All" href={href} groups={groups} />
      </InEnglish>,
    );
    const [own, bundled] = screen.getAllByRole('listitem').map((item) => item.textContent);
    expect(own).toContain('Your own term');
    expect(own).toContain('量子[U+202E]纠缠');
    expect(bundled).not.toContain('Your own term');
    expect(screen.getByText(/2 entries/)).toBeTruthy();
  });

  it('has a page with all the reader wrote, the way to change it, and the ways on', async () => {
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
  it('has a page that says so and names its pack, with its source and no way to change it', () => {
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

  it('has what it is, what it rests on, when, what it is related to, and how else it is written', () => {
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

  it('has each further reading once, and as a link only where the reader sees where it leads', () => {
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

  it('says that it was copied, or that the browser refused', async () => {
    const copy = vi.fn(() => Promise.resolve());
    show('cast-10th', copy);
    fireEvent.click(screen.getByRole('button', { name: 'Copy as Markdown footnote' }));
    expect(await screen.findByText('Copied')).toBeTruthy();
    expect(copy).toHaveBeenCalledWith('markdown');
    cleanup();
    show('cast-10th', () => Promise.reject(new Error('refused')));
    fireEvent.click(screen.getByRole('button', { name: 'Copy as footnote' }));
    expect(await screen.findByText(/refused to copy/)).toBeTruthy();
  });
});

describe('the map', () => {
  const lines = linesBetween(categorised);
  const show = (chosen: string | null, onChoose = vi.fn()) => {
    render(
      <InEnglish>
        <RelationMap
          entries={categorised}
          byId={byId}
          lines={lines}
          chosen={chosen}
          entryHref={href}
          href={(id) => `#/map/${id ?? ''}`}
          onChoose={onChoose}
        />
      </InEnglish>,
    );
    return onChoose;
  };
  const picture = () => screen.getByRole('group', { name: 'Map of relations' });
  const stops = () => [...picture().querySelectorAll('a[tabindex="0"]')];

  it('is one stop of the Tab key; arrows walk it', () => {
    show(null);
    expect(picture().querySelectorAll('a')).toHaveLength(library.entries.length);
    const [first] = stops();
    (first as SVGElement).focus();
    fireEvent.keyDown(first as Element, { key: 'ArrowRight' });
    expect(stops()).toHaveLength(1);
    expect(stops()[0]).not.toBe(first);
    expect(document.activeElement).toBe(stops()[0]);
  });

  it('names an entry with its category', () => {
    show(null);
    expect(within(picture()).getByRole('link', { name: '科协十大，Meeting' }).getAttribute('href')).toBe(
      '#/map/bundled/cast-10th',
    );
  });

  it('tells of the entry in hand, and lets it go with Esc', () => {
    const onChoose = show('bundled/cast-10th');
    const panel = screen.getByRole('complementary', { name: '科协十大' });
    expect(within(panel).getByRole('link', { name: '中国科协' }).getAttribute('href')).toBe('#/map/bundled/cast');
    fireEvent.keyDown(stops()[0] as Element, { key: 'Escape' });
    expect(onChoose).toHaveBeenCalledWith(null);
  });

  it('says so where the address names no entry', () => {
    show('nobody');
    expect(screen.getByRole('alert').textContent).toContain('nobody');
    expect(screen.queryByRole('complementary')).toBeNull();
  });

  it('hides a kind of line', () => {
    show(null);
    const count = () => picture().querySelectorAll('.line-see-also').length;
    expect(count()).toBeGreaterThan(20);
    fireEvent.click(screen.getByRole('checkbox', { name: 'see also' }));
    expect(count()).toBe(0);
  });

  it('says the same as a list: every entry, every relation', () => {
    show(null);
    fireEvent.click(screen.getByRole('button', { name: 'Read it as a list' }));
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 2 }));
    const list = screen.getByRole('region', { name: 'Entries and relations as a list' });
    const links = library.entries.length + library.entries.reduce((sum, { relations }) => sum + relations.length, 0);
    expect(within(list).getAllByRole('link')).toHaveLength(links);
  });
});

describe('the timeline', () => {
  const happenings = happeningsOf(library);
  const show = () =>
    render(
      <InEnglish>
        <TimelineView
          happenings={happenings}
          entryHref={href}
          bulletinHref={(id) => `/bulletin.html?id=${id}`}
          passageHref={passageHref}
        />
      </InEnglish>,
    );
  const picture = () => screen.getByRole('group', { name: 'Timeline' });

  it('shows a stretch that is asked for', () => {
    show();
    fireEvent.click(screen.getByRole('button', { name: 'All' }));
    expect(screen.getByRole('button', { name: 'All' }).getAttribute('aria-pressed')).toBe('true');
    expect(within(picture()).getByRole('link', { name: /1 June 1958 《求是》/ })).toBeTruthy();
  });

  it('is one stop of the Tab key, and says in full what is in hand', () => {
    show();
    const stops = () => [...picture().querySelectorAll<SVGElement>('a[tabindex="0"]')];
    expect(stops()).toHaveLength(1);
    stops()[0]?.focus();
    fireEvent.keyDown(stops()[0] as Element, { key: 'ArrowRight' });
    expect(stops()).toHaveLength(1);
    const name = stops()[0]?.getAttribute('aria-label') ?? '';
    expect(screen.getByText(name, { selector: '.timeline-said' })).toBeTruthy();
  });

  it('is walked from beginning to end by one arrow, past what finds no room', () => {
    show();
    fireEvent.click(screen.getByRole('button', { name: 'All' }));
    const first = picture().querySelector<SVGElement>('a[tabindex="0"]');
    first?.focus();
    const said = () => document.querySelector('.timeline-said')?.textContent;
    const walked = new Set<string | null | undefined>();
    for (const key of ['ArrowLeft', 'ArrowRight'])
      for (let i = 0; i <= happenings.length; i++) {
        fireEvent.keyDown(picture(), { key });
        walked.add(said());
      }
    expect(picture().querySelector('.timeline-crowd')).not.toBeNull();
    expect(happenings.map((happening) => happeningText(words, happening)).filter((text) => !walked.has(text))).toEqual(
      [],
    );
  });

  it('says the same as a list, year by year, with what each date rests on', () => {
    const { container } = show();
    expect(container.querySelectorAll('.timeline-list li')).toHaveLength(happenings.length);
    const years = screen.getAllByRole('heading', { level: 3 }).map((heading) => Number(heading.textContent));
    expect(years).toEqual([...years].sort((a, b) => a - b));
    const link = container.querySelector('.timeline-list a[href="/cast-2021-06-18#p1s1"]');
    expect(link).not.toBeNull();
  });
});
