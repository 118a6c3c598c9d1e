// @vitest-environment happy-dom
import finderData from 'virtual:pangzhu/finder';
import pack from 'virtual:pangzhu/pack';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import type { ComponentProps } from 'preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { BulletinList } from '../../../components/bulletin/BulletinList';
import { BulletinView } from '../../../components/bulletin/BulletinView';
import { citedBy } from '../../../glossary/book/cited-by';
import { numberNotes } from '../../../glossary/book/notes';
import { createFinder } from '../../../glossary/find/finder';
import { findInBulletin } from '../../../glossary/find/standalone-text';
import type { Pack } from '../../../glossary/pack/pack';
import { library } from '../../library';
import { InEnglish } from '../words';

afterEach(cleanup);

const finder = createFinder(finderData);

const [first] = library.bulletins;
if (!first) throw new Error('the pack has no bulletin');

type Props = ComponentProps<typeof BulletinView>;

function show(current: string | null, bulletin = first, given: Partial<Props> = {}) {
  if (!bulletin) throw new Error('there is no bulletin');
  const mentions = findInBulletin(finder, bulletin);
  const { notes, numberOf } = numberNotes([...mentions.values()].flat());
  const props: Props = {
    bulletin,
    bulletins: library.bulletins,
    current,
    mentions,
    citedBy: citedBy(library.entries, bulletin.id),
    notes: notes.flatMap(({ number, entry: index }) => {
      const entry = library.entries[index];
      return entry ? [{ number, entry }] : [];
    }),
    noteOf: (mention) => numberOf.get(mention),
    href: (id) => `?id=${id}`,
    entryHref: (id) => `/glossary#${id}`,
    bookHref: '/glossary',
    renderCard: (mention) => <p>card of {library.entries[mention.senses[0].entry]?.id}</p>,
    onPassage: vi.fn(),
    copy: vi.fn(() => Promise.resolve()),
    ...given,
  };
  return {
    props,
    ...render(
      <InEnglish>
        <BulletinView {...props} />
      </InEnglish>,
    ),
  };
}

describe('a bulletin', () => {
  it('shows every sentence with its address, in order', () => {
    const { container } = show(null);
    const passages = [...container.querySelectorAll('.passage')];
    expect(passages.map(({ id }) => id)).toEqual(first.paragraphs.flat().map(({ id }) => id));
    expect(passages[0]?.textContent).toContain(first.paragraphs[0]?.[0]?.text);
    expect(screen.getByRole('link', { name: 'Paragraph 1, sentence 1' }).getAttribute('href')).toBe('#p1s1');
  });

  it('highlights the requested passage only', () => {
    const { container } = show('p2s1');
    expect([...container.querySelectorAll('.is-current')].map(({ id }) => id)).toEqual(['p2s1']);
  });

  it('highlights the signature if it is requested', () => {
    const { container } = show('signature');
    expect(container.querySelector('.is-current')?.textContent).toContain(first.signer);
    expect(container.querySelector('.bulletin-notice')).toBeNull();
  });

  it('reports an unknown passage, and shows the text', () => {
    const { container } = show('p99s1');
    expect(screen.getByRole('status').textContent).toContain('p99s1');
    expect(container.querySelectorAll('.passage').length).toBeGreaterThan(5);
  });

  it('names signer and date, a title given by editors, and a missing address', () => {
    const { container } = show(null);
    expect(container.textContent).toContain(first.signer);
    expect(container.querySelector('time')?.dateTime).toBe(first.date);
    expect(container.textContent).toContain('the editors gave it this one');
    expect(container.textContent).toContain('Original address: unknown');
  });

  it('marks all terms in its text, and explains one by pointer or key', () => {
    const { container } = show(null);
    const terms = [...container.querySelectorAll('.term')];
    const marked = new Set(terms.map((term) => term.textContent));
    for (const term of ['科协十大', '五大任务', '科普中国', '科创中国', '智汇中国', '“3+1”试点改革']) {
      expect([...marked].some((text) => text?.includes(term.replace(/[“”]/g, '')) || text?.includes(term))).toBe(true);
    }
    const term = screen.getAllByRole('button', { name: '科创中国' })[0];
    if (term) fireEvent.keyDown(term, { key: 'Enter' });
    expect(screen.getByRole('dialog', { hidden: true }).textContent).toBe('card of bundled/kechuang-china');
  });

  it('has the same text with marked terms', () => {
    const { container } = show(null);
    const shown = [...container.querySelectorAll('.passage')].map((passage) => passage.textContent?.replace(/§$/, ''));
    expect(shown).toEqual(first.paragraphs.flat().map(({ text }) => text));
  });

  it('links to the original if its address is known', () => {
    show(null, { ...first, originalUrl: 'https://example.org/a' });
    expect(screen.getByRole('link', { name: 'Original address' }).getAttribute('href')).toBe('https://example.org/a');
  });
});

describe('the current passage', () => {
  it('has its number, the entries that cite it, its link and a citation', async () => {
    const { props } = show('p4s2');
    const tools = screen.getByRole('complementary', { name: 'Paragraph 4, sentence 2' });
    const citing = within(tools).getAllByRole('link');
    expect(citing.map((link) => link.textContent)).toContain('科创中国');
    expect(within(tools).getByRole('link', { name: '科创中国' }).getAttribute('href')).toBe(
      '/glossary#bundled/kechuang-china',
    );
    fireEvent.click(within(tools).getByRole('button', { name: 'Copy citation' }));
    expect(props.copy).toHaveBeenCalledWith('p4s2', 'citation');
    expect(await within(tools).findByText('Copied')).toBeTruthy();
    fireEvent.click(within(tools).getByRole('button', { name: 'RIS' }));
    expect(props.copy).toHaveBeenLastCalledWith('p4s2', 'ris');
  });

  it('is deselected by its button and by Esc, unless Esc closes an open card', () => {
    const { props } = show('p4s2');
    fireEvent.click(screen.getByRole('button', { name: 'Stop highlighting this sentence' }));
    fireEvent.keyDown(document.body, { key: 'Escape' });
    expect(props.onPassage).toHaveBeenCalledTimes(2);
    expect(props.onPassage).toHaveBeenCalledWith(null);
    const [term] = screen.getAllByRole('button', { name: '科创中国' });
    if (term) fireEvent.keyDown(term, { key: 'Enter' });
    fireEvent.keyDown(document.body, { key: 'Escape' });
    expect(props.onPassage).toHaveBeenCalledTimes(2);
  });

  it('lists the entries that cite the signature', () => {
    show('signature', library.bulletins[1]);
    const tools = screen.getByRole('complementary', { name: 'Signature' });
    expect(within(tools).getByRole('link').getAttribute('href')).toBe('/glossary#bundled/cast-publicity-dept');
  });
});

describe('reading by keyboard', () => {
  const press = (key: string, keys: object = { altKey: true }) =>
    fireEvent.keyDown(document.activeElement ?? document.body, { key, ...keys });

  it.each<[string | null, string, string]>([
    [null, 'ArrowDown', 'p1s1'],
    ['p1s1', 'ArrowDown', 'p1s2'],
    ['p1s2', 'ArrowDown', 'p2s1'],
    ['p2s1', 'ArrowUp', 'p1s2'],
    ['p1s1', 'ArrowUp', 'p1s1'],
  ])('from %s by Alt+%s to %s', (current, key, next) => {
    const { props } = show(current);
    press(key);
    expect(props.onPassage).toHaveBeenCalledWith(next);
  });

  it('moves from term to term, and stops at the last', () => {
    const { container } = show(null);
    const terms = [...container.querySelectorAll('.term')];
    press('ArrowDown', { altKey: true, shiftKey: true });
    expect(document.activeElement).toBe(terms[0]);
    press('ArrowDown', { altKey: true, shiftKey: true });
    expect(document.activeElement).toBe(terms[1]);
    press('ArrowUp', { altKey: true, shiftKey: true });
    expect(document.activeElement).toBe(terms[0]);
    press('ArrowUp', { altKey: true, shiftKey: true });
    expect(document.activeElement).toBe(terms[0]);
  });

  it('ignores arrow keys without Alt', () => {
    const { props } = show('p1s1');
    press('ArrowDown', {});
    expect(props.onPassage).not.toHaveBeenCalled();
  });
});

describe('the navigation of a bulletin', () => {
  it('links to its paragraphs, all bulletins, and the previous and next one', () => {
    show(null, library.bulletins[1]);
    const contents = screen.getByRole('navigation', { name: 'Contents' });
    const links = within(contents).getAllByRole('link', { hidden: true });
    const paragraphs = library.bulletins[1]?.paragraphs.map(([passage]) => `#${passage?.id}`) ?? [];
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      ...paragraphs,
      ...library.bulletins.map(({ id }) => `?id=${id}`),
      '/glossary',
    ]);
    const turn = screen.getByRole('navigation', { name: 'Previous and next bulletins' });
    expect(
      within(turn)
        .getAllByRole('link')
        .map((link) => link.getAttribute('href')),
    ).toEqual([`?id=${library.bulletins[0]?.id}`, `?id=${library.bulletins[2]?.id}`]);
  });

  it('has no link before the first bulletin', () => {
    show(null);
    const turn = screen.getByRole('navigation', { name: 'Previous and next bulletins' });
    expect(within(turn).getAllByRole('link')).toHaveLength(1);
  });
});

describe('the printed bulletin', () => {
  it('has one footnote for each entry, numbered at its first mark in the order of the text', () => {
    const { container, props } = show(null);
    const numbers = [...container.querySelectorAll('.term[data-note]')].map((term) => term.getAttribute('data-note'));
    expect(numbers).toEqual(props.notes.map(({ number }) => String(number)));
    expect(numbers).toEqual(numbers.map((_number, i) => String(i + 1)));
    const notes = [...container.querySelectorAll('.printed-notes li')].map((note) => note.textContent);
    expect(notes).toHaveLength(numbers.length);
    expect(notes[0]).toContain(props.notes[0]?.entry.short);
    expect(new Set(props.notes.map(({ entry }) => entry.id)).size).toBe(numbers.length);
  });
});

describe('the list of bulletins', () => {
  const list = (packs: readonly Pack[], unknownId: string | null) =>
    render(
      <InEnglish>
        <BulletinList packs={packs} unknownId={unknownId} href={(id) => `?id=${id}`} />
      </InEnglish>,
    );

  it('links to each, and reports an unknown one', () => {
    list([pack], 'nowhere');
    expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(
      library.bulletins.map(({ id }) => `?id=${id}`),
    );
    expect(screen.queryByRole('heading', { level: 2 })).toBeNull();
    expect(screen.getByRole('alert').textContent).toContain('nowhere');
  });

  it('names the packs where there are several', () => {
    const other = { ...pack, manifest: { ...pack.manifest, id: 'other', title: '别的词库' }, bulletins: [first] };
    list([pack, other], null);
    const headings = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
    expect(headings).toEqual([pack.manifest.title, '别的词库']);
    expect(within(screen.getByRole('region', { name: '别的词库' })).getAllByRole('link')).toHaveLength(1);
  });
});
